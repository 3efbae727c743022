import type { CallRefusal } from '../domain/call-control.ts'
import type { DeskSnapshot, SwitchView, Unavailable } from '../domain/desk-snapshot.ts'
import { isSignedIn, type SessionView } from '../domain/session.ts'
import type { Preferences } from '../preferences/preference-schemas.ts'

/** Why a command cannot work now; every door gives the same reason in the same words (`tray.reasons`). */
export type CommandUnavailable =
  | Unavailable
  | CallRefusal
  | 'not-from-this-state'
  | 'present-state'
  | 'nothing-chosen'
  | 'nothing-kept'
  | 'no-such-queue'
  | 'no-such-set'
  | 'session-ended'
  | 'taken-over'
  | 'held-elsewhere'

/** What decides whether a command can work, and which commands there are. */
export interface CommandContext {
  readonly snapshot: DeskSnapshot
  readonly preferences: Pick<Preferences, 'busyReasons' | 'skillSets' | 'windowMode'>
  /** Whether queues were ever chosen, which an "all" or "none" since then has replaced. */
  readonly hasChosenQueues: boolean
}

/** A session that somebody or something ended calls for more than signing in for the first time does. */
export function refineReason<R extends CommandUnavailable>(
  reason: R,
  session: SessionView,
): R | CommandUnavailable {
  if (reason !== 'not-signed-in') return reason
  if (session.phase === 'ended') return 'session-ended'
  return session.phase === 'taken-over' ? whoEnded(session) : reason
}

/** Only an answer that says so proves that somebody else is signed in; the event of an end does not (cec_07_0552). */
export function whoEnded({
  ended,
}: Extract<SessionView, { readonly phase: 'taken-over' }>): 'taken-over' | 'held-elsewhere' {
  return ended.cause === 'held-elsewhere' ? 'held-elsewhere' : 'taken-over'
}

/** Signing out needs no gateway that answers: the silence signs the agent out there. */
export function signOutReason(session: SessionView): CommandUnavailable | null {
  if (isSignedIn(session)) return null
  return session.phase === 'signing-in' || session.phase === 'signing-out'
    ? 'session-changing'
    : 'not-signed-in'
}

/**
 * What a switch is taken for when it is asked to change: the value in force, or what was asked while nobody knows. While an
 * answer is awaited, or the wish waits for the gateway, it goes by what was asked: asking again takes it back. Null while
 * nothing is known and nothing was asked.
 */
export function shownSwitch(view: SwitchView<boolean>): boolean | null {
  const asked = view.line.wished?.value
  const isWaiting = view.line.isPending || view.isKept
  return (isWaiting ? asked : undefined) ?? view.effective ?? asked ?? null
}
