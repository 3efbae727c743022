import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { err, ok } from '../../shared/result.ts'
import { exportText } from '../journal/export-text.ts'
import { createHelpHandlers, type HelpServices } from './help-handlers.ts'
import { fakeHelp } from './testing/fake-help.ts'

const context = { windowId: 3 }
const check = { gatewayAddress: 'https://gateway.example', caFile: '', credentials: null }
const entry = (id: number): JournalEntry => ({
  id,
  at: 0,
  kind: 'app',
  name: `entry-${id}`,
  cause: null,
  details: {},
})

function setUp(change: (help: HelpServices) => Partial<HelpServices> = () => ({})) {
  const help = fakeHelp([entry(1), entry(2), entry(3)])
  return { copied: help.copied, handlers: createHelpHandlers({ ...help, ...change(help) }) }
}

describe('refused', () => {
  it('a copy of a check that was never made', async () => {
    const { copied, handlers } = setUp()
    expect(await handlers['connection:copy']({}, context)).toEqual(
      err({ code: 'refused', reason: 'nothing-found' }),
    )
    expect(copied).toEqual([])
  })

  it('a gateway, for the reason that the switch gives', async () => {
    const refusal = err({ code: 'refused', reason: 'not-in-this-state' } as const)
    const { handlers } = setUp(({ gateways }) => ({
      gateways: { ...gateways, chooseDemo: async () => refusal, chooseOwn: async () => refusal },
    }))
    const own = { choice: 'own', gatewayAddress: 'https://gateway.example', caFile: '' } as const
    expect(await handlers['gateway:choose']({ choice: 'demo' }, context)).toEqual(refusal)
    expect(await handlers['gateway:choose'](own, context)).toEqual(refusal)
  })

  it('a folder that the system does not open', async () => {
    const failure = err({ code: 'storage-failed' } as const)
    const { handlers } = setUp(({ about }) => ({ about: { ...about, openUserData: async () => failure } }))
    expect(await handlers['program:open-user-data']({}, context)).toEqual(failure)
  })
})

describe('the connection check', () => {
  it('answers with its report, which can be copied from then on', async () => {
    const { copied, handlers } = setUp()
    expect(await handlers['connection:check'](check, context)).toMatchObject({ value: { id: 1 } })
    expect(await handlers['connection:copy']({}, context)).toEqual(ok(null))
    expect(copied).toEqual(['the report'])
  })

  it('is cancelled', async () => {
    let cancelled = 0
    const { handlers } = setUp((help) => ({ check: { ...help.check, cancel: () => (cancelled += 1) } }))
    expect(await handlers['connection:cancel']({}, context)).toEqual(ok(null))
    expect(cancelled).toBe(1)
  })
})

describe('the gateway', () => {
  it('is told, and chosen', async () => {
    const { handlers } = setUp()
    expect(await handlers['gateway:get-view']({}, context)).toMatchObject({ value: { source: 'none' } })
    expect(await handlers['gateway:choose']({ choice: 'demo' }, context)).toMatchObject({
      value: { choice: 'demo' },
    })
    expect(
      await handlers['gateway:choose'](
        { choice: 'own', gatewayAddress: 'https://gateway.example', caFile: '/ca.pem' },
        context,
      ),
    ).toMatchObject({ value: { choice: 'own', address: 'https://gateway.example', caFile: '/ca.pem' } })
  })
})

describe('the clipboard', () => {
  it('gets the figures for support', async () => {
    const { copied, handlers } = setUp()
    expect(await handlers['program:read-about']({}, context)).toMatchObject({ value: { node: '24' } })
    expect(await handlers['program:copy-diagnostics']({}, context)).toEqual(ok(null))
    expect(copied).toEqual(['the diagnostics'])
  })

  it('gets the entries that are still there, and says how many', async () => {
    const { copied, handlers } = setUp()
    expect(await handlers['journal:copy']({ ids: [3, 1, 99] }, context)).toEqual(ok(2))
    expect(copied).toEqual([exportText([entry(1), entry(3)])])
  })
})
