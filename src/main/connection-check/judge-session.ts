import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { CheckStepId } from '../../shared/domain/connection-check.ts'
import { failed, passed, skipped, type StepResult } from './step-result.ts'

/** The steps that a running session answers without a single request more. */
export type JudgedStep = Extract<CheckStepId, 'gateway' | 'sign-in' | 'poll' | 'phone'>

/**
 * What the agent's own session says of the connection; null while nobody is signed in, so that the steps have to be tried. A
 * session is never disturbed by a check: its polls prove all there is to prove.
 */
export function judgeSession(
  { session, signIn, linkage }: Pick<DeskSnapshot, 'session' | 'signIn' | 'linkage'>,
  origin: string,
): Readonly<Record<JudgedStep, StepResult>> | null {
  const isBusy = session.phase === 'signing-in' || session.phase === 'signing-out'
  if (!isBusy && !isSignedIn(session)) return null
  if (isBusy || signIn.gatewayAddress !== origin) {
    const why = skipped(isBusy ? 'signed-in' : 'other-gateway')
    return { gateway: why, 'sign-in': skipped('signed-in'), poll: why, phone: why }
  }
  const answer: StepResult =
    session.phase === 'doubtful'
      ? failed('session-silent', {
          error: session.error,
          facts: [{ name: 'answeredAt', value: session.doubtSince }],
        })
      : passed()
  return {
    gateway: answer,
    'sign-in': skipped('signed-in'),
    poll: session.phase === 'doubtful' ? skipped('step-before-failed') : passed(),
    phone: judgeLinkage(linkage),
  }
}

function judgeLinkage({ effective, verdict }: DeskSnapshot['linkage']): StepResult {
  if (effective !== true) return skipped('not-linked')
  return verdict === 'contradicted' ? failed('linkage-failed') : passed()
}
