import { fileURLToPath } from 'node:url'
import { readManifest } from './host/app-manifest.ts'
import { Host } from './host/host.ts'
import { parseOptions } from './host/options.ts'
import { registerElectron } from './register.ts'

/**
 * Runs an app built for Electron: `node run.ts <app folder> [arguments]`. As in Electron, the app's entry module is
 * evaluated to its end before `ready`.
 */
async function start(argv: readonly string[]): Promise<void> {
  const options = parseOptions(argv)
  const manifest = readManifest(options.appPath)
  const host = new Host(manifest, options, fileURLToPath(import.meta.url))
  host.adoptProcess()
  registerElectron(host.electron.module)
  await import(manifest.entry)
  await host.start()
}

/** Starts the app; a failure to start is printed and ends the process with code 1. */
export function run(argv: readonly string[]): void {
  start(argv).catch((error: unknown) => {
    console.error('Chromium host: the app could not be started.', error)
    process.exit(1)
  })
}

if (import.meta.main) run(process.argv.slice(2))
