import type { AgentState as WorldState, Presence } from '../../simulator/world/agent.ts'
import type { AgentState } from '../../src/shared/domain/agent.ts'
import type { DeskSnapshot, SwitchView } from '../../src/shared/domain/desk-snapshot.ts'
import { sameSkillIds } from '../../src/shared/domain/skills.ts'
import type { TruthVerdict } from '../../src/shared/domain/truth-line.ts'
import { agentId, type Bench } from './situation.ts'

/** What may keep a screen from being right. */
export interface Judgement {
  /** The screen says what is not so, without saying that it may be so. */
  readonly wrong: readonly string[]
  /** The screen says itself that it does not know. */
  readonly doubted: readonly string[]
  /** A request is under way. */
  readonly pending: readonly string[]
}

/** What the gateway said of the session in this run. */
export interface Said {
  /** That it has none such: then the screen may believe it. */
  readonly isOver: boolean
  /** That the sign-out was carried out. */
  readonly isSignedOut: boolean
  /** The setting cannot be read back, and the gateway lied about it: known only with the end of a call. */
  readonly isAfterCallHidden: boolean
}

const stateNames: Readonly<Record<WorldState['name'], AgentState>> = {
  idle: 'idle',
  busy: 'busy',
  rest: 'rest',
  work: 'wrap-up',
  talking: 'talking',
}

/** These verdicts promise that what is shown is in force. */
const promising: ReadonlySet<TruthVerdict> = new Set(['accepted', 'confirmed'])

const presenceOf = ({ gateway }: Bench): Presence | null =>
  gateway.simulation.world.agents.get(agentId)?.presence ?? null

interface Findings {
  readonly wrong: string[]
  readonly doubted: string[]
  readonly pending: string[]
}

/** Compares what the screen shows with what is so. */
export function judge(bench: Bench, said: Said): Judgement {
  const { snapshot } = bench.desk
  const presence = presenceOf(bench)
  const found: Findings = { wrong: [], doubted: [], pending: [] }
  const { wrong } = found
  switch (snapshot.session.phase) {
    case 'online':
      if (presence?.session == null) wrong.push('says online, and nobody is signed in')
      else judgeOnline(bench, snapshot, presence, said, found)
      break
    case 'signed-out': {
      const isWarned = snapshot.notices.some(({ content }) => content.kind === 'sign-out-unconfirmed')
      if (presence?.session != null && !isWarned && !said.isSignedOut && !said.isOver) {
        wrong.push('says signed out, and the agent is signed in')
      }
      break
    }
    case 'taken-over':
    case 'ended':
      if (presence?.session != null && !said.isOver)
        wrong.push('says that the session has ended; nobody said so')
      break
    case 'signing-in':
    case 'signing-out':
    case 'doubtful':
    case 'recovering':
      found.doubted.push(snapshot.session.phase)
  }
  return found
}

function judgeOnline(
  bench: Bench,
  snapshot: DeskSnapshot,
  presence: Presence,
  said: Said,
  { wrong, doubted, pending }: Findings,
): void {
  const { agentState, call, afterCall, linkage, skills, waiting } = snapshot
  // A rest that is noted is told instead of what the agent does (table 1, code 9).
  const told = stateNames[presence.state.name]
  const state = presence.note?.name === 'rest' && agentState.effective !== told ? 'rest-requested' : told
  if (agentState.effective !== state) wrong.push(`shows ${String(agentState.effective)}, is ${state}`)
  if ((told === 'talking') !== (call !== null)) wrong.push(call === null ? 'hides the call' : 'shows a call')
  if (presence.state.name === 'talking' && call?.callId != null && call.callId !== presence.state.callid) {
    wrong.push('shows another call')
  }
  const own = [...presence.skills]
  if (skills.effective !== null && promising.has(skills.verdict) && !sameSkillIds(skills.effective, own)) {
    wrong.push(`shows queues ${skills.effective.join(' ')}, is in ${own.join(' ')}`)
  }
  if (!said.isAfterCallHidden && isPromisedWrongly(afterCall, presence.autoEnterIdle)) {
    wrong.push('shows the wrong state after a call')
  }
  if (isPromisedWrongly(linkage, presence.linkage === 'linked')) wrong.push('shows the wrong linkage')
  for (const [name, view] of Object.entries({ agentState, afterCall, linkage, skills })) {
    if (view.verdict === 'pending') pending.push(`${name} pending`)
    // Linkage is never told again; it stays doubted after a gap, and the screen says so.
    if (view.verdict === 'doubted' && name !== 'linkage') doubted.push(`${name} doubted`)
  }
  if (waiting.read.isLoading) pending.push('waiting calls loading')
  if (skills.configuredRead.isLoading) pending.push('queues loading')
  judgeReceipts(bench, snapshot, wrong, pending)
}

const isPromisedWrongly = (view: SwitchView<boolean>, isSo: boolean): boolean =>
  view.effective !== null && promising.has(view.verdict) && view.effective !== isSo

function judgeReceipts(bench: Bench, { waiting }: DeskSnapshot, wrong: string[], pending: string[]): void {
  for (const { callId, toSkillId, outcome } of waiting.receipts) {
    if (outcome === 'in-progress') pending.push('transfer in progress')
    const place = bench.gateway.simulation.world.calls.get(callId)?.place
    const isMoved = place?.kind === 'queue' && place.skillId === toSkillId
    if ((outcome === 'moved') !== isMoved && outcome !== 'in-progress' && outcome !== 'unknown') {
      wrong.push(`receipt says ${outcome}, the call ${isMoved ? 'was moved' : 'was not moved'}`)
    }
  }
}

/** The lasting wishes that are neither in force nor shown as what they are: failed, uncertain, contradicted. */
export function lostWishes(bench: Bench, said: Said): readonly string[] {
  const { desk, settings } = bench
  const presence = presenceOf(bench)
  if (desk.snapshot.session.phase !== 'online' || presence === null) return []
  const { autoIdle, isLinked, skills: choice } = settings.current.wishes
  const { afterCall, linkage, skills } = desk.snapshot
  const bindings = [...(bench.gateway.simulation.world.agents.get(agentId)?.bindings.keys() ?? [])]
  const chosen = choice.mode === 'chosen' ? choice.skillIds.filter((id) => bindings.includes(id)) : []
  const wished = choice.mode === 'all' ? bindings : chosen
  const lost: string[] = []
  const check = (name: string, isInForce: boolean, verdict: TruthVerdict): void => {
    const isShown = verdict === 'failed' || verdict === 'uncertain' || verdict === 'contradicted'
    if (!isInForce && !isShown) lost.push(`wish ${name} lost (${verdict})`)
  }
  if (!said.isAfterCallHidden) check('after-call', presence.autoEnterIdle === autoIdle, afterCall.verdict)
  check('linkage', (presence.linkage === 'linked') === isLinked, linkage.verdict)
  check('skills', sameSkillIds([...presence.skills], wished), skills.verdict)
  for (const view of [afterCall, linkage, skills]) if (view.isKept) lost.push('a wish still waits')
  return lost
}
