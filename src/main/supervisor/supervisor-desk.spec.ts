import { beforeEach, describe, expect, it } from 'vitest'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import type { UnbindReceipt } from '../../shared/domain/supervisor.ts'
import { err, ok } from '../../shared/result.ts'
import { initialDeskState } from '../agent/desk-state.ts'
import { DeskStore } from '../agent/desk-store.ts'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import type { ManagementError } from '../management/management-api.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { SupervisorDesk } from './supervisor-desk.ts'
import { binding, FakeManagement } from './testing/fake-management.ts'

const unknown: ManagementError = { code: 'outcome-unknown', isOutcomeUnknown: true }
const refused: ManagementError = { code: 'refused', reason: 'platform-refused', isOutcomeUnknown: false }
const credentials = { managementAddress: 'https://cms.example', appKey: 'key', appSecret: 'topsecret' }

describe('SupervisorDesk', () => {
  let management: FakeManagement
  let store: DeskStore
  let settings: MemorySettings
  let desk: SupervisorDesk
  let journal: NewJournalEntry[]

  const receipts = (): readonly UnbindReceipt[] => store.snapshot.supervisor.receipts

  async function unbind(...accounts: [string, ...string[]]): Promise<UnbindReceipt> {
    const result = await desk.unbind({ skillId: 3, accounts }, 'window')
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }

  beforeEach(() => {
    management = new FakeManagement()
    settings = new MemorySettings()
    const initial = initialDeskState(
      { gatewayAddress: '', caFile: '', agentId: '', phone: '', isAlwaysOffHook: true, demoPassword: null },
      { managementAddress: '', hasCredentials: false, demoAppKey: null, demoAppSecret: null, receipts: [] },
    )
    const clock = new ManualClock()
    store = new DeskStore({
      initial: { ...initial, queues: [{ id: 3, name: 'Sales', mediaType: 5 }] },
      app: { version: '0', host: 'chromium', locale: 'en' },
      clock,
      schedule: (run) => run(),
    })
    journal = []
    let number = 0
    desk = new SupervisorDesk({
      store,
      settings,
      clock,
      log: { info: () => undefined, warn: () => undefined },
      journal: { record: (entry) => void journal.push(entry) },
      newId: () => `receipt-${++number}`,
      openManagement: async ({ address }) =>
        address.startsWith('https://cms')
          ? ok(management)
          : err({ code: 'invalid-input', field: 'managementAddress' }),
      runOnlyAddress: 'https://cms.run-only',
    })
  })

  describe('refuses', () => {
    it('everything before it is connected', async () => {
      for (const result of [
        await desk.readBindings(3),
        await desk.unbind({ skillId: 3, accounts: ['agent101'] }, 'window'),
        await desk.unbindAll({ skillId: 3, typedName: 'Sales' }, 'window'),
        await desk.undo('receipt-1', 'window'),
      ]) {
        expect(result).toMatchObject({ ok: false, error: { code: 'not-connected' } })
      }
    })

    it('an empty list of accounts', async () => {
      await desk.connect(credentials, 'window')
      const input = { skillId: 3, accounts: [] as unknown as [string] }
      expect(await desk.unbind(input, 'window')).toMatchObject({
        error: { field: 'accounts', problem: 'required' },
      })
      expect(management.released).toEqual([])
    })

    it.each(['', 'sales', 'Sale', 'Billing'])('to unbind everyone when %j was typed', async (typedName) => {
      await desk.connect(credentials, 'window')
      expect(await desk.unbindAll({ skillId: 3, typedName }, 'window')).toMatchObject({
        error: { field: 'confirmation' },
      })
      expect(management.released).toEqual([])
    })

    it('to unbind everyone from a queue it does not know', async () => {
      await desk.connect(credentials, 'window')
      expect((await desk.unbindAll({ skillId: 9, typedName: 'Sales' }, 'window')).ok).toBe(false)
      expect(management.released).toEqual([])
    })

    it('to unbind when the old weights could not be read: there would be no way back', async () => {
      await desk.connect(credentials, 'window')
      management.readFailure = refused
      expect((await desk.unbind({ skillId: 3, accounts: ['agent101'] }, 'window')).ok).toBe(false)
      expect(management.released).toEqual([])
    })

    it.each([undefined, '', 'sales'])(
      'to empty a queue by naming its last accounts when %j was typed',
      async (typedName) => {
        await desk.connect(credentials, 'window')
        management.bound = [binding('agent102', 8)]
        const input = {
          skillId: 3,
          accounts: ['agent102'] as [string],
          ...(typedName === undefined ? {} : { typedName }),
        }
        expect(await desk.unbind(input, 'window')).toMatchObject({ error: { field: 'confirmation' } })
        expect(management.released).toEqual([])
      },
    )

    it('accounts that are not bound', async () => {
      await desk.connect(credentials, 'window')
      expect(await desk.unbind({ skillId: 3, accounts: ['agent999'] }, 'window')).toMatchObject({
        error: { reason: 'nothing-found' },
      })
      expect(management.released).toEqual([])
    })
  })

  it('keeps key and secret out of snapshot and settings, and the address for next time', async () => {
    await desk.connect(credentials, 'window')
    expect(JSON.stringify([store.snapshot, settings.current])).not.toContain('topsecret')
    expect(store.snapshot.supervisor.hasCredentials).toBe(true)
    expect(settings.current.managementAddress).toBe('https://cms.example')
    await desk.connect({ ...credentials, managementAddress: 'https://cms.run-only' }, 'window')
    expect(settings.current.managementAddress).toBe('https://cms.example')
  })

  it('refuses a wrong key at once and stays with the connection it had', async () => {
    const wrong: ManagementError = { code: 'refused', reason: 'wrong-app-key', isOutcomeUnknown: false }
    management.credentialFailure = wrong
    expect(await desk.connect(credentials, 'window')).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'wrong-app-key' },
    })
    expect(management.isDisposed).toBe(true)
    expect(store.snapshot.supervisor.hasCredentials).toBe(false)
    expect(settings.current.managementAddress).toBe('')
    management.credentialFailure = null
    await desk.connect(credentials, 'window')
    management.readFailure = wrong
    expect((await desk.readBindings(3)).ok).toBe(false)
    expect(store.snapshot.supervisor.hasCredentials).toBe(true)
  })

  it('unbinds exactly the named accounts and keeps their weights', async () => {
    await desk.connect(credentials, 'window')
    const receipt = await unbind('agent102')
    expect(management.released).toEqual([['agent102']])
    expect(receipt).toMatchObject({ outcome: 'unbound', scope: 'selected', before: [binding('agent102', 8)] })
    expect(receipts()).toEqual([receipt])
  })

  it('empties a queue by naming its last accounts once its name was typed', async () => {
    await desk.connect(credentials, 'window')
    management.bound = [binding('agent102', 8)]
    const result = await desk.unbind({ skillId: 3, accounts: ['agent102'], typedName: 'Sales' }, 'window')
    expect(result).toMatchObject({ value: { outcome: 'unbound', scope: 'selected' } })
    expect(management.released).toEqual([['agent102']])
  })

  it('unbinds everyone once the name was typed', async () => {
    await desk.connect(credentials, 'window')
    const result = await desk.unbindAll({ skillId: 3, typedName: 'Sales' }, 'window')
    expect(management.released).toEqual(['everyone'])
    expect(result).toMatchObject({ value: { outcome: 'unbound', scope: 'all' } })
  })

  it('binds again with the old weights, once', async () => {
    await desk.connect(credentials, 'window')
    const { id } = await unbind('agent101', 'agent103')
    expect(await desk.undo(id, 'window')).toMatchObject({ value: { outcome: 'undone', failedAccounts: [] } })
    expect(management.rebound).toEqual([binding('agent101', 7), binding('agent103', 9)])
    expect(await desk.undo(id, 'window')).toMatchObject({ error: { code: 'superseded' } })
    expect(management.rebound).toHaveLength(2)
  })

  it('names whom it could not bind again, and a second undo tries only those', async () => {
    await desk.connect(credentials, 'window')
    const { id } = await unbind('agent101', 'agent103')
    management.unbindableAccounts = ['agent103']
    expect(await desk.undo(id, 'window')).toMatchObject({
      value: { outcome: 'undo-failed', failedAccounts: ['agent103'] },
    })
    management.unbindableAccounts = []
    expect(await desk.undo(id, 'window')).toMatchObject({ value: { outcome: 'undone' } })
    expect(management.rebound.map((one) => one.account)).toEqual(['agent101', 'agent103'])
  })

  it('reads again when no answer came', async () => {
    await desk.connect(credentials, 'window')
    management.failure = unknown
    expect(await unbind('agent101')).toMatchObject({ outcome: 'unknown' })
    management.isSilent = true
    expect(await unbind('agent101')).toMatchObject({ outcome: 'unbound' })
  })

  it('cannot undo what was refused', async () => {
    await desk.connect(credentials, 'window')
    management.failure = refused
    const { id, outcome } = await unbind('agent101')
    expect(outcome).toBe('refused')
    expect((await desk.undo(id, 'window')).ok).toBe(false)
    expect(management.rebound).toEqual([])
  })

  describe('in the journal', () => {
    const written = (): readonly unknown[] =>
      journal.map(({ kind, name, cause, details }) => [kind, name, cause, details])

    it('every command is written down before it is sent, also one that is refused at once', async () => {
      await desk.unbindAll({ skillId: 3, typedName: 'wrong' }, 'window')
      await desk.undo('receipt-1', 'window')
      expect(written()).toEqual([
        ['command', 'unbind-all', 'window', { skillId: 3 }],
        ['command', 'undo-unbinding', 'window', { skillId: null, accounts: 0 }],
      ])
    })

    it.each([
      ['a yes', null, 'unbound', 'accepted'],
      ['a no', refused, 'unbinding-refused', 'refused'],
      ['silence', unknown, 'unbinding-unknown', 'none'],
    ])(
      '%s is written down with what became of it, and no account',
      async (_name, failure, outcome, cause) => {
        await desk.connect(credentials, 'window')
        management.failure = failure
        await unbind('agent101', 'agent102')
        expect(written()).toEqual([
          ['command', 'connect-management', 'window', {}],
          ['command', 'unbind', 'window', { skillId: 3, accounts: 2 }],
          ['receipt', outcome, cause, { skillId: 3, accounts: 2, failed: 0 }],
        ])
        expect(JSON.stringify(journal)).not.toMatch(/agent10|topsecret/)
      },
    )

    it('an undo is written down with how many it failed for', async () => {
      await desk.connect(credentials, 'window')
      const { id } = await unbind('agent101', 'agent103')
      management.unbindableAccounts = ['agent103']
      await desk.undo(id, 'window')
      management.unbindableAccounts = []
      await desk.undo(id, 'window')
      expect(written().slice(3)).toEqual([
        ['command', 'undo-unbinding', 'window', { skillId: 3, accounts: 2 }],
        ['receipt', 'undo-failed', 'refused', { skillId: 3, accounts: 2, failed: 1 }],
        ['command', 'undo-unbinding', 'window', { skillId: 3, accounts: 1 }],
        ['receipt', 'undone', 'accepted', { skillId: 3, accounts: 1, failed: 0 }],
      ])
    })
  })
})
