import { HttpGateway } from '../../src/main/gateway/http-gateway.ts'
import type { DeskSnapshot } from '../../src/shared/domain/desk-snapshot.ts'
import { isSignedIn } from '../../src/shared/domain/session.ts'
import { createObservedDesk, credentials } from '../support/observed-desk.ts'
import { RecordingTransport, type SentRequest } from '../support/recording-transport.ts'
import { OneValueClient, type Client, type Policy, type Shown } from './policy.ts'
import { agentId, type Stage } from './scripts.ts'

/** Where a client is started. `random`: [0, 1), for those whose pauses are drawn. */
export interface Start extends Omit<Stage, 'power'> {
  readonly random: () => number
}

/** Signs in and begins to work. Needs time to pass. */
export type StartClient = (start: Start, isAlwaysOffHook: boolean) => Promise<Client & Pick<Stage, 'power'>>

function describe({ session, agentState, absence }: DeskSnapshot): Shown {
  const hasSession = isSignedIn(session)
  return {
    isSignedIn: hasSession,
    state: hasSession ? agentState.effective : null,
    isInDoubt: hasSession && (session.phase !== 'online' || agentState.verdict === 'doubted'),
    hasToldMissedCall: absence?.changes.some(({ kind }) => kind === 'call-missed') ?? false,
  }
}

/** The real desk. */
export const startDeskside: StartClient = async ({ clock, gateway, random }, isAlwaysOffHook) => {
  const observed = createObservedDesk({
    clock,
    openTransport: () => gateway.transport(),
    random,
  })
  const { desk, sent } = observed
  const signedIn = await desk.signIn(credentials(agentId, { isAlwaysOffHook }))
  if (!signedIn.ok) throw new Error(`sign-in failed: ${signedIn.error.code}`)
  return {
    shown: () => describe(desk.snapshot),
    requests: () => sent.length,
    power: observed.power,
    dispose: observed.dispose,
  }
}

/** A client of one of the known policies: signs in, signs in to all queues, and polls. */
export const startOneValue =
  (policy: Policy): StartClient =>
  async ({ clock, gateway }, isAlwaysOffHook) => {
    const sent: SentRequest[] = []
    const api = new HttpGateway(new RecordingTransport(gateway.transport(), clock, sent))
    const { password, phone } = credentials(agentId)
    const signedIn = await api.signIn({
      ...{ agentId, password, phone, isAlwaysOffHook },
      autoIdle: true,
      isLinked: false,
    })
    if (!signedIn.ok) throw new Error(`sign-in failed: ${signedIn.error.kind}`)
    await api.resetSkills(agentId, { mode: 'all' }, false)
    const client = new OneValueClient({ gateway: api, agentId, clock: clock.client, policy })
    client.start()
    return {
      shown: () => client.shown,
      requests: () => sent.length,
      power: () => undefined,
      dispose: () => client.dispose(),
    }
  }
