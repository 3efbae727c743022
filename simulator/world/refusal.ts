/** A business refusal: HTTP 200 with a code of protocol 12 and a text for people. */
export interface Refusal {
  readonly retcode: string
  readonly message: string
}

/** Result of a command to the world. */
export type Outcome<T = void> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Success without a value. */
export const done: Outcome = { ok: true, value: undefined }

export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refuse = (retcode: string, message: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { retcode, message },
})

/** The refusals that several interfaces share, so that one rule has one text. */
export const REFUSED = {
  badParameter: (what: string) => refuse('000-002', `The URL or a parameter is wrong: ${what}`),
  badBody: (what: string) => refuse('000-006', `A parameter in the message body is wrong: ${what}`),
  noRight: () => refuse('000-003', 'No right to call this interface: the Guid is missing, wrong or expired'),
  notSignedIn: () => refuse('100-006', 'The agent is not signed in'),
  platform: (why: string) => refuse('100-007', why),
  state: (why: string) => refuse('100-009', why),
} as const
