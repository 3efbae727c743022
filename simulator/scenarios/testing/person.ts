import type { GatewayError } from '../../../src/main/gateway/gateway-error.ts'
import type { SignInRequest } from '../../../src/main/gateway/gateway-api.ts'
import type { GatewayEvent } from '../../../src/main/gateway/gateway-event.ts'
import { HttpGateway } from '../../../src/main/gateway/http-gateway.ts'
import type { Clock } from '../../../src/main/time/clock.ts'
import type { InProcessGateway } from '../../in-process/in-process-gateway.ts'

const emptyPauseMs = 350
const failurePauseMs = 1000

const describeError = (error: GatewayError): string => ('retcode' in error ? error.retcode : error.kind)

/** Somebody at a plain desktop: signs in on the real client, polls, and does by hand what a spec says. */
export class Person {
  readonly id: string
  readonly gateway: HttpGateway
  readonly events: GatewayEvent[] = []
  /** Why polls failed, in their order. */
  readonly failures: string[] = []
  readonly #clock: Clock
  readonly #choices: Partial<SignInRequest>
  #isSignedIn = false
  readonly #whenOut: (() => void)[] = []

  constructor(server: InProcessGateway, clock: Clock, id: string, choices: Partial<SignInRequest>) {
    this.id = id
    this.gateway = new HttpGateway(server.transport())
    this.#clock = clock
    this.#choices = choices
  }

  get isSignedIn(): boolean {
    return this.#isSignedIn
  }

  /** Signs in to every queue and begins to poll; `isForced` takes over. */
  async signIn(isForced = false): Promise<void> {
    const request: SignInRequest = {
      agentId: this.id,
      password: `Deskside#${this.id}`,
      phone: `8${this.id}`,
      isAlwaysOffHook: true,
      autoIdle: true,
      isLinked: false,
      ...this.#choices,
    }
    const answer = isForced ? await this.gateway.forceSignIn(request) : await this.gateway.signIn(request)
    if (!answer.ok) throw new Error(`sign-in: ${describeError(answer.error)}`)
    this.#isSignedIn = true
    void this.#poll()
    await this.gateway.resetSkills(this.id, { mode: 'all' }, request.isLinked)
  }

  /** Lets time pass. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.after(ms, resolve)
    })
  }

  /** The session has ended and the client knows. */
  whenOut(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isSignedIn) this.#whenOut.push(resolve)
      else resolve()
    })
  }

  /** Waits until an event of this type has come, counted from now. */
  async until(type: GatewayEvent['type']): Promise<void> {
    const seen = this.events.length
    while (!this.events.slice(seen).some((event) => event.type === type)) await this.pause(emptyPauseMs)
  }

  async #poll(): Promise<void> {
    const { signal } = new AbortController()
    while (this.#isSignedIn) {
      const answer = await this.gateway.pollEvent(this.id, signal)
      if (answer.ok) {
        if (answer.value === null) await this.pause(emptyPauseMs)
        else this.events.push(answer.value)
        continue
      }
      const { kind } = answer.error
      this.failures.push(describeError(answer.error))
      if (kind === 'session-gone' || kind === 'sign-in-again') this.#isSignedIn = false
      else await this.pause(failurePauseMs)
    }
    for (const tell of this.#whenOut.splice(0)) tell()
  }
}
