import { beforeEach, describe, expect, it } from 'vitest'
import { binding, bindings, refusal, silence } from './testing/fake-management.ts'
import { onlineAgent, SupervisorFixture } from './testing/supervisor-fixture.ts'

let fixture: SupervisorFixture

beforeEach(async () => {
  fixture = await SupervisorFixture.connected()
})

const unbindAll = (typedName: string) => fixture.desk.unbindAll({ skillId: 3, typedName }, 'window')

describe('SupervisorDesk refuses', () => {
  it('everything before it is connected', async () => {
    const { desk } = new SupervisorFixture()
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
    const input = { skillId: 3, accounts: [] as unknown as [string] }
    expect(await fixture.desk.unbind(input, 'window')).toMatchObject({
      error: { field: 'accounts', problem: 'required' },
    })
    expect(fixture.management.released).toEqual([])
  })

  it.each(['', 'sales', 'Sale', 'Billing'])('to unbind everyone when %j was typed', async (typedName) => {
    expect(await unbindAll(typedName)).toMatchObject({ error: { field: 'confirmation' } })
    expect(fixture.management.released).toEqual([])
  })

  it('to unbind everyone from a queue it does not know', async () => {
    expect((await fixture.desk.unbindAll({ skillId: 9, typedName: 'Sales' }, 'window')).ok).toBe(false)
    expect(fixture.management.released).toEqual([])
  })

  it('to unbind when the old weights could not be read: there would be no way back', async () => {
    fixture.management.readFailure = refusal
    expect((await fixture.desk.unbind({ skillId: 3, accounts: ['agent101'] }, 'window')).ok).toBe(false)
    expect((await unbindAll('Sales')).ok).toBe(false)
    expect(fixture.management.released).toEqual([])
  })

  const lacks: readonly (readonly [string, (() => void) | null])[] = [
    ['its last accounts', () => (fixture.management.bound = [binding('agent102', 8)])],
    [
      'the last one who is online',
      () => (fixture.roster.agents = [onlineAgent('102'), onlineAgent('103', { skillIds: [1] })]),
    ],
  ]
  const typed = [undefined, '', 'sales']
  it.each(lacks.flatMap(([what, arrange]) => typed.map((typedName) => ({ what, arrange, typedName }))))(
    'to take $what off a queue by name when $typedName was typed',
    async ({ arrange, typedName }) => {
      arrange?.()
      const input = {
        skillId: 3,
        accounts: ['agent102'] as [string],
        ...(typedName === undefined ? {} : { typedName }),
      }
      expect(await fixture.desk.unbind(input, 'window')).toMatchObject({ error: { field: 'confirmation' } })
      expect(fixture.management.released).toEqual([])
    },
  )

  it('accounts none of which is bound', async () => {
    expect(
      await fixture.desk.unbind({ skillId: 3, accounts: ['agent998', 'agent999'] }, 'window'),
    ).toMatchObject({ error: { reason: 'nothing-found' } })
    expect(fixture.management.released).toEqual([])
  })

  it('to stop what is not under way, and to tell of what it does not know', async () => {
    const { id } = await fixture.unbind('agent101')
    for (const receiptId of [id, 'receipt-9']) {
      expect(await fixture.desk.stop(receiptId, 'window')).toMatchObject({ error: { code: 'superseded' } })
    }
    expect(await fixture.desk.readReport('receipt-9')).toMatchObject({ error: { reason: 'nothing-found' } })
  })
})

describe('SupervisorDesk, unbinding', () => {
  it('names exactly the accounts that were named, and keeps their weights', async () => {
    const receipt = await fixture.unbind('agent102')
    expect(fixture.management.released).toEqual([['agent102']])
    expect(receipt).toMatchObject({ outcome: 'unbound', scope: 'selected', count: 1, undoable: 1 })
    expect(fixture.receipts).toEqual([receipt])
    expect(await fixture.desk.readReport(receipt.id)).toEqual({
      ok: true,
      value: {
        receiptId: receipt.id,
        lines: [{ ...binding('agent102', 8), result: 'unbound', error: null }],
      },
    })
  })

  it('names those that are not bound any more, and sends only the others', async () => {
    const receipt = await fixture.unbind('agent102', 'agent999')
    expect(fixture.management.released).toEqual([['agent102']])
    expect(receipt).toMatchObject({
      outcome: 'unbound',
      count: 2,
      exceptions: [{ account: 'agent999', result: 'not-bound' }],
      undoable: 1,
    })
  })

  it.each(['agent102', 'everyone'])(
    'takes the last off a queue (%s) once its name was typed',
    async (who) => {
      fixture.management.bound = [binding('agent102', 8)]
      const result =
        who === 'everyone'
          ? await unbindAll('Sales')
          : await fixture.desk.unbind({ skillId: 3, accounts: ['agent102'], typedName: 'Sales' }, 'window')
      expect(result).toMatchObject({ value: { outcome: 'unbound' } })
      expect(fixture.management.released).toEqual([who === 'everyone' ? who : [who]])
    },
  )

  it('goes in batches and shows how far it is', async () => {
    fixture.management.bound = bindings(50)
    const seen: unknown[] = []
    fixture.management.beforeChange = () => {
      const [receipt] = fixture.receipts
      seen.push([receipt?.outcome, receipt?.progress, receipt?.undoable])
    }
    const receipt = await fixture.unbind(...bindings(45).map(({ account }) => account))
    expect(seen).toEqual([
      ['unbinding', { done: 0, of: 45 }, 0],
      ['unbinding', { done: 20, of: 45 }, 0],
      ['unbinding', { done: 40, of: 45 }, 0],
    ])
    expect(receipt).toMatchObject({
      outcome: 'unbound',
      progress: { done: 45, of: 45 },
      tally: { unbound: 45 },
    })
    expect(fixture.management.bound).toEqual(bindings(50).slice(45))
  })

  it('stops before what has not been sent', async () => {
    fixture.management.bound = bindings(50)
    fixture.management.beforeChange = async () => {
      expect(await fixture.desk.stop('receipt-1', 'window')).toMatchObject({ ok: true })
      expect(fixture.receipts[0]).toMatchObject({ outcome: 'unbinding', isStopping: true })
    }
    const receipt = await fixture.unbind(...bindings(45).map(({ account }) => account))
    expect(receipt).toMatchObject({
      outcome: 'stopped',
      isStopping: false,
      tally: { unbound: 20, 'not-sent': 25 },
      exceptions: [],
      undoable: 20,
    })
    expect(fixture.management.bound).toHaveLength(30)
  })

  it('unbinds the others when one is refused, and says which and why', async () => {
    fixture.management.bound = bindings(40)
    fixture.management.stubborn = ['agent105']
    const receipt = await fixture.unbind(...bindings(30).map(({ account }) => account))
    const { isOutcomeUnknown: _mark, ...error } = refusal
    expect(receipt).toMatchObject({
      outcome: 'partly',
      tally: { unbound: 29, refused: 1 },
      exceptions: [{ account: 'agent105', result: 'refused', error }],
      error,
      undoable: 29,
    })
  })

  it('leaves alone what comes after a silence, and reads back what it can', async () => {
    fixture.management.bound = bindings(50)
    fixture.management.beforeChange = () => {
      fixture.management.failure = fixture.management.released.length < 2 ? null : silence
    }
    const receipt = await fixture.unbind(...bindings(45).map(({ account }) => account))
    expect(fixture.management.released).toHaveLength(2)
    expect(receipt).toMatchObject({
      outcome: 'partly',
      tally: { unbound: 20, unknown: 20, 'not-sent': 5 },
      undoable: 40,
    })
  })

  it('believes the list that is read afterwards more than the answer', async () => {
    fixture.management.failure = silence
    expect(await fixture.unbind('agent101')).toMatchObject({ outcome: 'unknown' })
    fixture.management.isSilent = true
    expect(await fixture.unbind('agent101')).toMatchObject({ outcome: 'unbound', error: null })
    fixture.management.failure = null
    const { bound } = fixture.management
    // Somebody binds him again before the list is read.
    fixture.management.afterChange = () => {
      fixture.management.bound = bound
    }
    expect(await fixture.unbind('agent102')).toMatchObject({
      outcome: 'unknown',
      tally: { 'still-bound': 1 },
    })
  })

  it('says accepted, not unbound, when nothing could be read afterwards', async () => {
    fixture.management.beforeChange = () => {
      fixture.management.readFailure = refusal
    }
    expect(await fixture.unbind('agent101')).toMatchObject({ outcome: 'unbound', tally: { accepted: 1 } })
  })

  it('goes one after another: the second sees what the first has done', async () => {
    const [first, second] = await Promise.all([
      fixture.unbind('agent101', 'agent102'),
      fixture.unbind('agent102', 'agent101', 'agent999').catch((error: unknown) => error),
    ])
    expect(first).toMatchObject({ outcome: 'unbound' })
    expect(second).toEqual(new Error('refused'))
    expect(fixture.management.released).toEqual([['agent101', 'agent102']])
  })

  it('sends nothing more once the program ends', async () => {
    fixture.management.bound = bindings(50)
    fixture.management.beforeChange = () => fixture.desk.dispose()
    await fixture.unbind(...bindings(45).map(({ account }) => account))
    expect(fixture.management.released).toHaveLength(1)
  })
})

describe('SupervisorDesk, head-counts', () => {
  it('are taken of this moment', async () => {
    fixture.roster.agents = [
      onlineAgent('101', { state: 'talking' }),
      onlineAgent('102'),
      onlineAgent('103', { skillIds: [1] }),
      onlineAgent('199'),
    ]
    expect((await fixture.unbind('agent101', 'agent103')).heads).toEqual({
      bound: 3,
      chosen: 2,
      online: 2,
      chosenOnline: 1,
      chosenInCall: 1,
    })
  })

  it('read the roster again only when it is old', async () => {
    await fixture.unbind('agent101')
    await fixture.clock.advance(15_000)
    await fixture.unbind('agent102')
    expect(fixture.roster.readings).toBe(1)
    await fixture.clock.advance(1)
    await fixture.desk.unbindAll({ skillId: 3, typedName: 'Sales' }, 'window')
    expect(fixture.roster.readings).toBe(2)
  })

  it.each([
    ['the roster cannot be read', () => (fixture.roster.failure = true)],
    [
      'nobody hears the gateway',
      () => fixture.store.update((state) => ({ ...state, session: { phase: 'signed-out', ended: null } })),
    ],
  ])('know nothing of who is online while %s, and do not hold anything up', async (_what, arrange) => {
    arrange()
    expect(await fixture.unbind('agent101')).toMatchObject({
      outcome: 'unbound',
      heads: { bound: 3, chosen: 1, online: null, chosenOnline: null, chosenInCall: null },
    })
  })
})
