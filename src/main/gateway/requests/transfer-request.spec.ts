import { describe, expect, expectTypeOf, it } from 'vitest'
import type { CallTransfer } from '../api/call-transfer.ts'
import { transferCall } from './transfer-request.ts'

/** The body as it goes over the wire. */
const sent = (transfer: CallTransfer): unknown =>
  JSON.parse(JSON.stringify(transferCall('101', transfer).body))

describe('transferCall', () => {
  it('sends one request to the agent of the call', () => {
    expect(transferCall('101', { to: 'ivr', ivr: '7', mode: 'suspend' })).toMatchObject({
      name: 'transfer',
      method: 'POST',
      path: '/voicecall/101/transfer',
    })
  })

  it.each<[CallTransfer, object]>([
    [
      { to: 'queue', skillId: 2, mode: 'release' },
      { devicetype: 1, address: '2', mode: 0 },
    ],
    [
      { to: 'queue', skillId: 2, mode: 'success' },
      { devicetype: 1, address: '2', mode: 2 },
    ],
    [
      { to: 'agent', workNo: '102', mode: 'release' },
      { devicetype: 2, address: '102', mode: 0 },
    ],
    [
      { to: 'agent', workNo: '102', mode: 'success', skillId: 3 },
      { devicetype: 2, address: '102', mode: 2, skillId: 3 },
    ],
    [
      { to: 'ivr', ivr: '7', mode: 'release' },
      { devicetype: 3, address: '7', mode: 0 },
    ],
    [
      { to: 'ivr', ivr: '7', mode: 'suspend' },
      { devicetype: 3, address: '7', mode: 1 },
    ],
    [
      { to: 'access-code', accessCode: '3001', mode: 'release' },
      { devicetype: 4, address: '3001', mode: 0 },
    ],
    [
      { to: 'access-code', accessCode: '3001', mode: 'success' },
      { devicetype: 4, address: '3001', mode: 2 },
    ],
    [
      { to: 'number', number: '5550104', mode: 'release' },
      { devicetype: 5, address: '5550104', mode: 1 },
    ],
    [
      { to: 'number', number: '5550104', mode: 'success', caller: '3001' },
      { devicetype: 5, address: '5550104', mode: 2, caller: '3001' },
    ],
    [
      { to: 'number', number: '5550104', mode: 'talk' },
      { devicetype: 5, address: '5550104', mode: 3 },
    ],
    [
      { to: 'number', number: '5550104', mode: 'three-party', isCustomerHeld: false },
      { devicetype: 5, address: '5550104', mode: 4, holdflag: false },
    ],
    [
      { to: 'queue', skillId: 2, mode: 'release', media: 'audio', appData: 'order 7' },
      { devicetype: 1, address: '2', mode: 0, mediaability: 0, callappdata: 'order 7' },
    ],
  ])('%j', (transfer, body) => {
    expect(sent(transfer)).toStrictEqual(body)
  })

  it('cannot be asked for what the gateway does not know', () => {
    expectTypeOf<{ to: 'queue'; skillId: number; mode: 'suspend' }>().not.toExtend<CallTransfer>()
    expectTypeOf<{ to: 'agent'; workNo: string; mode: 'talk' }>().not.toExtend<CallTransfer>()
    expectTypeOf<{ to: 'ivr'; ivr: string; mode: 'success' }>().not.toExtend<CallTransfer>()
    expectTypeOf<{ to: 'access-code'; accessCode: string; mode: 'suspend' }>().not.toExtend<CallTransfer>()
    expectTypeOf<{ to: 'number'; number: string; mode: 'suspend' }>().not.toExtend<CallTransfer>()
    // Fields of another combination are refused where the value is written down.
    // @ts-expect-error the caller's number cannot be chosen in release mode
    transferCall('101', { to: 'number', number: '1', mode: 'release', caller: '2' })
    // @ts-expect-error only a three-party call holds the customer
    transferCall('101', { to: 'number', number: '1', mode: 'talk', isCustomerHeld: true })
  })
})
