import { beforeEach, describe, expect, it } from 'vitest'
import { binding, bindings, refusal, silence } from './testing/fake-management.ts'
import { SupervisorFixture } from './testing/supervisor-fixture.ts'

let fixture: SupervisorFixture

beforeEach(async () => {
  fixture = await SupervisorFixture.connected()
})

const names = (count: number): string[] => bindings(count).map(({ account }) => account)
const byAccount = (account: string) => fixture.management.bound.find((one) => one.account === account)

describe('an undo is refused', () => {
  it('when nothing was unbound', async () => {
    fixture.management.failure = refusal
    const { id, outcome, undoable } = await fixture.unbind('agent101')
    expect([outcome, undoable]).toEqual(['refused', 0])
    expect(await fixture.desk.undo(id, 'window')).toMatchObject({ error: { code: 'superseded' } })
    expect(fixture.management.rebound).toEqual([])
  })

  it('when it is done already', async () => {
    const { id } = await fixture.unbind('agent101')
    await fixture.undo(id)
    expect(await fixture.desk.undo(id, 'window')).toMatchObject({ error: { code: 'superseded' } })
    expect(fixture.management.rebound).toHaveLength(1)
  })

  it('of an unbinding nobody knows', async () => {
    expect(await fixture.desk.undo('receipt-9', 'window')).toMatchObject({
      error: { reason: 'nothing-found' },
    })
  })

  it('when nobody can say who is bound by now: other weights would be overwritten', async () => {
    const { id } = await fixture.unbind('agent101')
    fixture.management.readFailure = refusal
    expect(await fixture.desk.undo(id, 'window')).toMatchObject({ error: { code: 'refused' } })
    expect(fixture.management.rebound).toEqual([])
    expect(fixture.receipts[0]).toMatchObject({ outcome: 'unbound', undoable: 1 })
  })
})

describe('an undo', () => {
  it('binds again with the old weights, accounts of the same weights together', async () => {
    fixture.management.bound = bindings(50)
    const { id } = await fixture.unbind(...names(45))
    expect(await fixture.undo(id)).toMatchObject({
      outcome: 'undone',
      tally: { 'bound-again': 45 },
      undoable: 0,
      progress: { done: 45, of: 45 },
    })
    expect(fixture.management.rebound.map(({ length }) => length)).toEqual([20, 3, 20, 2])
    const sorted = fixture.management.bound.toSorted((a, b) => (a.account < b.account ? -1 : 1))
    expect(sorted).toEqual(bindings(50))
  })

  it('of everyone binds everyone again', async () => {
    const before = [...fixture.management.bound]
    const result = await fixture.desk.unbindAll({ skillId: 3, typedName: 'Sales' }, 'window')
    if (!result.ok) throw new Error(result.error.code)
    expect(await fixture.undo(result.value.id)).toMatchObject({ outcome: 'undone' })
    expect(fixture.management.bound).toEqual(before)
  })

  it('leaves alone whom somebody else has bound meanwhile, with whatever weights, and says so', async () => {
    const { id } = await fixture.unbind('agent101', 'agent102')
    fixture.management.bound.push(binding('agent102', 99))
    expect(await fixture.undo(id)).toMatchObject({
      outcome: 'undone',
      exceptions: [{ account: 'agent102', result: 'bound-elsewhere' }],
      undoable: 0,
    })
    expect(fixture.management.rebound).toEqual([['agent101']])
    expect(byAccount('agent102')).toEqual(binding('agent102', 99))
  })

  it('sends nothing when somebody else has bound all of them', async () => {
    const { id } = await fixture.unbind('agent101')
    fixture.management.bound.push(binding('agent101', 99))
    expect(await fixture.undo(id)).toMatchObject({ outcome: 'nothing-to-undo', undoable: 0 })
    expect(fixture.management.rebound).toEqual([])
  })

  it('of an unknown outcome binds only who is really gone', async () => {
    fixture.management.failure = silence
    const { id } = await fixture.unbind('agent101', 'agent102')
    fixture.management.failure = null
    fixture.management.bound = fixture.management.bound.filter(({ account }) => account !== 'agent102')
    expect(await fixture.undo(id)).toMatchObject({ tally: { 'still-bound': 1, 'bound-again': 1 } })
    expect(fixture.management.rebound).toEqual([['agent102']])
  })

  it('of what was stopped binds only what was sent', async () => {
    fixture.management.bound = bindings(50)
    fixture.management.beforeChange = async () => {
      await fixture.desk.stop('receipt-1', 'window')
    }
    const { id } = await fixture.unbind(...names(45))
    fixture.management.beforeChange = () => undefined
    expect(await fixture.undo(id)).toMatchObject({
      outcome: 'undone',
      tally: { 'bound-again': 20, 'not-sent': 25 },
    })
    expect(fixture.management.bound).toHaveLength(50)
  })

  it('names whom it could not bind again, and a second one tries only those', async () => {
    const { id } = await fixture.unbind('agent101', 'agent103')
    fixture.management.stubborn = ['agent103']
    expect(await fixture.undo(id)).toMatchObject({
      outcome: 'undo-failed',
      exceptions: [{ account: 'agent103', result: 'undo-refused' }],
      undoable: 1,
    })
    fixture.management.stubborn = []
    expect(await fixture.undo(id)).toMatchObject({ outcome: 'undone', tally: { 'bound-again': 2 } })
    expect(fixture.management.rebound).toEqual([['agent101'], ['agent103'], ['agent103']])
  })

  it('that got no answer is proved by the next look, and not sent twice', async () => {
    const { id } = await fixture.unbind('agent101')
    fixture.management.beforeChange = () => {
      fixture.management.failure = silence
      fixture.management.isSilent = true
      fixture.management.readFailure = refusal
    }
    expect(await fixture.undo(id)).toMatchObject({ outcome: 'undo-failed', tally: { 'undo-unknown': 1 } })
    fixture.management.readFailure = null
    expect(await fixture.undo(id)).toMatchObject({ outcome: 'undone' })
    expect(fixture.management.rebound).toHaveLength(1)
  })

  it('can be stopped, and taken up again', async () => {
    fixture.management.bound = bindings(50)
    const { id } = await fixture.unbind(...names(45))
    fixture.management.beforeChange = async () => {
      await fixture.desk.stop(id, 'window')
    }
    expect(await fixture.undo(id)).toMatchObject({
      outcome: 'undo-stopped',
      tally: { 'bound-again': 20, unbound: 25 },
      undoable: 25,
    })
    fixture.management.beforeChange = () => undefined
    expect(await fixture.undo(id)).toMatchObject({ outcome: 'undone', tally: { 'bound-again': 45 } })
  })
})
