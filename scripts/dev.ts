import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { electronProgram } from './start/electron-program.ts'
import { onNpmEnd } from './start/npm-end.ts'

/*
 * `npm run dev`: `electron-vite dev` with hot reload, on Electron where its program is there, else on the Chromium host.
 * Arguments after `--` go to the app.
 */

const root = join(import.meta.dirname, '..')
const chromiumHost = join(root, 'hosts', 'chromium', 'electron.js')
const viteProgram = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')

const electron = await electronProgram(root, process.env)
if (electron === null) process.stderr.write('Electron is not installed here: using the Chromium host.\n')

const child = spawn(process.execPath, [viteProgram, 'dev', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ELECTRON_EXEC_PATH: electron ?? chromiumHost,
    // The host's first line asks for "node": it must find this one, not an older one of the system.
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  },
})
// electron-vite passes signals on to the app, and ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
onNpmEnd(() => child.kill('SIGTERM'))
child.once('exit', (code) => process.exit(code ?? 1))
