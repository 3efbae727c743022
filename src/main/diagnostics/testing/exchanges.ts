import type { ExchangeOutcome, ObservedExchange } from '../../gateway/gateway-observer.ts'

export const answered = (retcode = '0'): ExchangeOutcome => ({ kind: 'answered', retcode })
export const failed = (error: Extract<ExchangeOutcome, { kind: 'failed' }>['error']): ExchangeOutcome => ({
  kind: 'failed',
  error,
})

/** An exchange as the client would report it: a command that was answered, unless told otherwise. For specs. */
export function exchange(changes: Partial<ObservedExchange> = {}): ObservedExchange {
  return {
    name: 'sayBusy',
    lane: 'command',
    method: 'POST',
    startedAt: 0,
    durationMs: 10,
    outcome: answered(),
    ...changes,
  }
}

export const poll = (outcome: ExchangeOutcome): ObservedExchange =>
  exchange({ name: 'getAgentEvent', lane: 'poll', method: 'GET', durationMs: 12_000, outcome })

export const waitingQuery = (outcome: ExchangeOutcome = answered(), startedAt = 0): ObservedExchange =>
  exchange({ name: 'queryWaitCallInfoBySkillId', method: 'GET', outcome, startedAt })
