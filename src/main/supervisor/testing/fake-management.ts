import type { QueueBinding } from '../../../shared/domain/supervisor.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ManagementApi, ManagementError } from '../../management/management-api.ts'

/** A binding of demo data: the agent of `agent101` is 101. */
export const binding = (account: string, skillWeight = 1): QueueBinding => ({
  account,
  agentId: account.replace('agent', ''),
  agentWeight: 2,
  skillWeight,
})

/** A management service in memory that does what the real one documents. */
export class FakeManagement implements ManagementApi {
  bound: QueueBinding[] = [binding('agent101', 7), binding('agent102', 8), binding('agent103', 9)]
  readonly released: (readonly string[] | 'everyone')[] = []
  readonly rebound: QueueBinding[] = []
  failure: ManagementError | null = null
  readFailure: ManagementError | null = null
  unbindableAccounts: readonly string[] = []
  isDisposed = false
  /** Carries out what it then fails to answer, as a cut connection would. */
  isSilent = false
  credentialFailure: ManagementError | null = null

  async checkCredentials(): Promise<Result<null, ManagementError>> {
    return this.credentialFailure === null ? ok(null) : err(this.credentialFailure)
  }

  async bindings(): Promise<Result<readonly QueueBinding[], ManagementError>> {
    return this.readFailure === null ? ok([...this.bound]) : err(this.readFailure)
  }
  unbindAgents(_skillId: number, accounts: readonly string[]): Promise<Result<null, ManagementError>> {
    return this.#release(accounts, (one) => accounts.includes(one.account))
  }
  unbindAll(): Promise<Result<null, ManagementError>> {
    return this.#release('everyone', () => true)
  }
  async bind(_skillId: number, one: QueueBinding): Promise<Result<null, ManagementError>> {
    if (this.unbindableAccounts.includes(one.account))
      return err({ code: 'refused', isOutcomeUnknown: false })
    this.rebound.push(one)
    this.bound.push(one)
    return ok(null)
  }
  async dispose(): Promise<void> {
    this.isDisposed = true
  }
  async #release(what: readonly string[] | 'everyone', isMeant: (one: QueueBinding) => boolean) {
    this.released.push(what)
    if (this.failure !== null && !this.isSilent) return err(this.failure)
    this.bound = this.bound.filter((one) => !isMeant(one))
    return this.failure === null ? ok(null) : err(this.failure)
  }
}
