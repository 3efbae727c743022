import { describe, expect, it } from 'vitest'
import { err, ok } from '../../shared/result.ts'
import { chooseTarget } from './choose-target.ts'

const nothing = { gatewayAddress: null, managementAddress: null, caFile: null }
const demoReady = {
  type: 'ready',
  gatewayUrl: 'https://127.0.0.1:1',
  controlUrl: 'http://127.0.0.1:2',
  caPath: '/ca.pem',
  agent: { id: '101', password: 'Deskside#101', phone: '8101' },
} as const

const noDemo = () => expect.fail('The demo was started')

describe('gateway of this run', () => {
  it('is none when the demo cannot be started: the reason is kept', async () => {
    expect(
      await chooseTarget(nothing, { gatewayAddress: '', preferences: {} }, async () => err('EACCES')),
    ).toEqual(err('EACCES'))
  })

  it.each([
    [{ ...nothing, gatewayAddress: 'https://a' }, ''],
    [{ ...nothing, gatewayAddress: 'https://a' }, 'https://b'],
    [{ ...nothing, caFile: '/own.pem' }, 'https://b'],
  ])('%j with "%s" in the settings needs no demo', async (launch, gatewayAddress) => {
    expect(await chooseTarget(launch, { gatewayAddress, preferences: {} }, noDemo)).toEqual(
      ok({ run: launch, demo: null, control: null }),
    )
  })

  it('is the demo where it was chosen, whatever gateway is in the settings', async () => {
    const settings = { gatewayAddress: 'https://b', preferences: { gatewayChoice: 'demo' } } as const
    expect(await chooseTarget(nothing, settings, async () => ok(demoReady))).toMatchObject({
      value: { demo: { agentId: '101' } },
    })
    const named = { ...nothing, gatewayAddress: 'https://a' }
    expect(await chooseTarget(named, settings, noDemo)).toMatchObject({ value: { demo: null } })
  })

  it('is the demo when nobody names one', async () => {
    const target = await chooseTarget(nothing, { gatewayAddress: '', preferences: {} }, async () =>
      ok(demoReady),
    )
    expect(target).toEqual(
      ok({
        run: { gatewayAddress: 'https://127.0.0.1:1', managementAddress: null, caFile: '/ca.pem' },
        demo: {
          agentId: '101',
          password: 'Deskside#101',
          phone: '8101',
          appKey: 'demo',
          appSecret: 'demo-secret',
        },
        control: 'http://127.0.0.1:2',
      }),
    )
  })
})
