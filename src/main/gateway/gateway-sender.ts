import * as v from 'valibot'
import { err, ok, type Result } from '../../shared/result.ts'
import type { GatewayResult } from './api/gateway-result.ts'
import type { SignInAnswer, SignInRequest } from './api/sign-in-api.ts'
import { decodePoll } from './codec/gateway-event-codec.ts'
import { signInSchema } from './codec/sign-in-codec.ts'
import { describeIssues, malformed, parseEnvelope } from './envelope.ts'
import { GatewayChannel } from './gateway-channel.ts'
import type { GatewayError } from './gateway-error.ts'
import type { GatewayEvent } from './gateway-event.ts'
import { watchExchange, type Observation } from './gateway-observer.ts'
import { readSetGuid } from './guid-keeper.ts'
import { forceSignOut, type GatewayRequest } from './requests.ts'
import { alreadySignedOutCode, describeRetcode, describeSignInRetcode, emptyListCodes } from './retcodes.ts'
import type { GatewayTimeouts } from './timeouts.ts'
import type { Transport } from './transport.ts'

type Decoded<T> = Result<T, GatewayError>
type Decode<T> = (result: unknown) => Decoded<T> | Promise<Decoded<T>>

/** A decoder by schema; issues are told by their place, never by values. */
export function reading<T>(schema: v.GenericSchema<unknown, T>): (result: unknown) => Decoded<T> {
  return (result) => {
    const parsed = v.safeParse(schema, result)
    return parsed.success ? ok(parsed.output) : malformed(`result: ${describeIssues(parsed.issues)}`)
  }
}

/** Whether the gateway said that there are none of what was asked for. */
function saysNone(answer: Decoded<unknown>): boolean {
  return !answer.ok && answer.error.kind === 'refused' && emptyListCodes.has(answer.error.retcode)
}

/** The ways to send a request: each knows its time-out, what a cut means, and how the answer is read and reported. */
export class GatewaySender {
  readonly #channel: GatewayChannel
  readonly #timeouts: GatewayTimeouts
  readonly #observation: Observation | null

  constructor(transport: Transport, timeouts: GatewayTimeouts, observation: Observation | null) {
    this.#channel = new GatewayChannel(transport)
    this.#timeouts = timeouts
    this.#observation = observation
  }

  /** Results of commands are "reserved": the retcode alone counts. */
  command(request: GatewayRequest, secrets: readonly string[] = []): GatewayResult<null> {
    return this.#exchange(request, () => ok(null), {
      timeoutMs: this.#timeouts.commandMs,
      isRepeatable: false,
      secrets,
    })
  }

  /** A command that brings a result, too. */
  order<T>(request: GatewayRequest, decode: Decode<T>): GatewayResult<T> {
    return this.#exchange(request, decode, { timeoutMs: this.#timeouts.commandMs, isRepeatable: false })
  }

  query<T>(
    request: GatewayRequest,
    decode: Decode<T>,
    timeoutMs: number = this.#timeouts.commandMs,
  ): GatewayResult<T> {
    return this.#exchange(request, decode, { timeoutMs, isRepeatable: true })
  }

  /** A query for one thing that may not be there. */
  async find<T>(request: GatewayRequest, decode: Decode<T | null>): GatewayResult<T | null> {
    const answer = await this.query(request, decode)
    return saysNone(answer) ? ok(null) : answer
  }

  async list<T>(
    request: GatewayRequest,
    decode: Decode<readonly T[]>,
    timeoutMs?: number,
  ): GatewayResult<readonly T[]> {
    const answer = await this.query(request, decode, timeoutMs)
    return saysNone(answer) ? ok([]) : answer
  }

  /** A list that may be as long as the call centre is large. */
  roster<T>(request: GatewayRequest, decode: Decode<readonly T[]>): GatewayResult<readonly T[]> {
    return this.list(request, decode, this.#timeouts.rosterMs)
  }

  async poll(request: GatewayRequest, signal: AbortSignal): GatewayResult<GatewayEvent | null> {
    const report = watchExchange(this.#observation, request, 'poll')
    const sent = await this.#channel.send(request, {
      lane: 'poll',
      timeoutMs: this.#timeouts.pollMs,
      signal,
      isRepeatable: true,
    })
    if (!sent.ok) return report(sent)
    const poll = decodePoll(sent.value.answer.body)
    if (!poll.ok) return report(poll)
    const { retcode, message, event } = poll.value
    return report(
      retcode === '0' ? ok(event) : err(this.#channel.refuse(retcode, message, sent.value.signIn)),
    )
  }

  async signIn(request: GatewayRequest, asked: SignInRequest): GatewayResult<SignInAnswer> {
    const report = watchExchange(this.#observation, request, 'command')
    const sent = await this.#channel.send(request, {
      lane: 'command',
      timeoutMs: this.#timeouts.signInMs,
      isRepeatable: false,
      isSignIn: true,
    })
    if (!sent.ok) return report(sent)
    const guid = readSetGuid(sent.value.answer)
    const answer = report(this.#readSignIn(sent.value.answer.body, guid, asked))
    if (guid === null) return answer
    if (answer.ok) this.#channel.beginSignIn(guid)
    else if (answer.error.kind === 'malformed') await this.#takeBack(asked.agentId, guid)
    return answer
  }

  async signOut(request: GatewayRequest): GatewayResult<null> {
    const report = watchExchange(this.#observation, request, 'command')
    const sent = await this.#channel.call(request, {
      timeoutMs: this.#timeouts.commandMs,
      isRepeatable: false,
    })
    if (!sent.ok) return report(sent)
    const { retcode, message, signIn } = sent.value
    const answer = report(retcode === '0' ? ok(null) : err(describeRetcode(retcode, message)))
    if (retcode !== '0' && retcode !== alreadySignedOutCode) return answer
    this.#channel.endSignIn(signIn)
    return ok(null)
  }

  dropConnections(): Promise<void> {
    return this.#channel.dropConnections()
  }

  dispose(): Promise<void> {
    return this.#channel.dispose()
  }

  async #exchange<T>(
    request: GatewayRequest,
    decode: Decode<T>,
    options: Parameters<GatewayChannel['call']>[1],
  ): GatewayResult<T> {
    const report = watchExchange(this.#observation, request, 'command')
    const sent = await this.#channel.call(request, options)
    if (!sent.ok) return report(sent)
    const { retcode, message, result } = sent.value
    return report(retcode === '0' ? await decode(result) : err(describeRetcode(retcode, message)))
  }

  #readSignIn(body: string, guid: string | null, asked: SignInRequest): Decoded<SignInAnswer> {
    const envelope = parseEnvelope(body)
    if (!envelope.ok) return envelope
    const { retcode, message, fields } = envelope.value
    if (retcode !== '0') {
      const quoted = this.#channel.quote(message, [asked.password, asked.phone])
      return err(describeSignInRetcode(retcode, quoted))
    }
    // Without it every later request would be refused; better to fail here, where the cause can be named.
    return guid === null ? malformed('no Set-GUID') : reading(signInSchema)(fields.result)
  }

  /**
   * A sign-in whose answer cannot be used has failed for the agent; a Guid in it says that the gateway thinks otherwise. As
   * well as possible it is undone, or the next try would be told that the agent is signed in already. What becomes of that
   * changes nothing for the caller.
   */
  async #takeBack(agentId: string, guid: string): Promise<void> {
    this.#channel.beginSignIn(guid)
    await this.signOut(forceSignOut(agentId))
  }
}
