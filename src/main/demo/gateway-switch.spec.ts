import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../shared/domain/session.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { FakeDesk } from '../ipc/testing/fake-desk.ts'
import type { Target } from '../launch/choose-target.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { settle } from '../time/testing/manual-clock.ts'
import { GatewaySwitch } from './gateway-switch.ts'

const demo: Target = {
  run: { gatewayAddress: 'https://127.0.0.1:1', managementAddress: null, caFile: '/ca.pem' },
  demo: { agentId: '101', password: 'p', phone: '8101', appKey: 'k', appSecret: 's' },
  control: null,
}
const commandLine: Target = { ...demo, demo: null }
const onlineSession: SessionView = {
  phase: 'online',
  agentId: '101',
  since: 0,
  isAlwaysOffHook: true,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
}
const own = { gatewayAddress: 'https://gateway.example', caFile: '' }

function setUp() {
  const settings = new MemorySettings()
  const { log } = createRecordingLogger()
  const preferences = new PreferencesKeeper({ settings, fromCommandLine: {}, log })
  const used: unknown[] = []
  const desk = new FakeDesk()
  const make = (start: () => Promise<Result<Target, string>>, initial = demo) =>
    new GatewaySwitch({
      desk,
      useTarget: (target) => used.push(target),
      settings,
      preferences,
      initial,
      startDemo: start,
      log,
    })
  /** What the desk says while somebody is signed in there. */
  const signIn = (gatewayAddress: string): void =>
    desk.change({
      ...desk.snapshot,
      session: onlineSession,
      signIn: { ...desk.snapshot.signIn, gatewayAddress },
    })
  return { settings, preferences, used, desk, make, signIn }
}

describe('the gateway is not changed', () => {
  it('while somebody is signed in', async () => {
    const { desk, make, used } = setUp()
    desk.snapshot = { ...desk.snapshot, session: { phase: 'signing-in', agentId: '101', since: 0 } }
    const gateways = make(async () => ok(demo))
    for (const answer of [await gateways.chooseDemo(), await gateways.chooseOwn(own)]) {
      expect(answer).toMatchObject({ ok: false, error: { reason: 'not-in-this-state' } })
    }
    expect(used).toEqual([])
  })

  it('when the demo does not start', async () => {
    const { make, used, preferences } = setUp()
    expect(await make(async () => err('EACCES')).chooseDemo()).toMatchObject({ error: { code: 'internal' } })
    expect([used, preferences.get('gatewayChoice')]).toEqual([[], 'undecided'])
  })
})

describe('a choice', () => {
  it('of the demo holds from now on and at later starts, and saves no address', async () => {
    const { make, used, preferences, settings } = setUp()
    expect(await make(async () => ok(demo)).chooseDemo()).toMatchObject({ value: { choice: 'demo' } })
    expect(used).toEqual([demo])
    expect([preferences.get('gatewayChoice'), settings.current.gatewayAddress]).toEqual(['demo', ''])
  })

  it('of a gateway of one’s own is saved', async () => {
    const { make, used, preferences, settings } = setUp()
    expect(await make(async () => ok(demo)).chooseOwn(own)).toMatchObject({ value: { choice: 'own' } })
    expect(settings.current).toMatchObject(own)
    expect(preferences.get('gatewayChoice')).toBe('own')
    expect(used).toEqual([
      { run: { gatewayAddress: null, managementAddress: null, caFile: null }, demo: null },
    ])
  })
})

describe('a sign-in', () => {
  it.each([
    ['at the demo, while nothing was chosen', demo, 'undecided', 'https://127.0.0.1:1', 'demo'],
    ['at the demo, while the own gateway was chosen', demo, 'own', 'https://127.0.0.1:1', 'demo'],
    ['at a gateway of one’s own, while the demo was chosen', demo, 'demo', own.gatewayAddress, 'own'],
    ['at a gateway of one’s own, which is saved anyway', demo, 'undecided', own.gatewayAddress, 'undecided'],
    ['at the gateway of the command line', commandLine, 'undecided', 'https://127.0.0.1:1', 'undecided'],
  ] as const)('%s', async (_what, initial, before, address, after) => {
    const { make, signIn, preferences } = setUp()
    await preferences.change({ gatewayChoice: before })
    const gateways = make(async () => ok(demo), initial)
    gateways.start()
    signIn(address)
    await settle()
    expect(preferences.get('gatewayChoice')).toBe(after)
  })

  it('is not one before it has come about, and none after the end', async () => {
    const { desk, make, signIn, preferences } = setUp()
    const gateways = make(async () => ok(demo))
    gateways.start()
    desk.change({ ...desk.snapshot, session: { phase: 'signing-in', agentId: '101', since: 0 } })
    gateways.dispose()
    signIn('https://127.0.0.1:1')
    await settle()
    expect(preferences.get('gatewayChoice')).toBe('undecided')
  })

  it('that the disk does not take is tried once, and again where something else was chosen', async () => {
    const { make, signIn, settings, preferences } = setUp()
    const tried: unknown[] = []
    const update = settings.update.bind(settings)
    settings.update = async (change) => {
      tried.push(change.preferences?.gatewayChoice)
      await update(change)
    }
    make(async () => ok(demo)).start()
    settings.isFailing = true
    signIn('https://127.0.0.1:1')
    signIn('https://127.0.0.1:1')
    await settle()
    expect(tried).toEqual(['demo'])
    settings.isFailing = false
    await preferences.change({ gatewayChoice: 'demo' })
    signIn(own.gatewayAddress)
    await settle()
    expect(preferences.get('gatewayChoice')).toBe('own')
    signIn('https://127.0.0.1:1')
    await settle()
    expect(preferences.get('gatewayChoice')).toBe('demo')
  })
})
