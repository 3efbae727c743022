import type { WaitingCall } from '../../../shared/domain/waiting.ts'
import type { GatewayError } from '../../gateway/gateway-error.ts'
import { createFixture, type DeskFixture } from './desk-fixture.ts'

/** Agent 101 signed in and busy, which the gateway would also say if it were asked; nothing is under way any more. */
export async function busyDesk(): Promise<DeskFixture> {
  const fixture = createFixture()
  await fixture.signIn()
  fixture.gateway.status = { state: 'busy', isInCall: false }
  fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
  await fixture.clock.advance(5_000)
  return fixture
}

/** The poll under way fails; the next one waits until `comeBack`. */
export async function fallSilent(fixture: DeskFixture, error: GatewayError = { kind: 'cut' }): Promise<void> {
  fixture.gateway.failPoll(error)
  await fixture.settle()
  const { phase } = fixture.desk.snapshot.session
  if (phase !== 'doubtful') throw new Error(`the session is ${phase}`)
}

/** The gateway answers again, and whatever nobody holds back has been read and sent. */
export async function comeBack(fixture: DeskFixture): Promise<void> {
  fixture.gateway.emit(null)
  await fixture.clock.advance(2_000)
  const { phase } = fixture.desk.snapshot.session
  if (phase !== 'online') throw new Error(`the session is ${phase}`)
}

/** A call that has waited in this queue for a while. */
export const callIn = (skillId: number, callId = 'c-1', enteredAt = 1_000): WaitingCall => ({
  callId,
  skillId,
  caller: '138',
  called: '400',
  enteredAt,
  waitedSeconds: 5,
  priority: null,
  mediaType: 5,
})
