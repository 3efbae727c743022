import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type {
  CheckOutcome,
  CheckStep,
  CheckStepId,
  ConnectionReport,
} from '../../shared/domain/connection-check.ts'
import { checkStepIds } from '../../shared/domain/connection-check.ts'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import { createGateway } from '../gateway/create-gateway.ts'
import { defaultTimeouts } from '../gateway/timeouts.ts'
import { readCaFile } from '../gateway/trust.ts'
import { judgeSession } from './judge-session.ts'
import { probeAddress, readTarget, type CheckTarget } from './probe-address.ts'
import { probeCertificate } from './probe-certificate.ts'
import { probeGateway, probeSignIn, type CheckCredentials } from './probe-gateway.ts'
import { failed, skipped, type StepResult } from './step-result.ts'

export interface CheckInput {
  readonly gatewayAddress: string
  /** Empty = the system's authorities alone. */
  readonly caFile: string
  /** Null leaves the sign-in out, and what needs one. */
  readonly credentials: CheckCredentials | null
}

/** How long each step may take, milliseconds. */
export interface CheckTimeouts {
  readonly connectMs: number
  readonly answerMs: number
  readonly pollMs: number
}

export const usualCheckTimeouts: CheckTimeouts = {
  connectMs: defaultTimeouts.connectMs,
  answerMs: defaultTimeouts.commandMs,
  pollMs: defaultTimeouts.pollMs,
}

export interface CheckDeps {
  readonly desk: { readonly snapshot: Pick<DeskSnapshot, 'session' | 'signIn' | 'linkage'> }
  readonly now: () => number
  /** Told after every change of the report. */
  readonly tell: (report: ConnectionReport) => void
  readonly journal: { record(entry: NewJournalEntry): unknown }
  readonly timeouts?: CheckTimeouts
}

const waiting = (id: CheckStepId): CheckStep => ({
  id,
  status: 'waiting',
  tookMs: null,
  problem: null,
  error: null,
  skipped: null,
  facts: [],
})

/**
 * Goes from the address to the phone and says which step fails. One check at a time: a new one cancels the one before and
 * waits for its end. On connections of its own, and with a session of the agent's own never a request beside it.
 */
export class ConnectionCheck {
  readonly #deps: CheckDeps
  readonly #timeouts: CheckTimeouts
  #newestId = 0
  #cancel = new AbortController()
  #report: ConnectionReport | null = null
  /** Resolved when the check that was asked for last is over; never rejects. */
  #ended: Promise<unknown> = Promise.resolve()

  constructor(deps: CheckDeps) {
    this.#deps = deps
    this.#timeouts = deps.timeouts ?? usualCheckTimeouts
  }

  /** The newest report; null before the first check. */
  get report(): ConnectionReport | null {
    return this.#report
  }

  /** Stops the check under way; a sign-in that was made for it is signed out all the same. */
  cancel(): void {
    this.#cancel.abort()
  }

  /**
   * Cancels, and resolves when nobody is signed in by a check any more. Before the agent signs in, and before the program
   * ends: to the gateway a check's own sign-in is that agent, and would be in his way or left behind.
   */
  async stop(): Promise<void> {
    this.cancel()
    await this.#ended
  }

  /** Runs all steps. Never fails: what goes wrong is in the report. */
  run(input: CheckInput): Promise<ConnectionReport> {
    this.cancel()
    const cancel = new AbortController()
    this.#cancel = cancel
    const running = this.#ended.then(() => this.#run(input, cancel))
    this.#ended = running.catch(() => undefined)
    return running
  }

  #run(input: CheckInput, cancel: AbortController): Promise<ConnectionReport> {
    const run = new CheckRun(
      { ...this.#deps, timeouts: this.#timeouts },
      ++this.#newestId,
      cancel.signal,
      (report) => {
        // A check that was overtaken goes on to its end unheard.
        if (this.#cancel === cancel) this.#report = report
        if (this.#cancel === cancel) this.#deps.tell(report)
      },
    )
    return run.run(input)
  }

  dispose(): Promise<void> {
    return this.stop()
  }
}

/** One check from its first step to its last. */
class CheckRun {
  readonly #deps: CheckDeps & { readonly timeouts: CheckTimeouts }
  readonly #signal: AbortSignal
  readonly #changed: (report: ConnectionReport) => void
  readonly #began = new Map<CheckStepId, number>()
  #report: ConnectionReport

  constructor(
    deps: CheckDeps & { readonly timeouts: CheckTimeouts },
    id: number,
    signal: AbortSignal,
    changed: (report: ConnectionReport) => void,
  ) {
    this.#deps = deps
    this.#signal = signal
    this.#changed = changed
    this.#report = { id, startedAt: deps.now(), outcome: 'running', steps: checkStepIds.map(waiting) }
  }

  async run(input: CheckInput): Promise<ConnectionReport> {
    this.#changed(this.#report)
    await this.#steps(input)
    for (const { id, status } of this.#report.steps) {
      if (status === 'waiting' || status === 'running') this.#end(id, skipped('step-before-failed'))
    }
    this.#change({ outcome: this.#outcome() })
    this.#writeDown()
    return this.#report
  }

  async #steps({ gatewayAddress, caFile, credentials }: CheckInput): Promise<void> {
    const { connectMs: timeoutMs } = this.#deps.timeouts
    const read = readTarget(gatewayAddress)
    this.#begin('address')
    if (!read.ok) {
      this.#end('address', read.result)
      return
    }
    const { target } = read
    if (!this.#end('address', await probeAddress(target, { timeoutMs, signal: this.#signal }))) return

    this.#begin('certificate')
    const ca = caFile === '' ? null : await readCaFile(caFile)
    if (ca !== null && !ca.ok) {
      this.#end(
        'certificate',
        failed(ca.error.problem === 'not-readable' ? 'ca-not-readable' : 'ca-not-a-certificate'),
      )
      return
    }
    const caPem = ca?.value ?? null
    const shaken = target.isEncrypted
      ? await probeCertificate(target, { caPem, timeoutMs, signal: this.#signal })
      : skipped('plain-http')
    if (!this.#end('certificate', shaken)) return

    const judged = judgeSession(this.#deps.desk.snapshot, target.origin)
    if (judged === null) await this.#tryGateway(target, caPem, credentials)
    else for (const id of ['gateway', 'sign-in', 'poll', 'phone'] as const) this.#end(id, judged[id])
  }

  async #tryGateway(
    target: CheckTarget,
    caPem: string | null,
    credentials: CheckCredentials | null,
  ): Promise<void> {
    const { answerMs, pollMs } = this.#deps.timeouts
    const gateway = createGateway({
      address: target.origin,
      caPem,
      timeouts: { ...defaultTimeouts, commandMs: answerMs, signInMs: answerMs, pollMs },
    })
    // Address and certificates have been read by the same rules.
    if (!gateway.ok) return
    try {
      this.#begin('gateway')
      // Cancelled here, nothing is left to be put in order: the request is given up at once.
      const giveUp = (): void => void gateway.value.dispose()
      this.#signal.addEventListener('abort', giveUp, { once: true })
      const answered = await probeGateway(gateway.value, credentials?.agentId ?? null)
      this.#signal.removeEventListener('abort', giveUp)
      if (!this.#end('gateway', answered)) return
      if (credentials === null) {
        for (const id of ['sign-in', 'poll', 'phone'] as const) this.#end(id, skipped('nothing-typed'))
        return
      }
      const results = await probeSignIn(gateway.value, credentials, {
        began: (step) => this.#begin(step),
        signal: this.#signal,
      })
      this.#end('sign-in', results.signIn)
      this.#end('poll', results.poll)
      this.#end('phone', results.phone)
    } finally {
      await gateway.value.dispose()
    }
  }

  #begin(id: CheckStepId): void {
    if (this.#signal.aborted) return
    this.#began.set(id, this.#deps.now())
    this.#changeStep(id, { status: 'running' })
  }

  /** True when the next step may be made. */
  #end(id: CheckStepId, told: StepResult): boolean {
    // What a cancelled step says is about the cancelling.
    const result = this.#signal.aborted && told.kind !== 'passed' ? skipped('cancelled') : told
    const began = this.#began.get(id)
    const tookMs = began === undefined ? null : Math.max(0, Math.round(this.#deps.now() - began))
    if (result.kind === 'passed') this.#changeStep(id, { status: 'passed', tookMs, facts: result.facts })
    else if (result.kind === 'skipped')
      this.#changeStep(id, { status: 'skipped', tookMs: null, skipped: result.why })
    else {
      const { problem, error, facts } = result
      this.#changeStep(id, { status: 'failed', tookMs, problem, error, facts })
    }
    return !this.#signal.aborted && result.kind !== 'failed'
  }

  #outcome(): CheckOutcome {
    if (this.#signal.aborted) return 'cancelled'
    return this.#report.steps.some(({ status }) => status === 'failed') ? 'failed' : 'passed'
  }

  /** Codes only: neither address nor person. */
  #writeDown(): void {
    const { outcome, steps } = this.#report
    const broken = steps.find(({ status }) => status === 'failed')
    this.#deps.journal.record({
      kind: 'app',
      name: 'connection-check',
      cause: 'window',
      details: {
        outcome,
        ...(broken === undefined ? {} : { step: broken.id, problem: broken.problem }),
        ...(broken?.error?.retcode === undefined ? {} : { retcode: broken.error.retcode }),
      },
    })
  }

  #changeStep(id: CheckStepId, change: Partial<CheckStep>): void {
    const steps = this.#report.steps.map((step) => (step.id === id ? { ...step, ...change } : step))
    this.#change({ steps })
  }

  #change(change: Partial<ConnectionReport>): void {
    this.#report = { ...this.#report, ...change }
    this.#changed(this.#report)
  }
}
