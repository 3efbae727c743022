import { setTimeout as pause } from 'node:timers/promises'
import { createGateway } from '../../src/main/gateway/create-gateway.ts'
import type { GatewayError } from '../../src/main/gateway/gateway-error.ts'
import type { HttpGateway } from '../../src/main/gateway/http-gateway.ts'
import type { Random } from '../../simulator/world/random.ts'
import { preciseNow, type PlayOrder } from './protocol.ts'

/** What several desks of one process note together. */
export class Tally {
  readonly received = new Map<string, number[]>()
  readonly commandMs: number[] = []
  readonly errors = new Map<string, number>()
  pollAnswers = 0
  commands = 0

  failed(what: string, error: GatewayError): void {
    const why = 'retcode' in error ? error.retcode : error.kind
    const name = `${what} ${why}`
    this.errors.set(name, (this.errors.get(name) ?? 0) + 1)
  }

  event(agentId: string): void {
    const times = this.received.get(agentId)
    if (times === undefined) this.received.set(agentId, [preciseNow()])
    else times.push(preciseNow())
  }

  /** What follows is counted anew; the events are not, because they are matched from the first one on. */
  begin(): void {
    this.commandMs.length = 0
    this.pollAnswers = 0
    this.commands = 0
  }
}

/** Pause after an empty answer, as a desk makes it. */
const emptyPauseMs = [200, 500] as const

/** One agent on the real client: signed in, polling, changing between idle and busy now and then. */
export class SimulatedDesk {
  readonly #agentId: string
  readonly #gateway: HttpGateway
  readonly #random: Random
  readonly #tally: Tally
  readonly #end = new AbortController()

  constructor(agentId: string, order: PlayOrder, random: Random, tally: Tally) {
    const created = createGateway({ address: order.gatewayUrl, caPem: order.caPem })
    if (!created.ok) throw new Error(`No client for ${order.gatewayUrl}: ${created.error.code}`)
    this.#agentId = agentId
    this.#gateway = created.value
    this.#random = random
    this.#tally = tally
  }

  /** Signs in to every queue and begins to poll. */
  async start(): Promise<void> {
    const id = this.#agentId
    const signedIn = await this.#gateway.signIn({
      agentId: id,
      password: `Deskside#${id}`,
      phone: `8${id}`,
      isAlwaysOffHook: this.#random.next() < 0.5,
      autoIdle: true,
      isLinked: false,
    })
    if (!signedIn.ok) {
      this.#tally.failed('sign-in', signedIn.error)
      return
    }
    void this.#poll()
    const reset = await this.#gateway.resetSkills(id, { mode: 'all' }, false)
    if (!reset.ok) this.#tally.failed('resetskill', reset.error)
  }

  /** Goes busy and idle by turns, `everyMs` apart on average; neither is ever refused, not even during a call. */
  async live(everyMs: number): Promise<void> {
    for (let isBusy = false; !this.#isOver(); isBusy = !isBusy) {
      await this.#pause(everyMs * 2 * this.#random.next())
      if (this.#isOver()) return
      const beganMs = performance.now()
      const command = isBusy ? this.#gateway.sayIdle(this.#agentId) : this.#gateway.sayBusy(this.#agentId)
      const answer = await command
      this.#tally.commands += 1
      this.#tally.commandMs.push(performance.now() - beganMs)
      if (!answer.ok && !this.#isOver()) this.#tally.failed(isBusy ? 'sayfree' : 'saybusy', answer.error)
    }
  }

  async stop(): Promise<void> {
    this.#end.abort()
    await this.#gateway.dispose()
  }

  async #poll(): Promise<void> {
    while (!this.#isOver()) {
      const answer = await this.#gateway.pollEvent(this.#agentId, this.#end.signal)
      if (this.#isOver()) return
      if (!answer.ok) {
        this.#tally.failed('poll', answer.error)
        await this.#pause(1000)
        continue
      }
      this.#tally.pollAnswers += 1
      if (answer.value === null) await this.#pause(this.#random.between(...emptyPauseMs))
      else this.#tally.event(this.#agentId)
    }
  }

  #isOver(): boolean {
    return this.#end.signal.aborted
  }

  /** Ends early with the desk. */
  async #pause(ms: number): Promise<void> {
    const { signal } = this.#end
    await pause(ms, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
}
