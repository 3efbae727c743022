import type { Refusal } from '../world/refusal.ts'

/** One HTTP answer, not written yet. */
export interface Answer {
  readonly status: number
  readonly body: string
  /** For the request log; null where the answer has none. */
  readonly retcode: string | null
  /** Guid to hand out in `Set-GUID`. */
  readonly guid?: string
  /** Called when the answer could not be written: what it carried is taken back. */
  readonly onLost?: () => void
  /** Puts the event of this answer in front of the queue again; only poll answers with an event have it. */
  readonly redeliver?: () => void
}

/** The empty poll, to the byte: one desktop client compares the text (protocol 15). */
export const EMPTY_POLL = '{"message":"","retcode":"0"}'

const ok = (body: unknown): Answer => ({ status: 200, body: JSON.stringify(body), retcode: '0' })

/** An operation was accepted; `result` first, as on the pages of resetskill, autoenteridle and the states. */
export const operated = (): Answer => ok({ result: {}, message: 'success', retcode: '0' })

/** Result of a query or sign-in; `result` last, `message` empty. */
export const queried = (result: unknown): Answer => ok({ message: '', retcode: '0', result })

/** The roster's own form: `result` first and a message (cec_07_0416). */
export const listed = (result: unknown): Answer => ok({ result, message: 'success', retcode: '0' })

/** Sign-out and heartbeat: no `result`. */
export const acknowledged = (): Answer => ok({ message: 'success', retcode: '0' })

/** A business refusal: HTTP 200, the code in the body (protocol 2.6). */
export const refused = ({ retcode, message }: Refusal): Answer => ({
  status: 200,
  body: JSON.stringify({ message, retcode }),
  retcode,
})

/** An HTTP failure outside the business: unknown path, wrong verb, an internal fault. */
export const failed = (status: number, message: string, retcode: string | null = null): Answer => ({
  status,
  body: JSON.stringify(retcode === null ? { message } : { message, retcode }),
  retcode,
})
