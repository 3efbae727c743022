import { expect } from 'vitest'
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

/** A session on a fake gateway and a clock that moves when told to, with what it told its owner. */
export function setUpSession() {
  const gateway = new FakeGateway()
  const clock = new ManualClock()
  const phases: string[] = []
  const events: GatewayEvent[] = []
  const session = new GatewaySession({
    clock,
    random: () => 0.5,
    log: { info: () => undefined, warn: () => undefined },
    listener: {
      sessionChanged: (state, previous) => {
        if (state.phase !== previous.phase) phases.push(state.phase)
      },
      gatewayEvent: (event) => events.push(event),
    },
  })
  const signIn = async (): Promise<void> => {
    expect(await session.signIn(gateway, request, false)).toEqual({ ok: true, value: null })
    await clock.advance(0)
  }
  return { gateway, clock, phases, events, session, signIn }
}
