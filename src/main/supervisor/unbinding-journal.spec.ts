import { beforeEach, describe, expect, it } from 'vitest'
import { bindings, refusal, silence } from './testing/fake-management.ts'
import { onlineAgent, SupervisorFixture } from './testing/supervisor-fixture.ts'

let fixture: SupervisorFixture

beforeEach(async () => {
  fixture = await SupervisorFixture.connected()
})

describe('the journal of a supervisor', () => {
  it('has every command before it is sent, also one that is refused at once', async () => {
    await fixture.desk.unbindAll({ skillId: 3, typedName: 'wrong' }, 'window')
    await fixture.desk.undo('receipt-1', 'tray')
    await fixture.desk.stop('receipt-1', 'window')
    expect(fixture.written).toEqual([
      ['command', 'unbind-all', 'window', { skillId: 3 }],
      ['command', 'undo-unbinding', 'tray', { skillId: null, accounts: 0 }],
      ['command', 'stop-unbinding', 'window', { skillId: null }],
    ])
  })

  it('has the head-count before anything is sent', async () => {
    fixture.roster.agents = [onlineAgent('101', { state: 'talking' }), onlineAgent('103')]
    let before: readonly unknown[] = []
    fixture.management.beforeChange = () => {
      before = fixture.written
    }
    await fixture.unbind('agent101', 'agent102')
    expect(before.at(-1)).toEqual([
      'receipt',
      'unbinding',
      'window',
      { skillId: 3, accounts: 2, bound: 3, online: 2, chosenOnline: 1, chosenInCall: 1 },
    ])
  })

  it.each([
    ['a yes', null, 'unbound', 'accepted', { done: 2 }],
    ['a no', refusal, 'unbinding-refused', 'refused', { failed: 2 }],
    ['silence', silence, 'unbinding-unknown', 'none', { unknown: 2 }],
  ])('has %s with what became of it, and no account', async (_name, failure, name, cause, results) => {
    fixture.management.failure = failure
    await fixture.unbind('agent101', 'agent102')
    expect(fixture.written.at(-1)).toEqual(['receipt', name, cause, { skillId: 3, accounts: 2, ...results }])
    expect(JSON.stringify(fixture.journal)).not.toMatch(/agent10|topsecret/)
  })

  it('has a stop, and how many were not sent', async () => {
    fixture.management.bound = bindings(50)
    fixture.management.beforeChange = async () => {
      await fixture.desk.stop('receipt-1', 'window')
    }
    await fixture.unbind(...bindings(45).map(({ account }) => account))
    expect(fixture.written.slice(-2)).toEqual([
      ['command', 'stop-unbinding', 'window', { skillId: 3 }],
      ['receipt', 'unbinding-stopped', 'stopped', { skillId: 3, accounts: 45, done: 20, notSent: 25 }],
    ])
  })

  it('has an undo with how many it failed for', async () => {
    const { id } = await fixture.unbind('agent101', 'agent103')
    fixture.management.stubborn = ['agent103']
    await fixture.undo(id)
    fixture.management.stubborn = []
    await fixture.undo(id)
    expect(fixture.written.slice(3)).toEqual([
      ['command', 'undo-unbinding', 'window', { skillId: 3, accounts: 2 }],
      ['receipt', 'undo-failed', 'refused', { skillId: 3, accounts: 2, boundAgain: 1, failed: 1 }],
      ['command', 'undo-unbinding', 'window', { skillId: 3, accounts: 1 }],
      ['receipt', 'undone', 'accepted', { skillId: 3, accounts: 1, boundAgain: 1 }],
    ])
  })
})
