import { err, type Result } from '../../../shared/result.ts'
import type { GatewayError } from '../../gateway/gateway-error.ts'
import type { GatewayEvent } from '../../gateway/gateway-event.ts'
import { FakeGateway } from '../../gateway/testing/fake-gateway.ts'

type Answer<T> = Result<T, GatewayError>

const commands = ['signIn', 'forceSignIn', 'signOut', 'forceSignOut', 'sayBusy'] as const
type Method = (typeof commands)[number] | 'agentStatus' | 'configuredSkills'

const isCommand = (method: Method): boolean => commands.some((command) => command === method)

/** A request that waits for its answer. */
interface Waiting {
  readonly method: Method
  /** The recovery that was newest when it was sent. */
  readonly attempt: number
  answer(error: GatewayError | null): void
}

/**
 * A fake gateway whose requests all wait until they are answered, and which finds fault with what no session may do: send
 * after it was closed, open a second poll, have two commands under way, or send a command again that was carried out.
 */
export class WatchedGateway extends FakeGateway {
  readonly unanswered: Waiting[] = []
  /** Every request, oldest first. */
  readonly sent: Method[] = []
  /** At quit the forced sign-out does not wait for its turn. */
  isQuitting = false
  readonly #fault: (fault: string) => void
  readonly #attempt: () => number
  /** How often each command may still be sent. */
  readonly #allowed = new Map<string, number>()

  constructor(fault: (fault: string) => void, attempt: () => number) {
    super()
    this.#fault = fault
    this.#attempt = attempt
    const { signIn, forceSignIn, signOut, forceSignOut, sayBusy, agentStatus, configuredSkills } = this
    this.signIn = (asked) => this.#wait('signIn', 'sign-in', () => signIn(asked))
    this.forceSignIn = (asked) => this.#wait('forceSignIn', 'sign-in', () => forceSignIn(asked))
    this.signOut = (id) => this.#wait('signOut', 'sign-out', () => signOut(id))
    this.forceSignOut = (id) => this.#wait('forceSignOut', 'sign-out', () => forceSignOut(id))
    this.sayBusy = (id, busy) => this.#wait('sayBusy', `busy ${busy?.reason}`, () => sayBusy(id, busy))
    this.agentStatus = (id) => this.#wait('agentStatus', null, () => agentStatus(id))
    this.configuredSkills = (id) => this.#wait('configuredSkills', null, () => configuredSkills(id))
  }

  override pollEvent(agentId: string, signal: AbortSignal): Promise<Answer<GatewayEvent | null>> {
    if (this.isDisposed) this.#fault('polled after the end')
    if (this.pollsUnderWay > 0) this.#fault('opened a second poll')
    return super.pollEvent(agentId, signal)
  }

  /** The command with this key was asked for, or was not carried out: it may be sent once more. */
  allow(key: string): void {
    this.#allowed.set(key, (this.#allowed.get(key) ?? 0) + 1)
  }

  /** `key` names the command; null = a query, which does no harm however often it is sent. */
  async #wait<T>(method: Method, key: string | null, carryOut: () => Promise<Answer<T>>): Promise<Answer<T>> {
    if (this.isDisposed) this.#fault(`${method} after the end`)
    if (key !== null && !this.isQuitting) this.#checkCommand(method, key)
    this.sent.push(method)
    const error = await new Promise<GatewayError | null>((resolve) => {
      const waiting: Waiting = {
        method,
        attempt: this.#attempt(),
        answer: (answer) => {
          this.unanswered.splice(this.unanswered.indexOf(waiting), 1)
          resolve(answer)
        },
      }
      this.unanswered.push(waiting)
    })
    if (error === null) return carryOut()
    if (error.kind === 'switch-over' && key !== null) this.allow(key)
    return err(error)
  }

  #checkCommand(method: Method, key: string): void {
    if (this.unanswered.some((other) => isCommand(other.method))) {
      this.#fault(`${method} beside another command`)
    }
    const allowed = this.#allowed.get(key) ?? 0
    if (allowed === 0) this.#fault(`${key} was sent without being asked for, or again`)
    this.#allowed.set(key, allowed - 1)
  }
}
