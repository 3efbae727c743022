import { describe, expect, it } from 'vitest'
import { formatCommand } from '../../shared/commands/format-command.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { fakeRecords } from '../ipc/testing/fake-records.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { online } from '../tray/testing/tray-build.ts'
import { recordingLimitMs, ShortcutKeeper, testLimitMs, type ShortcutPort } from './shortcut-keeper.ts'

class FakeKeys implements ShortcutPort {
  readonly held = new Map<string, () => void>()
  readonly taken = new Set<string>()
  readonly unknown = new Set<string>()
  readonly asked: string[] = []
  readonly letGo: string[] = []

  register(accelerator: string, callback: () => void): boolean {
    this.asked.push(accelerator)
    if (this.unknown.has(accelerator)) throw new TypeError('not an accelerator')
    if (this.taken.has(accelerator) || this.held.has(accelerator)) return false
    this.held.set(accelerator, callback)
    return true
  }
  unregister(accelerator: string): void {
    this.letGo.push(accelerator)
    this.held.delete(accelerator)
  }
}

const usual = {
  'CommandOrControl+Shift+Space': '',
  'CommandOrControl+Shift+F8': '',
  'CommandOrControl+Shift+F9': '',
  'CommandOrControl+Shift+F10': '',
  'CommandOrControl+Shift+F11': '',
  'CommandOrControl+Shift+F12': '',
}

async function setUp(shortcuts: Record<string, string>, isSignedIn = true) {
  const port = new FakeKeys()
  const desk = new FakeDesk()
  const clock = new ManualClock()
  const signIn = (): void => desk.change(snapshotOf({ session: online }, 1))
  if (isSignedIn) signIn()
  const { preferences } = fakeRecords()
  const set = (more: Record<string, string>) => preferences.change({ shortcuts: { ...usual, ...more } })
  await set(shortcuts)
  const ran: string[] = []
  const { log, entries } = createRecordingLogger()
  const keeper = new ShortcutKeeper({
    port,
    preferences,
    desk,
    run: (command) => ran.push(formatCommand(command)),
    clock,
    isMac: false,
    log,
  })
  const states = () => Object.fromEntries(keeper.views.map(({ accelerator, state }) => [accelerator, state]))
  return { port, desk, clock, preferences, set, ran, keeper, states, signIn, entries }
}

describe('not registered', () => {
  it('says which keys the system, another program or another command kept away', async () => {
    const { port, keeper, states } = await setUp({
      F5: 'show=desk',
      F6: 'show=desk',
      'Ctrl+F7': 'show=desk',
      'Control+F7': 'show=settings',
      A: 'show=desk',
      F9: 'shw=desk',
    })
    port.taken.add('F5')
    port.unknown.add('F6')
    keeper.start()
    expect(states()).toEqual({
      F5: 'taken',
      F6: 'not-valid',
      'Ctrl+F7': 'registered',
      'Control+F7': 'clash',
      A: 'not-valid',
      F9: 'no-command',
    })
    expect([...port.held.keys()]).toEqual(['Ctrl+F7'])
  })

  it('what can do nothing while nobody is signed in, until somebody is', async () => {
    const { keeper, states, port, signIn, desk } = await setUp(
      { F5: 'state=idle', F6: 'show=desk', F7: 'quit' },
      false,
    )
    keeper.start()
    expect(states()).toEqual({ F5: 'paused', F6: 'registered', F7: 'registered' })
    signIn()
    expect(states().F5).toBe('registered')
    desk.change(snapshotOf({}, 2))
    expect(states().F5).toBe('paused')
    expect([...port.held.keys()]).toEqual(['F6', 'F7'])
  })
})

it('the log names the keys that a support person would ask for, and no others', async () => {
  const { port, keeper, entries, set } = await setUp({ F5: 'show=desk', F6: 'state=idle', F7: 'quit' }, false)
  port.taken.add('F5')
  keeper.start()
  expect(entries).toMatchObject([{ level: 'info', fields: { shortcuts: ['F5: taken'] } }])
  await set({ F6: 'state=idle', F7: 'quit' })
  expect(entries).toHaveLength(1)
})

describe('registered', () => {
  it('runs the command', async () => {
    const { keeper, port, ran } = await setUp({ F5: 'auto-idle=toggle' })
    keeper.start()
    port.held.get('F5')?.()
    expect(ran).toEqual(['auto-idle=toggle'])
  })

  it('keys that are given another command run that one', async () => {
    const { keeper, port, ran, set } = await setUp({ F5: 'show=desk' })
    keeper.start()
    await set({ F5: 'quit' })
    port.held.get('F5')?.()
    expect([ran, port.letGo]).toEqual([['quit'], []])
  })

  it('the same keys in another spelling are let go of first', async () => {
    const { keeper, port, set, states } = await setUp({ 'Ctrl+F7': 'quit' })
    keeper.start()
    await set({ 'Control+F7': 'quit' })
    expect([port.letGo, states()]).toEqual([['Ctrl+F7'], { 'Control+F7': 'registered' }])
  })

  it('anew after each change of the keys, and not after other changes', async () => {
    const { keeper, port, set, preferences, states } = await setUp({ F5: 'show=desk' })
    let changes = 0
    keeper.subscribe(() => (changes += 1))
    keeper.start()
    await preferences.change({ guardMs: 0 })
    expect(changes).toBe(1)
    await set({ F6: 'show=desk' })
    expect([changes, [...port.held.keys()], states()]).toEqual([2, ['F6'], { F6: 'registered' }])
    await preferences.change({ guardMs: 1 })
    expect(changes).toBe(2)
  })

  it('as long as the session lasts, whatever else changes on the desk', async () => {
    const { keeper, desk, states } = await setUp({ F5: 'state=idle' })
    let changes = 0
    keeper.start()
    keeper.subscribe(() => (changes += 1))
    for (const revision of [2, 3, 4]) {
      desk.change(snapshotOf({ session: online }, revision))
      expect(states()).toEqual({ F5: 'registered' })
    }
    expect(changes).toBe(0)
  })

  it('nothing is left at the end', async () => {
    const { keeper, port, desk, clock } = await setUp({ F5: 'show=desk' })
    keeper.start()
    const test = keeper.test('F5')
    keeper.dispose()
    expect(await test).toBe('stopped')
    expect([port.held.size, desk.listeners.size, clock.pendingTimers]).toEqual([0, 0, 0])
  })
})

describe('a test', () => {
  it('hears the keys and does not run their command, only that of others', async () => {
    const { keeper, port, ran } = await setUp({ F5: 'quit', F6: 'show=desk' })
    keeper.start()
    const test = keeper.test('F5')
    port.held.get('F6')?.()
    expect(ran).toEqual(['show=desk'])
    port.held.get('F5')?.()
    expect(await test).toBe('heard')
    expect(ran).toEqual(['show=desk'])
    port.held.get('F5')?.()
    expect(ran).toEqual(['show=desk', 'quit'])
  })

  it('asks the system for nothing it holds already, so that no key is free for a moment', async () => {
    const { keeper, port } = await setUp({ F5: 'quit', F6: 'show=desk' })
    keeper.start()
    const asked = port.asked.length
    const test = keeper.test('F5')
    port.held.get('F5')?.()
    await test
    expect([port.asked.length, port.letGo]).toEqual([asked, []])
  })

  it('of keys that another program had asks for them again', async () => {
    const { keeper, port, states } = await setUp({ F5: 'quit' })
    port.taken.add('F5')
    keeper.start()
    port.taken.clear()
    const test = keeper.test('F5')
    port.held.get('F5')?.()
    expect([await test, states()]).toEqual(['heard', { F5: 'registered' }])
  })

  it('of keys without a command hears nothing', async () => {
    const { keeper, clock, port } = await setUp({ F5: 'quit' })
    keeper.start()
    const test = keeper.test('F9')
    port.held.get('F5')?.()
    await clock.advance(testLimitMs)
    expect([await test, [...port.held.keys()]]).toEqual(['silent', ['F5']])
  })

  it('that outlives the session pauses its keys at its end', async () => {
    const { keeper, clock, desk, states } = await setUp({ F5: 'state=idle' })
    keeper.start()
    const test = keeper.test('F5')
    desk.change(snapshotOf({}, 2))
    expect(states()).toEqual({ F5: 'registered' })
    await clock.advance(testLimitMs)
    expect([await test, states()]).toEqual(['silent', { F5: 'paused' }])
  })

  it('hears keys that are paused too, and pauses them again', async () => {
    const { keeper, port, states } = await setUp({ F5: 'state=idle' }, false)
    keeper.start()
    const test = keeper.test('F5')
    expect(states()).toEqual({ F5: 'registered' })
    port.held.get('F5')?.()
    expect(await test).toBe('heard')
    expect(states()).toEqual({ F5: 'paused' })
  })

  it('says after ten seconds that nothing came', async () => {
    const { keeper, clock } = await setUp({ F5: 'quit' })
    keeper.start()
    const test = keeper.test('F5')
    await clock.advance(testLimitMs)
    expect(await test).toBe('silent')
    expect(clock.pendingTimers).toBe(0)
  })

  it('is stopped by the next one', async () => {
    const { keeper, port } = await setUp({ F5: 'quit', F6: 'show=desk' })
    keeper.start()
    const [first, second] = [keeper.test('F5'), keeper.test('F6')]
    port.held.get('F6')?.()
    expect(await Promise.all([first, second])).toEqual(['stopped', 'heard'])
  })
})

describe('while keys are recorded', () => {
  it('none is held, and all come back', async () => {
    const { keeper, port, states } = await setUp({ F5: 'quit' })
    keeper.start()
    keeper.record(true)
    expect([port.held.size, states()]).toEqual([0, { F5: 'registered' }])
    keeper.record(false)
    expect([...port.held.keys()]).toEqual(['F5'])
  })

  it('what the system said before is still shown, not something better', async () => {
    const { keeper, port, states } = await setUp({ F5: 'quit', F6: 'window=mini' })
    port.taken.add('F5')
    port.unknown.add('F6')
    keeper.start()
    keeper.record(true)
    expect(states()).toEqual({ F5: 'taken', F6: 'not-valid' })
  })

  it('one timer waits for the window, and none after the end', async () => {
    const { keeper, clock, port } = await setUp({ F5: 'quit' })
    let changes = 0
    keeper.start()
    keeper.subscribe(() => (changes += 1))
    keeper.record(false)
    keeper.record(true)
    keeper.record(true)
    expect([changes, clock.pendingTimers]).toEqual([1, 1])
    keeper.dispose()
    expect([clock.pendingTimers, port.held.size]).toEqual([0, 0])
  })

  it('they come back by themselves when the window forgets to say so', async () => {
    const { keeper, port, clock } = await setUp({ F5: 'quit' })
    keeper.start()
    keeper.record(true)
    await clock.advance(recordingLimitMs)
    await settle()
    expect([...port.held.keys()]).toEqual(['F5'])
    expect(clock.pendingTimers).toBe(0)
  })
})
