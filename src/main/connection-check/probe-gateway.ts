import type { AppError } from '../../shared/app-error.ts'
import type { CheckFact } from '../../shared/domain/connection-check.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import { toAppError, type GatewayError } from '../gateway/gateway-error.ts'
import type { Result } from '../../shared/result.ts'
import { failed, passed, skipped, type StepResult } from './step-result.ts'

/** What was typed for the check; forgotten with it. */
export interface CheckCredentials {
  readonly agentId: string
  readonly password: string
  readonly phone: string
  readonly isAlwaysOffHook: boolean
}

/** The lowest agent ID there can be: asked about without a Guid, nobody's session is touched. */
const anyAgentId = '101'

const codeFact = (error: GatewayError): readonly CheckFact[] =>
  'retcode' in error
    ? [{ name: 'code', value: error.retcode }]
    : error.kind === 'http-status'
      ? [{ name: 'httpStatus', value: error.status }]
      : []

/**
 * Asks for the state of an agent without being signed in. A gateway refuses that with one of its codes, which is the proof that
 * it is one; nothing is changed by it.
 */
export async function probeGateway(
  gateway: Pick<GatewayApi, 'agentStatus'>,
  agentId: string | null,
): Promise<StepResult> {
  const answer = await gateway.agentStatus(agentId ?? anyAgentId)
  if (answer.ok) return passed()
  const { error } = answer
  const told = { facts: codeFact(error) }
  switch (error.kind) {
    case 'session-gone':
    case 'sign-in-again':
    case 'switch-over':
      return passed(told.facts)
    case 'refused':
      return error.reason === 'platform-unavailable'
        ? failed('gateway-in-trouble', { ...told, error: toAppError(error) })
        : passed(told.facts)
    case 'http-status':
      return failed(error.status >= 500 ? 'server-error' : 'not-a-gateway', told)
    case 'malformed':
      return failed('not-a-gateway')
    case 'timed-out':
      return failed('no-answer')
    case 'cut':
    case 'unreachable':
    case 'untrusted-certificate':
    case 'aborted':
      return failed('answer-cut')
  }
}

export interface SignedInResults {
  readonly signIn: StepResult
  readonly poll: StepResult
  readonly phone: StepResult
}

type TriedGateway = Pick<GatewayApi, 'signIn' | 'pollEvent' | 'signOut' | 'forceSignOut'>

/**
 * Signs in, fetches one answer of the poll, and signs out again, whatever came of it. `began` is told which step is under way.
 * A refusal because of the phone is the phone's: the sign-in itself was not judged then.
 */
export async function probeSignIn(
  gateway: TriedGateway,
  credentials: CheckCredentials,
  { began, signal }: { readonly began: (step: 'sign-in' | 'poll') => void; readonly signal: AbortSignal },
): Promise<SignedInResults> {
  began('sign-in')
  const signedIn = await gateway.signIn({ ...credentials, autoIdle: false, isLinked: false })
  if (!signedIn.ok) return refusedResults(toAppError(signedIn.error))
  began('poll')
  const poll = await gateway.pollEvent(credentials.agentId, signal)
  const isOut = await signOut(gateway, credentials.agentId)
  const phone: CheckFact = { name: 'phone', value: credentials.phone.replace(/.(?=..)/g, '•') }
  return {
    signIn: isOut ? passed() : failed('left-signed-in'),
    poll: poll.ok
      ? passed()
      : signal.aborted
        ? skipped('cancelled')
        : failed('poll-failed', { error: toAppError(poll.error) }),
    phone: passed([phone]),
  }
}

function refusedResults(error: AppError): SignedInResults {
  if (error.reason === 'phone-not-usable') {
    const why = skipped('phone-refused')
    return { signIn: why, poll: why, phone: failed('phone-refused', { error }) }
  }
  const why = skipped('step-before-failed')
  return { signIn: failed('sign-in-failed', { error }), poll: why, phone: why }
}

async function signOut(gateway: TriedGateway, agentId: string): Promise<boolean> {
  const answer: Result<null, GatewayError> = await gateway.signOut(agentId)
  return answer.ok || (await gateway.forceSignOut(agentId)).ok
}
