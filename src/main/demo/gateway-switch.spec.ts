import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '../../shared/result.ts'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { FakeDesk } from '../ipc/testing/fake-desk.ts'
import type { Target } from '../launch/choose-target.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { GatewaySwitch } from './gateway-switch.ts'

const demo: Target = {
  run: { gatewayAddress: 'https://127.0.0.1:1', managementAddress: null, caFile: '/ca.pem' },
  demo: { agentId: '101', password: 'p', phone: '8101', appKey: 'k', appSecret: 's' },
  control: null,
}
const own = { gatewayAddress: 'https://gateway.example', caFile: '' }

function setUp() {
  const settings = new MemorySettings()
  const { log } = createRecordingLogger()
  const preferences = new PreferencesKeeper({ settings, fromCommandLine: {}, log })
  const used: unknown[] = []
  const desk = new FakeDesk()
  const make = (start: () => Promise<Result<Target, string>>) =>
    new GatewaySwitch({
      desk,
      useTarget: (target) => used.push(target),
      settings,
      preferences,
      initial: demo,
      startDemo: start,
      log,
    })
  return { settings, preferences, used, desk, make }
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
