import * as v from 'valibot'
import type { AgentState } from '../../shared/domain/agent.ts'
import type { SkillQueue } from '../../shared/domain/skills.ts'
import type { WaitingCall } from '../../shared/domain/waiting.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { agentStatusSchema } from './codec/agent-state-codec.ts'
import { decodePoll } from './codec/gateway-event-codec.ts'
import { queueFiguresSchema, waitingCallsSchema } from './codec/queue-codec.ts'
import { decodeRoster } from './codec/roster-codec.ts'
import { signInSchema } from './codec/sign-in-codec.ts'
import { skillQueuesSchema } from './codec/skills-codec.ts'
import { describeIssues, malformed, parseEnvelope } from './envelope.ts'
import type {
  GatewayApi,
  GatewayResult,
  QueueFigures,
  RosterQueueAnswer,
  SignInAnswer,
  SignInRequest,
} from './gateway-api.ts'
import { GatewayChannel } from './gateway-channel.ts'
import type { GatewayError } from './gateway-error.ts'
import type { GatewayEvent } from './gateway-event.ts'
import * as requests from './requests.ts'
import { alreadySignedOutCode, describeRetcode, describeSignInRetcode, emptyListCodes } from './retcodes.ts'
import { readSetGuid } from './guid-keeper.ts'
import { defaultTimeouts, type GatewayTimeouts } from './timeouts.ts'
import type { Transport } from './transport.ts'

type Decoded<T> = Result<T, GatewayError>
type Decode<T> = (result: unknown) => Decoded<T> | Promise<Decoded<T>>

function reading<T>(schema: v.GenericSchema<unknown, T>): (result: unknown) => Decoded<T> {
  return (result) => {
    const parsed = v.safeParse(schema, result)
    return parsed.success ? ok(parsed.output) : malformed(`result: ${describeIssues(parsed.issues)}`)
  }
}

/** `GatewayApi` over HTTP. Which request each method sends stands in `requests.ts`, what it reads in `codec/`. */
export class HttpGateway implements GatewayApi {
  readonly #channel: GatewayChannel
  readonly #timeouts: GatewayTimeouts

  constructor(transport: Transport, timeouts: GatewayTimeouts = defaultTimeouts) {
    this.#channel = new GatewayChannel(transport)
    this.#timeouts = timeouts
  }

  signIn(request: SignInRequest): GatewayResult<SignInAnswer> {
    return this.#signIn(requests.signIn(request), request)
  }

  forceSignIn(request: SignInRequest): GatewayResult<SignInAnswer> {
    return this.#signIn(requests.forceSignIn(request), request)
  }

  signOut(agentId: string): GatewayResult<null> {
    return this.#signOut(requests.signOut(agentId))
  }

  forceSignOut(agentId: string): GatewayResult<null> {
    return this.#signOut(requests.forceSignOut(agentId))
  }

  async pollEvent(agentId: string, signal: AbortSignal): GatewayResult<GatewayEvent | null> {
    const sent = await this.#channel.send(requests.pollEvent(agentId), {
      lane: 'poll',
      timeoutMs: this.#timeouts.pollMs,
      signal,
      isRepeatable: true,
    })
    if (!sent.ok) return sent
    const poll = decodePoll(sent.value.answer.body)
    if (!poll.ok) return poll
    if (poll.value.retcode === '0') return ok(poll.value.event)
    return err(this.#channel.refuse(poll.value.retcode, poll.value.message, sent.value.signIn))
  }

  agentStatus(agentId: string): GatewayResult<{ readonly state: AgentState; readonly isInCall: boolean }> {
    return this.#query(requests.agentStatus(agentId), reading(agentStatusSchema))
  }

  sayIdle(agentId: string): GatewayResult<null> {
    return this.#command(requests.sayIdle(agentId))
  }

  sayBusy(agentId: string): GatewayResult<null> {
    return this.#command(requests.sayBusy(agentId))
  }

  cancelBusy(agentId: string): GatewayResult<null> {
    return this.#command(requests.cancelBusy(agentId))
  }

  enterWrapUp(agentId: string): GatewayResult<null> {
    return this.#command(requests.enterWrapUp(agentId))
  }

  cancelWrapUp(agentId: string): GatewayResult<null> {
    return this.#command(requests.cancelWrapUp(agentId))
  }

  rest(agentId: string, seconds: number, cause: number): GatewayResult<null> {
    return this.#command(requests.rest(agentId, seconds, cause))
  }

  cancelRest(agentId: string): GatewayResult<null> {
    return this.#command(requests.cancelRest(agentId))
  }

  setAutoIdle(agentId: string, autoIdle: boolean): GatewayResult<null> {
    return this.#command(requests.setAutoIdle(agentId, autoIdle))
  }

  resetSkills(
    agentId: string,
    skills: { readonly mode: 'all' } | { readonly mode: 'list'; readonly skillIds: readonly number[] },
    isLinked: boolean,
  ): GatewayResult<null> {
    return this.#command(requests.resetSkills(agentId, skills, isLinked))
  }

  configuredSkills(agentId: string): GatewayResult<readonly SkillQueue[]> {
    return this.#list(requests.configuredSkills(agentId), reading(skillQueuesSchema))
  }

  vdnSkills(agentId: string): GatewayResult<readonly SkillQueue[]> {
    return this.#list(requests.vdnSkills(agentId), reading(skillQueuesSchema))
  }

  waitingCalls(agentId: string, skillId: number): GatewayResult<readonly WaitingCall[]> {
    return this.#list(requests.waitingCalls(agentId, skillId), reading(waitingCallsSchema(skillId)))
  }

  queueFigures(agentId: string, skillIds: readonly number[]): GatewayResult<readonly QueueFigures[]> {
    return this.#list(requests.queueFigures(agentId, skillIds), reading(queueFiguresSchema))
  }

  transferWaitingCall(agentId: string, callId: string, toSkillId: number): GatewayResult<null> {
    return this.#command(requests.transferWaitingCall(agentId, callId, toSkillId))
  }

  onlineAgents(agentId: string): GatewayResult<readonly RosterQueueAnswer[]> {
    return this.#list(requests.onlineAgents(agentId), decodeRoster, this.#timeouts.rosterMs)
  }

  dropConnections(): Promise<void> {
    return this.#channel.dropConnections()
  }

  dispose(): Promise<void> {
    return this.#channel.dispose()
  }

  async #signIn(request: requests.GatewayRequest, asked: SignInRequest): GatewayResult<SignInAnswer> {
    const sent = await this.#channel.send(request, {
      lane: 'command',
      timeoutMs: this.#timeouts.signInMs,
      isRepeatable: false,
      isSignIn: true,
    })
    if (!sent.ok) return sent
    const guid = readSetGuid(sent.value.answer)
    const envelope = parseEnvelope(sent.value.answer.body)
    if (!envelope.ok) {
      await this.#takeBack(asked.agentId, guid)
      return envelope
    }
    const { retcode, message, fields } = envelope.value
    if (retcode !== '0') {
      const quoted = this.#channel.quote(message, [asked.password, asked.phone])
      return err(describeSignInRetcode(retcode, quoted))
    }
    // Without it every later request would be refused; better to fail here, where the cause can be named.
    if (guid === null) return malformed('no Set-GUID')
    const answer = reading(signInSchema)(fields.result)
    if (answer.ok) this.#channel.beginSignIn(guid)
    else await this.#takeBack(asked.agentId, guid)
    return answer
  }

  /**
   * A sign-in whose answer cannot be used has failed for the agent; a Guid in it says that the gateway thinks otherwise. As
   * well as possible it is undone, or the next try would be told that the agent is signed in already. What becomes of that
   * changes nothing for the caller.
   */
  async #takeBack(agentId: string, guid: string | null): Promise<void> {
    if (guid === null) return
    this.#channel.beginSignIn(guid)
    await this.forceSignOut(agentId)
  }

  async #signOut(request: requests.GatewayRequest): GatewayResult<null> {
    const sent = await this.#channel.call(request, this.#timeouts.commandMs, false)
    if (!sent.ok) return sent
    const { retcode, message, signIn } = sent.value
    if (retcode !== '0' && retcode !== alreadySignedOutCode) return err(describeRetcode(retcode, message))
    this.#channel.endSignIn(signIn)
    return ok(null)
  }

  /** Results of commands are "reserved": the retcode alone counts. */
  async #command(request: requests.GatewayRequest): GatewayResult<null> {
    const sent = await this.#channel.call(request, this.#timeouts.commandMs, false)
    if (!sent.ok) return sent
    return sent.value.retcode === '0'
      ? ok(null)
      : err(describeRetcode(sent.value.retcode, sent.value.message))
  }

  async #query<T>(
    request: requests.GatewayRequest,
    decode: Decode<T>,
    timeoutMs: number = this.#timeouts.commandMs,
  ): GatewayResult<T> {
    const sent = await this.#channel.call(request, timeoutMs, true)
    if (!sent.ok) return sent
    const { retcode, message, result } = sent.value
    return retcode === '0' ? decode(result) : err(describeRetcode(retcode, message))
  }

  async #list<T>(
    request: requests.GatewayRequest,
    decode: Decode<readonly T[]>,
    timeoutMs?: number,
  ): GatewayResult<readonly T[]> {
    const answer = await this.#query(request, decode, timeoutMs)
    const isEmpty = !answer.ok && answer.error.kind === 'refused' && emptyListCodes.has(answer.error.retcode)
    return isEmpty ? ok([]) : answer
  }
}
