import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Beside the other caches of this folder's packages, so that nobody else can put code there. */
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/chromium-host', import.meta.url))

async function start(argv: readonly string[]): Promise<void> {
  // Before the first of our own modules is loaded: stripping and compiling them, and the app's, is the larger part of
  // this process's work at the start. Where the folder cannot be written there is no cache, and nothing else changes.
  enableCompileCache(cacheFolder)
  const { startApp } = await import('./host/start-app.ts')
  await startApp(argv, fileURLToPath(import.meta.url))
}

/**
 * Runs an app built for Electron: `node run.ts <app folder> [arguments]`. A failure to start is printed and ends the
 * process with code 1.
 */
export function run(argv: readonly string[]): void {
  start(argv).catch((error: unknown) => {
    console.error('Chromium host: the app could not be started.', error)
    process.exit(1)
  })
}

if (import.meta.main) run(process.argv.slice(2))
