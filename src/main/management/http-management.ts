import { err, ok, type Result } from '../../shared/result.ts'
import type { QueueBinding } from '../../shared/domain/supervisor.ts'
import type { Transport, TransportAnswer } from '../gateway/transport.ts'
import { isAccountList, isSkillId } from './accounts.ts'
import { readBindings } from './bindings-pages.ts'
import { useConfirmation } from './confirm-unbind-all.ts'
import type {
  BindingWeights,
  ConfirmedUnbindAll,
  ManagementApi,
  ManagementError,
  NonEmpty,
} from './management-api.ts'
import { decodeOutcome, readMessage, type Outcome } from './management-codec.ts'
import { describeStatus, describeTransport, fail, type Effect } from './management-error.ts'
import { TokenKeeper, type AppCredentials } from './token-keeper.ts'

const basePath = '/apiaccess/rest/cc-management/v1/agentAccount'

type ManagementResult<T> = Promise<Result<T, ManagementError>>

export interface HttpManagementOptions {
  readonly transport: Transport
  readonly credentials: AppCredentials
  /** Milliseconds for one exchange. */
  readonly timeoutMs: number
  /** Milliseconds, for the life of the token. */
  readonly now: () => number
}

/** What every call that changes bindings names. */
interface AccountsOfSkill {
  readonly skillId: number
  readonly userAccounts: readonly string[]
  readonly agentWeight?: number
  readonly skillWeight?: number
}

/**
 * `ManagementApi` over HTTP. The empty account list, which the service takes for "everyone", is written in one place,
 * behind a confirmation that was given for that queue and not used before.
 */
export class HttpManagement implements ManagementApi {
  readonly #transport: Transport
  readonly #tokens: TokenKeeper
  readonly #appKey: string
  readonly #timeoutMs: number

  constructor({ transport, credentials, timeoutMs, now }: HttpManagementOptions) {
    this.#transport = transport
    this.#tokens = new TokenKeeper(transport, credentials, timeoutMs, now)
    this.#appKey = credentials.appKey
    this.#timeoutMs = timeoutMs
  }

  async checkCredentials(): ManagementResult<null> {
    const token = await this.#tokens.get()
    return token.ok ? ok(null) : token
  }

  bindings(skillId: number): ManagementResult<readonly QueueBinding[]> {
    return readBindings(skillId, (requestParam) =>
      this.#post('queryAgentInfoBySkillId', { requestParam }, 'reads'),
    )
  }

  async unbindAgents(skillId: number, accounts: NonEmpty<string>): ManagementResult<null> {
    const userAccounts = copyAccounts(accounts)
    return userAccounts.ok
      ? this.#change('releaseAgentBySkillId', { skillId, userAccounts: userAccounts.value })
      : userAccounts
  }

  async unbindAll(skillId: number, confirmation: ConfirmedUnbindAll): ManagementResult<null> {
    if (!useConfirmation(confirmation, skillId)) {
      return fail({ code: 'invalid-input', field: 'confirmation', problem: 'does-not-match' })
    }
    return this.#change('releaseAgentBySkillId', { skillId, userAccounts: [] })
  }

  async bindAgents(
    skillId: number,
    accounts: NonEmpty<string>,
    { agentWeight, skillWeight }: BindingWeights,
  ): ManagementResult<null> {
    const userAccounts = copyAccounts(accounts)
    if (!userAccounts.ok) return userAccounts
    return this.#change('addSkillsToAgent', {
      userAccounts: userAccounts.value,
      skillId,
      agentWeight,
      skillWeight,
    })
  }

  dispose(): Promise<void> {
    return this.#transport.dispose()
  }

  async #change(name: string, body: AccountsOfSkill): ManagementResult<null> {
    if (!isSkillId(body.skillId)) {
      return fail({ code: 'invalid-input', field: 'skillIds', problem: 'malformed' })
    }
    const outcome = await this.#post(name, body, 'changes')
    return outcome.ok ? ok(null) : outcome
  }

  /**
   * One call. The body is written down first, before anything is awaited. A 401 means that nothing was done, so the call
   * is made once more with a new token; a second 401 is the fault of the key.
   */
  async #post(name: string, body: object, effect: Effect): ManagementResult<Outcome> {
    const content = JSON.stringify(body)
    const token = await this.#tokens.get()
    if (!token.ok) return token
    const first = await this.#send(name, content, token.value)
    if (!first.ok) return err(describeTransport(first.error, effect))
    if (first.value.status !== 401) return this.#read(first.value, effect)

    this.#tokens.discard(token.value)
    const renewed = await this.#tokens.get()
    if (!renewed.ok) return renewed
    const second = await this.#send(name, content, renewed.value)
    return second.ok ? this.#read(second.value, effect) : err(describeTransport(second.error, effect))
  }

  #send(name: string, content: string, token: string): ReturnType<Transport['send']> {
    return this.#transport.send({
      method: 'POST',
      path: `${basePath}/${name}`,
      headers: {
        'Content-Type': 'application/json; charset=UTF-8',
        'x-app-key': this.#appKey,
        Authorization: `Bearer ${token}`,
      },
      body: content,
      lane: 'command',
      timeoutMs: this.#timeoutMs,
    })
  }

  #read({ status, body }: TransportAnswer, effect: Effect): Result<Outcome, ManagementError> {
    if (status !== 200) return err(describeStatus(status, this.#tokens.quote(readMessage(body)), effect))
    const outcome = decodeOutcome(body)
    if (outcome === null) return fail({ code: 'malformed-answer' }, effect === 'changes')
    if (outcome.resultCode === '0') return ok(outcome)
    const message = this.#tokens.quote(outcome.message)
    return fail({
      code: 'refused',
      reason: 'platform-refused',
      retcode: outcome.resultCode,
      ...(message === '' ? {} : { gatewayMessage: message }),
    })
  }
}

/**
 * The list as it is now, checked. Copied before anything is awaited: a list that is emptied meanwhile must not reach the
 * service.
 */
function copyAccounts(accounts: unknown): Result<NonEmpty<string>, ManagementError> {
  const copy: readonly unknown[] = Array.isArray(accounts) ? Array.from<unknown>(accounts) : []
  if (isAccountList(copy)) return ok(copy)
  return fail({
    code: 'invalid-input',
    field: 'accounts',
    problem: copy.length === 0 ? 'required' : 'malformed',
  })
}
