import { describe, expect, it } from 'vitest'
import { ManualClock } from '../../src/main/time/testing/manual-clock.ts'
import { endApp } from './end-app.ts'

function setUp() {
  const said: string[] = []
  const app = {
    connected: true,
    disconnect: () => {
      if (!app.connected) throw new Error('ERR_IPC_DISCONNECTED')
      app.connected = false
      said.push('disconnect')
    },
    kill: (signal: NodeJS.Signals) => {
      said.push(signal)
      return true
    },
  }
  return { app, said, clock: new ManualClock() }
}

describe('ending the app', () => {
  it('on Windows closes its channel, once, and ends it hard only when it hangs', async () => {
    const { app, said, clock } = setUp()
    endApp(app, 'SIGINT', 'win32', clock)
    endApp(app, 'SIGINT', 'win32', clock)
    expect(said).toEqual(['disconnect'])
    await clock.advance(5_999)
    expect(said).toEqual(['disconnect'])
    await clock.advance(1)
    expect(said).toEqual(['disconnect', 'SIGKILL'])
  })

  it.each(['linux', 'darwin'] as const)('on %s passes the signal on', (platform) => {
    const { app, said, clock } = setUp()
    endApp(app, 'SIGINT', platform, clock)
    expect([said, clock.pendingTimers]).toEqual([['SIGINT'], 0])
  })
})
