import { beforeEach, describe, expect, it } from 'vitest'
import type { AgentState } from '../../shared/domain/agent.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const transfer = { callId: 'c-1', fromSkillId: 1, toSkillId: 2 }

/** The call was moved, answered or hung up, or it is hidden: each list is empty. */
describe('a transfer whose call is in no list', () => {
  let fixture: DeskFixture
  const outcome = (): unknown => fixture.desk.snapshot.waiting.receipts[0]?.outcome
  const isState = (state: AgentState): void => {
    fixture.gateway.status = { state, isInCall: state === 'talking' }
  }

  /** The gateway has all three lists read, one after the other; `meanwhile` runs before the last one is answered. */
  async function readLists(meanwhile: () => Promise<void>): Promise<void> {
    fixture.gateway.hold('waitingCalls')
    void fixture.desk.transferWaitingCall(transfer)
    await fixture.clock.advance(0)
    for (const nth of [0, 1, 2]) {
      if (nth === 2) await meanwhile()
      fixture.gateway.held[nth]!.release()
      await fixture.clock.advance(2_500)
    }
  }

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
    fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
    isState('busy')
    await fixture.clock.advance(0)
  })

  it.each<[AgentState, AgentState]>([
    ['wrap-up', 'talking'],
    ['talking', 'busy'],
    ['busy', 'idle'],
  ])('is undecided when the agent was %s at first, and %s at the end', async (before, after) => {
    isState(before)
    await readLists(async () => isState(after))
    expect(outcome()).toBe('unknown')
  })

  it('is undecided when the agent was seen idle in between', async () => {
    await readLists(async () => {
      fixture.gateway.emit({ type: 'idle', isForced: false, name: 'AgentState_Ready' })
      await fixture.settle()
      fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
      await fixture.settle()
    })
    expect(outcome()).toBe('unknown')
  })

  it('is decided when the agent was busy all the time', async () => {
    await readLists(async () => undefined)
    expect(outcome()).toBe('taken')
  })

  it('is decided at the next look after an undecided one', async () => {
    isState('talking')
    await readLists(async () => isState('busy'))
    expect(outcome()).toBe('unknown')
    // The three of the next look.
    while (fixture.gateway.held.length < 6) {
      await fixture.clock.advance(3_000)
      fixture.gateway.held.at(-1)!.release()
    }
    await fixture.clock.advance(0)
    expect(outcome()).toBe('taken')
  })
})
