import { lookup } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'
import * as v from 'valibot'
import type { CheckFact, CheckProblem } from '../../shared/domain/connection-check.ts'
import { addressSchema } from '../../shared/ipc/inputs.ts'
import { failed, passed, type StepResult } from './step-result.ts'

/** Where a readable address leads to. */
export interface CheckTarget {
  readonly origin: string
  readonly host: string
  readonly port: number
  readonly isEncrypted: boolean
}

export type ReadTarget =
  { readonly ok: true; readonly target: CheckTarget } | { readonly ok: false; readonly result: StepResult }

/** Reads an address by the rules of the sign-in form. */
export function readTarget(address: string): ReadTarget {
  const parsed = v.safeParse(addressSchema, address)
  if (!parsed.success) {
    const isInsecure = parsed.issues[0].message === 'insecure-address'
    return { ok: false, result: failed(isInsecure ? 'insecure-address' : 'not-an-address') }
  }
  const url = new URL(parsed.output)
  const isEncrypted = url.protocol === 'https:'
  return {
    ok: true,
    target: {
      origin: url.origin,
      // The brackets of an IPv6 address belong to the URL only.
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (isEncrypted ? 443 : 80) : Number(url.port),
      isEncrypted,
    },
  }
}

const problemOfCode: Readonly<Record<string, CheckProblem>> = {
  ENOTFOUND: 'name-unknown',
  EAI_NODATA: 'name-unknown',
  EAI_NONAME: 'name-unknown',
  EAI_AGAIN: 'name-service-silent',
  EAI_FAIL: 'name-service-silent',
  ECONNREFUSED: 'port-closed',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ETIMEDOUT: 'connect-timed-out',
}

function problemOf(error: unknown): CheckProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return problemOfCode[code] ?? 'connect-failed'
}

/** Finds the host by its name and opens a connection to the port, which is closed at once. */
export async function probeAddress(
  { host, port }: CheckTarget,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<StepResult> {
  const facts: CheckFact[] = [
    { name: 'host', value: host },
    { name: 'port', value: port },
  ]
  const deadline = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)])
  try {
    const { address } = await untilAborted(lookup(host), deadline, 'name-service-silent')
    facts.splice(1, 0, { name: 'ip', value: address })
    await openOnce(address, port, deadline)
    return passed(facts)
  } catch (error) {
    return failed(error instanceof ProbeTimeout ? error.problem : problemOf(error), { facts })
  }
}

/** The step took too long, or the check was cancelled; who asked tells the two apart by his own signal. */
class ProbeTimeout extends Error {
  readonly problem: CheckProblem
  constructor(problem: CheckProblem) {
    super(problem)
    this.problem = problem
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal, problem: CheckProblem): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(new ProbeTimeout(problem))
  signal.addEventListener('abort', abort, { once: true })
  // Not thrown: nobody would listen when `work` fails later.
  if (signal.aborted) abort()
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function openOnce(address: string, port: number, signal: AbortSignal): Promise<void> {
  let socket: Socket | null = null
  try {
    const opened = new Promise<void>((resolve, reject) => {
      socket = connect({ host: address, port })
      socket.once('connect', () => resolve())
      socket.once('error', reject)
    })
    // A loser of the race may still fail; nobody listens any more.
    opened.catch(() => undefined)
    await untilAborted(opened, signal, 'connect-timed-out')
  } finally {
    closeQuietly(socket)
  }
}

function closeQuietly(socket: Socket | null): void {
  socket?.on('error', () => undefined)
  socket?.destroy()
}
