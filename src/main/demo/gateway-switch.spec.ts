import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type Result } from '../../shared/result.ts'
import { createFixture, type DeskFixture } from '../agent/testing/desk-fixture.ts'
import { demoTarget, type Target } from '../launch/choose-target.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { GatewaySwitch } from './gateway-switch.ts'

const demo = demoTarget(
  {
    type: 'ready',
    gatewayUrl: 'https://127.0.0.1:1',
    controlUrl: null,
    caPath: '/ca.pem',
    agent: { id: '101', password: 'Deskside#101', phone: '8101' },
  },
  null,
)
const own = { gatewayAddress: 'https://gateway.example', caFile: '/own.pem' }
const notNow = { ok: false, error: { code: 'refused', reason: 'not-in-this-state' } }

let fixture: DeskFixture
let preferences: PreferencesKeeper
let gateways: GatewaySwitch
let starting: PromiseWithResolvers<Result<Target, string>>

beforeEach(() => {
  fixture = createFixture({ run: demo.run, demo: demo.demo })
  const { desk, settings, useTarget } = fixture
  const { log } = createRecordingLogger()
  preferences = new PreferencesKeeper({ settings, fromCommandLine: {}, log })
  starting = Promise.withResolvers()
  const startDemo = () => starting.promise
  gateways = new GatewaySwitch({ desk, useTarget, settings, preferences, initial: demo, startDemo, log })
  gateways.start()
})
afterEach(() => gateways.dispose())

describe('refused', () => {
  it('while somebody is signed in, or has signed in while the demo was starting', async () => {
    const choosing = gateways.chooseDemo()
    await fixture.signIn()
    starting.resolve(ok(demo))
    for (const answer of [choosing, gateways.chooseDemo(), gateways.chooseOwn(own)]) {
      expect(await answer).toMatchObject(notNow)
    }
    expect(fixture.settings.current.gatewayAddress).not.toBe(own.gatewayAddress)
  })

  it('a demo that does not start, and what was in use stays', async () => {
    starting.resolve(err('EACCES'))
    const { view } = gateways
    expect(await gateways.chooseDemo()).toEqual({ ok: false, error: { code: 'internal' } })
    expect(gateways.view).toEqual(view)
  })

  it('what cannot be saved', async () => {
    fixture.settings.isFailing = true
    expect(await gateways.chooseOwn(own)).toEqual({ ok: false, error: { code: 'storage-failed' } })
    expect(gateways.view).toMatchObject({ source: 'demo', choice: 'undecided' })
  })

  it('a demo that was still starting when a gateway of one’s own was chosen', async () => {
    const choosing = gateways.chooseDemo()
    expect((await gateways.chooseOwn(own)).ok).toBe(true)
    starting.resolve(ok(demo))
    expect(await choosing).toEqual({ ok: false, error: { code: 'superseded' } })
    expect(gateways.view).toEqual({
      address: own.gatewayAddress,
      caFile: own.caFile,
      source: 'yours',
      choice: 'own',
    })
  })
})

describe('chosen', () => {
  it('a gateway of one’s own is saved and fills the form; nothing of the demo is left in it', async () => {
    expect((await gateways.chooseOwn(own)).ok).toBe(true)
    expect(fixture.settings.current).toMatchObject({ ...own, preferences: { gatewayChoice: 'own' } })
    const { signIn, supervisor } = fixture.desk.snapshot
    expect(signIn).toMatchObject({ ...own, demoPassword: null })
    expect(supervisor).toMatchObject({ managementAddress: own.gatewayAddress, demoAppSecret: null })
  })

  it('the demo fills the form, and is not saved as the agent’s gateway', async () => {
    await gateways.chooseOwn(own)
    starting.resolve(ok(demo))
    expect(await gateways.chooseDemo()).toMatchObject({ value: { source: 'demo', choice: 'demo' } })
    expect(fixture.desk.snapshot.signIn).toMatchObject({
      gatewayAddress: 'https://127.0.0.1:1',
      agentId: '101',
    })
    expect(fixture.settings.current.gatewayAddress).toBe(own.gatewayAddress)
  })
})

describe('who has chosen the demo', () => {
  beforeEach(async () => {
    await preferences.change({ gatewayChoice: 'demo' })
  })

  it('and signs in at it, keeps it', async () => {
    await fixture.signIn({ gatewayAddress: 'https://127.0.0.1:1' })
    expect(preferences.get('gatewayChoice')).toBe('demo')
  })

  it('and signs in at a gateway of his own, has chosen that one', async () => {
    await fixture.signIn(own)
    await fixture.settle()
    expect(preferences.get('gatewayChoice')).toBe('own')
  })

  it('is asked for room on the disk once only', async () => {
    let writings = 0
    const { settings } = fixture
    settings.update = async ({ preferences: changed }) => {
      if (changed !== undefined) writings += 1
      throw new Error('disk full')
    }
    await fixture.signIn(own)
    for (let change = 0; change < 5; change += 1) {
      fixture.store.notify('info', { kind: 'second-start' })
      await fixture.settle()
    }
    expect(writings).toBe(1)
  })
})
