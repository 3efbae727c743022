import type { GatewaySession } from '../session/gateway-session.ts'
import { isSilence } from '../session/end-cause.ts'
import type { DeskStore } from './desk-store.ts'
import type { UntilRead } from './until-read.ts'

/**
 * The reasons that a rest may name, read once per session. No page describes the interface (protocol 6.1): a gateway that
 * refuses it or does not know it offers no reasons, and a rest then goes without one.
 */
export class RestReasons {
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #untilRead: UntilRead

  constructor(deps: { store: DeskStore; session: GatewaySession; untilRead: UntilRead }) {
    this.#store = deps.store
    this.#session = deps.session
    this.#untilRead = deps.untilRead
  }

  read(): Promise<void> {
    return this.#untilRead.now('rest-reasons', async () => {
      const answer = await this.#session.query((gateway, agentId) => gateway.restReasons(agentId))
      // Only silence is worth asking again.
      if (!answer.ok) return { ok: !isSilence(answer.error) }
      const restReasons = answer.value.filter(({ text }) => text.trim() !== '')
      this.#store.update((state) => ({ ...state, restReasons }))
      return { ok: true }
    })
  }
}
