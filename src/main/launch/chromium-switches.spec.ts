import { describe, expect, it } from 'vitest'
import { applyChromiumSwitches } from './chromium-switches.ts'

/** The command line of Electron's Chromium, which has read the program's own before any script runs. */
class FakeCommandLine {
  readonly switches = new Map<string, string>()

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value)
  }
  removeSwitch(name: string): void {
    this.switches.delete(name)
  }
}

function setUp(isPackaged: boolean, launch: Partial<Parameters<typeof applyChromiumSwitches>[0]>) {
  const commandLine = new FakeCommandLine()
  commandLine.appendSwitch('remote-debugging-port', '1')
  commandLine.appendSwitch('remote-debugging-pipe')
  const said = applyChromiumSwitches(
    { remoteDebuggingPort: null, language: null, ...launch },
    isPackaged,
    commandLine,
  )
  return { switches: Object.fromEntries(commandLine.switches), said }
}

describe('a packaged program', () => {
  it.each([9222, null])(
    'opens no debugging port, also not one that Chromium has read by itself: %s',
    (port) => {
      expect(setUp(true, { remoteDebuggingPort: port }).switches).toEqual({})
    },
  )

  it('says so when it was asked for one', () => {
    expect(setUp(true, { remoteDebuggingPort: 9222 }).said).toMatch(/--remote-debugging-port.*ignored/)
    expect(setUp(true, {}).said).toBeNull()
  })
})

describe('a program in development', () => {
  it('opens the port it was asked for', () => {
    const { switches, said } = setUp(false, { remoteDebuggingPort: 9222 })
    expect(switches).toMatchObject({ 'remote-debugging-port': '9222' })
    expect(said).toBeNull()
  })
})

it.each([true, false])('the language is passed on (packaged: %s)', (isPackaged) => {
  expect(setUp(isPackaged, { language: 'es' }).switches).toMatchObject({ lang: 'es' })
})
