import fc from 'fast-check'
import type { RequestableState } from '../../../shared/domain/agent.ts'
import { callActions, type CallAction } from '../../../shared/domain/call-control.ts'
import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import type { WishName } from '../../../shared/domain/wishes.ts'
import type { GatewayError } from '../../gateway/gateway-error.ts'
import type { GatewayEvent } from '../../gateway/gateway-event.ts'
import type { FakeGateway } from '../../gateway/testing/fake-gateway.ts'
import { settle } from '../../time/testing/manual-clock.ts'
import { createFixture, type DeskFixture } from './desk-fixture.ts'

/** One thing that happens to a desk: an act of the agent, an answer, a gap, or time that passes. */
export type DeskAct =
  | { readonly act: 'state'; readonly to: RequestableState }
  | { readonly act: 'linkage' | 'after-call'; readonly on: boolean }
  | { readonly act: 'skills'; readonly skillId: number }
  | { readonly act: 'cancel'; readonly wish: WishName }
  | { readonly act: 'transfer'; readonly callId: string }
  | { readonly act: 'call'; readonly action: CallAction }
  | { readonly act: 'sign-out' }
  | { readonly act: 'gap'; readonly lastedMs: number }
  | { readonly act: 'advance'; readonly ms: number }
  | { readonly act: 'poll'; readonly answer: GatewayEvent | GatewayError | null }
  /** The command under way is answered; null = "0". */
  | { readonly act: 'answer'; readonly error: GatewayError | null }

const errors = fc.constantFrom<GatewayError>(
  { kind: 'timed-out' },
  { kind: 'cut' },
  { kind: 'unreachable', detail: '' },
  { kind: 'malformed', detail: '' },
  { kind: 'refused', reason: 'not-in-this-state', retcode: '100-009', message: '' },
  { kind: 'http-status', status: 502 },
)

const events = fc.constantFrom<GatewayEvent>(
  { type: 'idle', isForced: false, name: 'AgentState_Ready' },
  { type: 'busy', reason: 1, isForced: false },
  { type: 'rest', reason: 0 },
  { type: 'talking', callId: 'c', caller: '1' },
  { type: 'ringing', callId: 'c', caller: '1', isAutoAnswer: false },
  { type: 'held', callId: 'c' },
  { type: 'call-released', callId: 'c', by: 'customer' },
  { type: 'wrap-up', isRequested: false },
)

const is = <const T>(value: T): fc.Arbitrary<T> => fc.constant(value)
const wishes = fc.constantFrom<WishName>('agent-state', 'linkage', 'after-call', 'skills')
const ended = is<GatewayError>({ kind: 'session-gone', retcode: '100-006', message: '' })

const act: fc.Arbitrary<DeskAct> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: is('state'),
      to: fc.constantFrom<RequestableState>('idle', 'busy', 'rest', 'wrap-up'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('linkage' as const, 'after-call' as const),
      on: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: is('skills'), skillId: fc.constantFrom(1, 2) }) },
  { weight: 2, arbitrary: fc.record({ act: is('cancel'), wish: wishes }) },
  { weight: 1, arbitrary: fc.record({ act: is('transfer'), callId: fc.constantFrom('c-1', 'c-2') }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: is('call'), action: fc.constantFrom<CallAction>(...callActions) }),
  },
  { weight: 1, arbitrary: fc.record({ act: is('sign-out') }) },
  { weight: 2, arbitrary: fc.record({ act: is('gap'), lastedMs: fc.nat({ max: 90_000 }) }) },
  { weight: 6, arbitrary: fc.record({ act: is('advance'), ms: fc.oneof(fc.nat(500), fc.nat(8_000)) }) },
  { weight: 3, arbitrary: fc.record({ act: is('poll'), answer: is(null) }) },
  { weight: 3, arbitrary: fc.record({ act: is('poll'), answer: events }) },
  { weight: 3, arbitrary: fc.record({ act: is('poll'), answer: errors }) },
  { weight: 1, arbitrary: fc.record({ act: is('poll'), answer: ended }) },
  {
    weight: 8,
    arbitrary: fc.record({ act: is('answer'), error: fc.option(errors, { freq: 2, nil: null }) }),
  },
)

export const deskActs = fc.array(act, { minLength: 1, maxLength: 40 })

const commands = [
  ...['setAutoIdle', 'resetSkills', 'sayIdle', 'sayBusy', 'rest', 'cancelRest', 'enterWrapUp'],
  ...['transferWaitingCall', 'signOut', 'answerCall', 'holdCall', 'retrieveCall', 'mute', 'unmute'],
  ...['releaseCall', 'pickUpPhone', 'hangUpPhone'],
] as readonly Parameters<FakeGateway['hold']>[0][]

const kept = ({
  agentState,
  linkage,
  afterCall,
  skills,
}: DeskSnapshot): Readonly<Record<WishName, boolean>> => ({
  'agent-state': agentState.isKept,
  linkage: linkage.isKept,
  'after-call': afterCall.isKept,
  skills: skills.isKept,
})

/** The real desk over a fake gateway under random acts, with a watch on everything it may never do. */
export class DeskWalk {
  readonly fixture: DeskFixture = createFixture()
  /** What the desk did that it may never do. */
  readonly faults: string[] = []
  /** How many of the gateway's held commands were answered; they go one after another. */
  #answered = 0

  async start(): Promise<void> {
    const { desk, gateway } = this.fixture
    await this.fixture.signIn()
    for (const method of commands) gateway.hold(method)
    let { revision } = desk.snapshot
    desk.subscribe((snapshot) => {
      if (snapshot.revision <= revision) this.faults.push(`revision ${snapshot.revision} after ${revision}`)
      revision = snapshot.revision
    })
  }

  get snapshot(): DeskSnapshot {
    return this.fixture.desk.snapshot
  }

  async do(step: DeskAct): Promise<void> {
    const { journal, store } = this.fixture
    const before = kept(this.snapshot)
    const [entries, notices] = [journal.length, store.state.notices]
    await this.#carryOut(step)
    await settle(6)
    const told = journal.slice(entries).filter(({ kind }) => kind === 'wish' || kind === 'command')
    for (const [wish, isKept] of Object.entries(kept(this.snapshot))) {
      const isLost = before[wish as WishName] && !isKept && (this.#isOpen() || wish === 'agent-state')
      const isTold = told.some(({ name }) => name === wish) || store.state.notices !== notices
      if (isLost && !isTold) this.faults.push(`${wish}: kept no more, and nobody says why (${step.act})`)
    }
    if (this.#underWay() > 1) this.faults.push(`${this.#underWay()} commands under way`)
  }

  /** From here on every command is answered with "0" and every poll with nothing, until nothing waits any more. */
  async heal(): Promise<void> {
    for (let turn = 0, quietTurns = 0; turn < 60 && quietTurns < 12; turn += 1) {
      const { phase } = this.snapshot.session
      const isQuiet = phase !== 'doubtful' && phase !== 'recovering' && this.#underWay() === 0
      quietTurns = isQuiet ? quietTurns + 1 : 0
      while (this.#underWay() > 0) await this.do({ act: 'answer', error: null })
      await this.do({ act: 'poll', answer: null })
      await this.do({ act: 'advance', ms: 3_000 })
    }
  }

  /** Quits with whatever waits. */
  async dispose(): Promise<void> {
    const { desk, clock } = this.fixture
    const quitting: { isDone: boolean } = { isDone: false }
    const done = desk.dispose().then(() => (quitting.isDone = true))
    // Each of its steps gives up after a moment.
    for (let turn = 0; turn < 100 && !quitting.isDone; turn += 1) await clock.advance(100)
    await done
    while (this.#underWay() > 0) await this.#carryOut({ act: 'answer', error: null })
    await settle()
  }

  #isOpen(): boolean {
    const { phase } = this.snapshot.session
    return phase !== 'ended' && phase !== 'signed-out'
  }

  #underWay(): number {
    return this.fixture.gateway.held.length - this.#answered
  }

  async #carryOut(step: DeskAct): Promise<void> {
    const { desk, gateway, clock } = this.fixture
    switch (step.act) {
      case 'state':
        void desk.setAgentState({ state: step.to }, 'window')
        return
      case 'linkage':
        void desk.setLinkage(step.on, 'window')
        return
      case 'after-call':
        void desk.setAfterCall(step.on, 'window')
        return
      case 'skills':
        void desk.signInToSkills({ mode: 'chosen', skillIds: [step.skillId] }, 'window')
        return
      case 'cancel':
        void desk.cancelWish(step.wish, 'window')
        return
      case 'transfer':
        void desk.transferWaitingCall({ callId: step.callId, fromSkillId: 1, toSkillId: 2 }, 'window')
        return
      case 'call':
        void desk.controlCall(step.action, 'window')
        return
      case 'sign-out':
        void desk.signOut({ force: false }, 'window')
        return
      case 'gap':
        desk.gapFound({ from: clock.now() - step.lastedMs, cause: 'sleep' })
        return
      case 'advance':
        await clock.advance(step.ms)
        return
      case 'poll':
        this.#poll(step.answer)
        return
      case 'answer': {
        const held = gateway.held[this.#answered]
        if (held === undefined) return
        this.#answered += 1
        if (step.error !== null) gateway.failNext(held.method, step.error)
        held.release()
      }
    }
  }

  #poll(answer: GatewayEvent | GatewayError | null): void {
    const { gateway } = this.fixture
    if (answer !== null && 'kind' in answer) {
      gateway.failPoll(answer)
      return
    }
    const isState = answer?.type === 'idle' || answer?.type === 'busy' || answer?.type === 'rest'
    if (isState) gateway.status = { state: answer.type, isInCall: false }
    if (answer?.type === 'talking') gateway.status = { state: 'talking', isInCall: true }
    if (answer?.type === 'wrap-up') gateway.status = { state: 'wrap-up', isInCall: false }
    gateway.emit(answer)
  }
}
