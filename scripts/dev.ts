import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * `electron-vite dev` with hot reload: on Electron where its binary is there, else on the Chromium host. Arguments after
 * `--` go to the app.
 */
const require = createRequire(import.meta.url)
const chromiumHost = fileURLToPath(new URL('../hosts/chromium/electron.js', import.meta.url))
const viteProgram = join(dirname(require.resolve('electron-vite/package.json')), 'bin', 'electron-vite.js')

/** Path of Electron's program, `undefined` when it was never downloaded. Reads the package's own note of it. */
function findElectron(): string | undefined {
  const folder = dirname(require.resolve('electron/package.json'))
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return undefined
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

const chosen = process.env.ELECTRON_EXEC_PATH ?? findElectron()
if (chosen === undefined) console.error('Electron is not installed here: using the Chromium host.')

const child = spawn(process.execPath, [viteProgram, 'dev', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ELECTRON_EXEC_PATH: chosen ?? chromiumHost,
    // The host's first line asks for "node": it must find this one, not an older one of the system.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
