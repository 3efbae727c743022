import { setTimeout as pause } from 'node:timers/promises'
import type { App } from './app.ts'
import { hasControlPort, needsControlPort } from './host.ts'

/** Why a process cannot be stopped here; null where it can. */
export const cannotFreeze = process.platform === 'win32' ? 'Windows has no signal that stops a process' : null

/**
 * Stops the app's main process for so long, as an overloaded machine or a debugger does: nothing in it runs, its
 * connections stay open, and what arrives waits in the system. `meanwhile` happens while it is stopped. Resolves when it is
 * woken. The window's page lives in another process and goes on.
 */
export async function freeze({ program }: App, ms: number, meanwhile: () => Promise<void>): Promise<void> {
  program.child.kill('SIGSTOP')
  try {
    await Promise.all([pause(ms), meanwhile()])
  } finally {
    program.child.kill('SIGCONT')
  }
}

/**
 * The computer sleeps for so long, without anybody waiting: the system says that it goes to sleep, the process is stopped,
 * and when it runs again the clock is so much later and the system says that it is awake. Resolves when it has heard that.
 */
export async function sleep(app: App, ms: number, meanwhile: () => Promise<void>): Promise<void> {
  if (!hasControlPort) throw new Error(needsControlPort)
  await app.control('POST', '/power', { event: 'suspend' })
  // Both wait in the system until the process runs again; the second one follows at once.
  let woken: Promise<unknown> = Promise.resolve()
  await freeze(app, 0, async () => {
    await meanwhile()
    woken = app
      .control('POST', '/clock', { advanceMs: ms })
      .then(() => app.control('POST', '/power', { event: 'resume' }))
  })
  await woken
}
