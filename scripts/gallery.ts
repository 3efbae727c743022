import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { onNpmEnd } from './start/npm-end.ts'

/*
 * `npm run gallery -- [--port N]`: every component of `src/renderer/src/ui` in every state, with hot reload, on this machine
 * only. It is a page of its own: the product is built from `src/renderer/index.html`, which knows nothing of it.
 */

const { values } = parseArgs({ options: { port: { type: 'string', default: '5180' } } })

const server = await createServer({
  configFile: false,
  root: join(import.meta.dirname, '..', 'src', 'renderer'),
  cacheDir: join(import.meta.dirname, '..', 'node_modules', '.cache', 'gallery'),
  plugins: [vue(), tailwindcss()],
  server: { host: '127.0.0.1', port: Number(values.port) },
  logLevel: 'warn',
})
await server.listen()
const address = server.resolvedUrls?.local[0] ?? ''
process.stdout.write(`Gallery: ${address}gallery/index.html\n`)

async function stop(): Promise<void> {
  await server.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
onNpmEnd(() => void stop())
