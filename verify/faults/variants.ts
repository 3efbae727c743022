/** One way in which the gateway misbehaves: an action of the simulator's fault engine. */
export interface Variant {
  /** Type of the fault; the rows of the table. */
  readonly fault: string
  /** Type and what is special, unique. */
  readonly name: string
  readonly action: Readonly<Record<string, unknown>> & { readonly type: string }
}

const variant = (type: string, special = '', options: Readonly<Record<string, unknown>> = {}): Variant => ({
  fault: type,
  name: special === '' ? type : `${type}:${special}`,
  action: { type, ...options },
})

/** All thirteen types of faults, each in the forms that mean something different to a client. */
export const variants: readonly Variant[] = [
  // Within the client's patience, and far beyond it.
  variant('delay', '3s', { ms: 3_000 }),
  variant('delay', '20s', { ms: 20_000 }),
  variant('hang', 'before', { when: 'before' }),
  variant('hang', 'after', { when: 'after' }),
  // Answered when the trouble is over.
  variant('hold', 'before', { when: 'before' }),
  variant('hold', 'after', { when: 'after' }),
  variant('reset', 'before', { when: 'before' }),
  variant('reset', 'after', { when: 'after' }),
  variant('half-open'),
  variant('slow-drip', 'slow', { ms: 100, bytes: 32 }),
  variant('slow-drip', 'endless', { ms: 2_000, bytes: 4 }),
  variant('status', '503', { status: 503 }),
  variant('status', '404', { status: 404 }),
  variant('retcode', 'refused', { retcode: '100-007' }),
  variant('retcode', 'switch-over', { retcode: '000-004' }),
  variant('retcode', 'sign-in-again', { retcode: '105-005' }),
  variant('retcode', 'not-signed-in', { retcode: '100-006' }),
  variant('malformed', 'truncated', { kind: 'truncated' }),
  variant('malformed', 'html', { kind: 'html' }),
  variant('malformed', 'wrong-types', { kind: 'wrong-types' }),
  variant('malformed', 'empty', { kind: 'empty' }),
  variant('malformed', 'huge', { kind: 'huge' }),
  variant('ignore'),
  variant('duplicate'),
  variant('expire-guid'),
  variant('drop-events'),
]
