import { registerElectron } from '../register.ts'
import { readManifest } from './app-manifest.ts'
import { Host } from './host.ts'
import { parseOptions } from './options.ts'

/**
 * Starts the app `argv` names. As in Electron, its entry module is evaluated to its end before `ready`. `runScript` is what
 * a relaunch runs. Rejects when the app could not be started.
 */
export async function startApp(argv: readonly string[], runScript: string): Promise<void> {
  const options = parseOptions(argv)
  const manifest = readManifest(options.appPath)
  const host = new Host(manifest, options, runScript)
  host.adoptProcess()
  registerElectron(host.electron.module)
  await import(manifest.entry)
  await host.start()
}
