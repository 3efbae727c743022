import { describe, expect, it } from 'vitest'
import { wholeRoster } from '../../shared/domain/roster-query.ts'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { formatCommand } from '../../shared/commands/format-command.ts'
import { ok } from '../../shared/result.ts'
import { FakeDesk } from './testing/fake-desk.ts'
import { fakeRecords, noDiagnostics } from './testing/fake-records.ts'
import { createHandlers } from './handlers.ts'
import { Watches } from './watches.ts'

function setUp(entries: readonly JournalEntry[] = [], stopCheck = async (): Promise<unknown> => null) {
  const { asked, ...records } = fakeRecords(entries)
  const desk = new FakeDesk()
  const told: string[] = []
  const supervised: unknown[] = []
  const answer =
    (name: string) =>
    async (...args: readonly unknown[]) => {
      supervised.push([name, ...args])
      return { ok: false, error: { code: 'not-connected' } } as const
    }
  const handlers = createHandlers({
    desk,
    supervisor: {
      connect: answer('connect'),
      readBindings: answer('readBindings'),
      unbind: answer('unbind'),
      unbindAll: answer('unbindAll'),
      undo: answer('undo'),
      stop: answer('stop'),
      readReport: answer('readReport'),
    },
    watches: new Watches(desk),
    ...records,
    help: {
      ...records.help,
      check: {
        ...records.help.check,
        stop: async () => {
          await stopCheck()
        },
      },
    },
    runner: {
      run: async (command, door) => {
        told.push(`${door}: ${formatCommand(command)}`)
        return ok(null)
      },
    },
    snapshotAsked: () => told.push('asked'),
    chooseCaFile: async (windowId) => `/ca-${windowId}.pem`,
    saveJournal: async (windowId) => ok(`/log-${windowId}.txt`),
    saveRoster: async (windowId, { text }, columns) =>
      ok({ path: `/${windowId}-${text}-${columns.join('+')}.csv`, agentCount: 1 }),
    quit: () => told.push('quit'),
  })
  return { desk, told, supervised, handlers, asked }
}

const context = { windowId: 3 }

describe('commands', () => {
  it.each(['session:sign-in', 'session:return'] as const)(
    '%s waits until no connection check is signed in any more',
    async (channel) => {
      const stopped = Promise.withResolvers<null>()
      const { desk, handlers } = setUp([], () => stopped.promise)
      const answered =
        channel === 'session:return'
          ? handlers[channel]({ takeOver: false }, context)
          : handlers[channel](
              {
                gatewayAddress: 'https://gateway.example',
                caFile: '',
                agentId: '101',
                password: 'secret',
                phone: '8101',
                isAlwaysOffHook: true,
                takeOver: false,
              },
              context,
            )
      await Promise.resolve()
      expect(desk.calls).toEqual([])
      stopped.resolve(null)
      expect((await answered).ok).toBe(true)
      expect(desk.calls).toHaveLength(1)
    },
  )

  it('reach the desk with the window as their door', async () => {
    const { desk, handlers } = setUp()
    await handlers['agent:set-state']({ state: 'rest', reason: 2 }, context)
    await handlers['call:control']({ action: 'hold' }, context)
    await handlers['agent:set-after-call']({ autoIdle: false }, context)
    await handlers['agent:set-linkage']({ linked: true }, context)
    await handlers['skills:sign-in']({ choice: { mode: 'none' } }, context)
    await handlers['session:return']({ takeOver: true }, context)
    await handlers['session:sign-out']({ force: true }, context)
    await handlers['wishes:cancel']({ wish: 'linkage' }, context)
    await handlers['absence:dismiss']({ id: 9 }, context)
    await handlers['waiting:transfer']({ callId: 'c', fromSkillId: 1, toSkillId: 2 }, context)
    await handlers['desk:watch']({ views: ['roster'] }, context)
    await handlers['notices:dismiss']({ id: 4 }, context)
    expect(desk.calls).toEqual([
      ['setAgentState', { state: 'rest', reason: 2 }, 'window'],
      ['controlCall', 'hold', 'window'],
      ['setAfterCall', false, 'window'],
      ['setLinkage', true, 'window'],
      ['signInToSkills', { mode: 'none' }, 'window'],
      ['returnToSession', { takeOver: true }, 'window'],
      ['signOut', { force: true }, 'window'],
      ['cancelWish', 'linkage', 'window'],
      ['dismissAbsence', 9],
      ['transferWaitingCall', { callId: 'c', fromSkillId: 1, toSkillId: 2 }, 'window'],
      ['watch', 3, ['roster']],
      ['dismissNotice', 4],
    ])
  })

  it('of the table run at the door of the palette; what is none is refused', async () => {
    const { told, desk, handlers } = setUp()
    expect(await handlers['commands:run']({ text: 'auto-idle=of' }, context)).toEqual({
      ok: false,
      error: { code: 'invalid-input', field: 'input', problem: 'malformed' },
    })
    await handlers['commands:run']({ text: 'auto-idle=off' }, context)
    expect([told, desk.calls]).toEqual([['palette: auto-idle=off'], []])
  })

  it('of the supervisor reach his desk', async () => {
    const { supervised, handlers } = setUp()
    await handlers['supervisor:read-bindings']({ skillId: 2 }, context)
    await handlers['supervisor:unbind']({ skillId: 2, accounts: ['agent102'] }, context)
    await handlers['supervisor:unbind-all']({ skillId: 2, typedName: 'Billing' }, context)
    await handlers['supervisor:undo']({ receiptId: 'r' }, context)
    await handlers['supervisor:stop']({ receiptId: 'r' }, context)
    await handlers['supervisor:read-report']({ receiptId: 'r' }, context)
    expect(supervised).toEqual([
      ['readBindings', 2],
      ['unbind', { skillId: 2, accounts: ['agent102'] }, 'window'],
      ['unbindAll', { skillId: 2, typedName: 'Billing' }, 'window'],
      ['undo', 'r', 'window'],
      ['stop', 'r', 'window'],
      ['readReport', 'r'],
    ])
  })

  it('answer with the present values', async () => {
    const { desk, told, handlers } = setUp()
    expect(await handlers['desk:get-snapshot']({}, context)).toEqual(ok(desk.snapshot))
    expect(await handlers['roster:get-snapshot']({}, context)).toEqual(ok(desk.roster))
    expect(await handlers['settings:choose-ca-file']({}, context)).toEqual(ok('/ca-3.pem'))
    expect(await handlers['journal:save']({}, context)).toEqual(ok('/log-3.txt'))
    const columns = ['agent'] as const
    expect(
      await handlers['roster:export'](
        { query: { ...wholeRoster, states: [], text: 'x' }, columns: [...columns] },
        context,
      ),
    ).toEqual(ok({ path: '/3-x-agent.csv', agentCount: 1 }))
    expect(await handlers['app:quit']({}, context)).toEqual(ok(null))
    expect(told).toEqual(['asked', 'quit'])
  })

  it('answer with the figures of the diagnostics', async () => {
    const { handlers } = setUp()
    expect(await handlers['diagnostics:read']({}, context)).toEqual(ok(noDiagnostics))
  })
})

describe('preferences', () => {
  it('are read, changed and given back', async () => {
    const { handlers } = setUp()
    const theme = async () => {
      const read = await handlers['preferences:get-snapshot']({}, context)
      return read.ok && [read.value.values.theme, read.value.sources.theme]
    }
    expect(await handlers['preferences:change']({ theme: 'dark' }, context)).toEqual(ok(null))
    expect(await theme()).toEqual(['dark', 'yours'])
    expect(await handlers['preferences:reset']({ keys: ['theme'] }, context)).toEqual(ok(null))
    expect(await theme()).toEqual(['system', 'default'])
  })
})

describe('reading the journal', () => {
  const entry = (id: number, text = ''): JournalEntry => ({
    id,
    at: id,
    kind: 'answer',
    name: 'resetSkill',
    cause: null,
    details: { text },
  })

  it.each([
    [{ kinds: [], before: null, limit: 50 }, { limit: 50 }],
    [
      { kinds: ['gap' as const], before: 7, limit: 5 },
      { kinds: ['gap'], beforeId: 7, limit: 5 },
    ],
    [
      { kinds: [], isRecentOnly: true, before: null, limit: 5 },
      { isRecentOnly: true, limit: 5 },
    ],
    [
      { kinds: [], door: 'tray' as const, before: null, limit: 5 },
      { door: 'tray', limit: 5 },
    ],
  ])('%j asks for %j', async (input, filter) => {
    const { handlers, asked } = setUp([entry(1)])
    expect(await handlers['journal:read'](input, context)).toEqual(ok([entry(1)]))
    expect(asked).toEqual([filter])
  })

  const read = async (entries: readonly JournalEntry[]) => {
    const { handlers } = setUp(entries)
    const answer = await handlers['journal:read']({ kinds: [], before: null, limit: 500 }, context)
    return answer.ok ? answer.value.length : -1
  }

  it('hands out no more than one answer may hold', async () => {
    const length = await read(Array.from({ length: 500 }, (_, id) => entry(id, 'x'.repeat(2_000))))
    expect(length).toBeGreaterThan(10)
    expect(length).toBeLessThan(70)
  })

  it('always goes on: an entry larger than an answer comes alone', async () => {
    expect(await read([entry(2, 'x'.repeat(1_000_000)), entry(1)])).toBe(1)
  })

  it('hands out a full page of common entries', async () => {
    expect(await read(Array.from({ length: 500 }, (_, id) => entry(id, 'x'.repeat(60))))).toBe(500)
  })
})
