import { expect } from 'vitest'
import type { NewJournalEntry } from '../../../shared/domain/journal.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { GatewayError } from '../../gateway/gateway-error.ts'
import type { GatewayEvent } from '../../gateway/gateway-event.ts'
import { FakeGateway } from '../../gateway/testing/fake-gateway.ts'
import { ManualClock } from '../../time/testing/manual-clock.ts'
import { GatewaySession } from '../gateway-session.ts'

/** What agent 101 signs in with. */
export const request = {
  agentId: '101',
  password: 'p',
  phone: '8101',
  isAlwaysOffHook: true,
  autoIdle: true,
  isLinked: false,
}

/** The owner's part in a recovery: reads everything anew at once, unless the spec says otherwise. */
export class ScriptedCatchUp {
  /** How often everything was read anew. */
  times = 0
  isHeld = false
  readonly held: { release(): void }[] = []
  #failures: GatewayError[] = []

  /** The next readings meet this silence; several are used up in order. */
  failNext(...errors: readonly GatewayError[]): void {
    this.#failures.push(...errors)
  }

  async read(): Promise<Result<null, GatewayError>> {
    this.times += 1
    if (this.isHeld) await new Promise<void>((resolve) => this.held.push({ release: resolve }))
    const error = this.#failures.shift()
    return error === undefined ? ok(null) : err(error)
  }
}

/** A session on a fake gateway and a clock that moves when told to, with what it told its owner. */
export function setUpSession() {
  const gateway = new FakeGateway()
  const clock = new ManualClock()
  const phases: string[] = []
  const events: GatewayEvent[] = []
  const journal: NewJournalEntry[] = []
  const catchUp = new ScriptedCatchUp()
  const session = new GatewaySession({
    clock,
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined },
    journal: { record: (entry) => journal.push(entry) },
    listener: {
      sessionChanged: (state, previous) => {
        if (state.phase !== previous.phase) phases.push(state.phase)
      },
      gatewayEvent: (event) => events.push(event),
      catchUp: () => catchUp.read(),
    },
  })
  const signIn = async (): Promise<void> => {
    expect(await session.signIn(gateway, request, false)).toEqual({ ok: true, value: null })
    await clock.advance(0)
  }
  return { gateway, clock, phases, events, journal, catchUp, session, signIn }
}
