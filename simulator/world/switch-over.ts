import { endPresence } from './presence.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** Long enough for every client to hear it; one public client repeats at once whatever it does not know. */
const LAST_WORD_MS = 5_000

/** How a disaster recovery ends for those who were signed in (protocol 12, codes 105-00x). */
export const SWITCH_OVER_OUTCOMES = ['recovered', 'lost', 'timed-out', 'other-guid', 'off'] as const

export type SwitchOverOutcome = (typeof SWITCH_OVER_OUTCOMES)[number]

const END_CODES: Readonly<Record<Exclude<SwitchOverOutcome, 'recovered'>, readonly [string, string]>> = {
  lost: ['105-001', 'There is no cached data for this agent'],
  'timed-out': ['105-005', 'Waiting for the recovery timed out'],
  'other-guid': ['105-006', 'The Guid does not match the recovered session'],
  off: ['105-007', 'Disaster recovery is switched off'],
}

/** A switch-over that is under way, or has ended and not everybody knows. */
export interface SwitchOver {
  readonly untilMs: number
  readonly outcome: SwitchOverOutcome
  /** Signed in when it began; removed when they have been told of the end. */
  readonly sessions: Set<Session>
  /** Have been told that it began. */
  readonly told: Set<Session>
}

/** The agents are taken over by another server: nobody can do anything until `untilMs` from now has passed. */
export function beginSwitchOver(world: World, durationMs: number, outcome: SwitchOverOutcome): void {
  const sessions = new Set<Session>()
  for (const { presence } of world.agents.values()) {
    const session = presence?.session
    if (session != null) sessions.add(session)
  }
  const switchOver: SwitchOver = {
    untilMs: world.nowMs + durationMs,
    outcome,
    sessions,
    told: new Set(),
  }
  world.switchOver = switchOver
  // Polls that wait are answered: they are requests of signed-in agents like any other.
  for (const session of sessions) session.mailbox.wake()
  if (outcome !== 'recovered') {
    world.after(durationMs, () => {
      if (world.switchOver === switchOver) endSessions(world, sessions, outcome)
    })
  }
}

function endSessions(
  world: World,
  sessions: ReadonlySet<Session>,
  outcome: Exclude<SwitchOverOutcome, 'recovered'>,
): void {
  world.switchOver = null
  const { refusal } = refuse(...END_CODES[outcome])
  for (const session of sessions) {
    session.lastWord = { refusal, untilMs: world.nowMs + LAST_WORD_MS }
    const agent = world.agents.get(session.agentId)
    if (agent?.presence?.session === session) endPresence(world, agent, 'silent')
  }
}

/** Whether the platform is out of reach for sign-ins. */
export const isSwitchingOver = (world: World): boolean =>
  world.switchOver !== null && world.nowMs < world.switchOver.untilMs

/**
 * What a switch-over has to say to a request: 000-004 first, then 105-002 until it ends, 105-003 once when the
 * session was recovered; null when there is nothing in the way.
 */
export function refuseInSwitchOver(world: World, session: Session): Refusal | null {
  const { switchOver } = world
  if (switchOver?.sessions.has(session) !== true) return null
  // Whoever keeps asking is not silent, though nobody answers him.
  session.lastSeenMs = world.nowMs
  if (world.nowMs >= switchOver.untilMs) {
    switchOver.sessions.delete(session)
    if (switchOver.sessions.size === 0) world.switchOver = null
    return refuse('105-003', 'The recovery is complete').refusal
  }
  if (switchOver.told.has(session)) return refuse('105-002', 'The agent is being recovered').refusal
  switchOver.told.add(session)
  return refuse('000-004', 'The agent is being switched over to another server').refusal
}
