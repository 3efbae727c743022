import type { QueueBinding } from '../../../shared/domain/supervisor.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { BindingWeights, ManagementApi, ManagementError } from '../../management/management-api.ts'

/** A binding of demo data: the agent of `agent101` is 101. */
export const binding = (account: string, skillWeight = 1): QueueBinding => ({
  account,
  agentId: account.replace('agent', ''),
  name: null,
  agentWeight: 2,
  skillWeight,
})

/** So many bindings of demo data, from `agent101` on; every other one has another weight. */
export const bindings = (count: number): QueueBinding[] =>
  Array.from({ length: count }, (_, nth) => binding(`agent${101 + nth}`, 7 + (nth % 2)))

/** The service does not want the list: with fewer accounts it may be content. */
export const refusal: ManagementError = {
  code: 'refused',
  reason: 'platform-refused',
  isOutcomeUnknown: false,
}
/** Sent, and nobody knows what became of it. */
export const silence: ManagementError = { code: 'outcome-unknown', isOutcomeUnknown: true }

/**
 * A management service in memory that does what the real one documents, all or nothing per request. What it shall not do is
 * said with its fields.
 */
export class FakeManagement implements ManagementApi {
  bound: QueueBinding[] = [binding('agent101', 7), binding('agent102', 8), binding('agent103', 9)]
  readonly released: (readonly string[] | 'everyone')[] = []
  readonly rebound: (readonly string[])[] = []
  /** What every change is answered with. */
  failure: ManagementError | null = null
  /** Carries out what it then fails to answer, as a cut connection would. */
  isSilent = false
  readFailure: ManagementError | null = null
  credentialFailure: ManagementError | null = null
  /** Requests that hold one of these are refused. */
  stubborn: readonly string[] = []
  isDisposed = false
  /** Awaited before each change is looked at: what happens meanwhile, and how often it was reached. */
  beforeChange: () => Promise<void> | void = () => undefined
  /** Run when a change is carried out and nobody was told yet. */
  afterChange: () => void = () => undefined

  async checkCredentials(): Promise<Result<null, ManagementError>> {
    return this.credentialFailure === null ? ok(null) : err(this.credentialFailure)
  }

  async bindings(): Promise<Result<readonly QueueBinding[], ManagementError>> {
    return this.readFailure === null ? ok([...this.bound]) : err(this.readFailure)
  }

  async unbindAgents(_skillId: number, accounts: readonly string[]): Promise<Result<null, ManagementError>> {
    this.released.push([...accounts])
    return this.#change(accounts, () => {
      this.bound = this.bound.filter(({ account }) => !accounts.includes(account))
    })
  }

  async unbindAll(): Promise<Result<null, ManagementError>> {
    this.released.push('everyone')
    return this.#change([], () => {
      this.bound = []
    })
  }

  async bindAgents(
    _skillId: number,
    accounts: readonly string[],
    { agentWeight, skillWeight }: BindingWeights,
  ): Promise<Result<null, ManagementError>> {
    this.rebound.push([...accounts])
    return this.#change(accounts, () => {
      for (const account of accounts) {
        this.bound = this.bound.filter((one) => one.account !== account)
        this.bound.push({ ...binding(account), agentWeight, skillWeight })
      }
    })
  }

  async dispose(): Promise<void> {
    this.isDisposed = true
  }

  async #change(accounts: readonly string[], carryOut: () => void): Promise<Result<null, ManagementError>> {
    await this.beforeChange()
    if (accounts.some((account) => this.stubborn.includes(account))) return err(refusal)
    if (this.failure !== null && !this.isSilent) return err(this.failure)
    carryOut()
    this.afterChange()
    return this.failure === null ? ok(null) : err(this.failure)
  }
}
