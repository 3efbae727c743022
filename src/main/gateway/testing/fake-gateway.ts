import { ok, type Result } from '../../../shared/result.ts'
import type {
  CallInfo,
  DayStatistics,
  GatewayApi,
  RestReason,
  RosterAgentAnswer,
  RosterQueueAnswer,
  SignInAnswer,
  SignInRequest,
} from '../gateway-api.ts'
import type { GatewayError } from '../gateway-error.ts'
import type { GatewayEvent } from '../gateway-event.ts'
import type { AgentState } from '../../../shared/domain/agent.ts'
import type { SkillQueue } from '../../../shared/domain/skills.ts'
import type { WaitingCall } from '../../../shared/domain/waiting.ts'

type Answer<T> = Result<T, GatewayError>
type Method = Exclude<keyof GatewayApi, 'pollEvent' | 'dropConnections' | 'dispose'>

const noStatistics: DayStatistics = {
  talkSeconds: null,
  answeredCalls: null,
  unansweredCalls: null,
  callOuts: null,
  internalCalls: null,
  consultations: null,
  transfers: null,
  transfersOut: null,
  transfersToIvr: null,
  redirects: null,
  holds: null,
  releasedByAgent: null,
  busyTimes: null,
  busySeconds: null,
  rests: null,
  restSeconds: null,
  overrunRests: null,
  overrunRestSeconds: null,
}

/** Settles a call later, when the spec says so. */
interface Held {
  readonly method: Method
  release(): void
}

/**
 * A gateway under the spec's control: it records every call, answers "0" unless told otherwise, can hold an answer back,
 * and hands events to the poll when the spec emits them.
 */
export class FakeGateway implements GatewayApi {
  readonly calls: { readonly method: Method; readonly args: readonly unknown[]; readonly at: number }[] = []
  readonly held: Held[] = []
  isDisposed = false
  drops = 0
  /** The poll that waits for an event at this moment. */
  pollsUnderWay = 0
  mostPollsAtOnce = 0
  commandsUnderWay = 0
  mostCommandsAtOnce = 0
  readonly #now: () => number
  #failures = new Map<Method, GatewayError[]>()
  #holding = new Set<Method>()
  #pollAnswers: Answer<GatewayEvent | null>[] = []
  #wakePoll: () => void = () => undefined

  signInAnswer: SignInAnswer = {
    loginTime: '1700000000000',
    vdn: '1',
    isPasswordChangeForced: false,
    passwordDaysLeft: null,
  }
  skills: readonly SkillQueue[] = [
    { id: 1, name: 'Billing', mediaType: 5 },
    { id: 2, name: 'Technical support', mediaType: 5 },
    { id: 5, name: 'Web chat', mediaType: 53 },
  ]
  waiting = new Map<number, readonly WaitingCall[]>()
  roster: readonly RosterQueueAnswer[] = []
  status: { state: AgentState; isInCall: boolean } = { state: 'unknown', isInCall: false }
  /** Every agent of the VDN, as `allAgentStatus` gives them. */
  agents: readonly RosterAgentAnswer[] = []
  presentCalls: readonly CallInfo[] = []
  restReasonList: readonly RestReason[] = []
  statistics: DayStatistics = noStatistics
  presentCustomState: number | null = null
  /** The ID that `callOut` answers with. */
  callOutId: string | null = null

  constructor(now: () => number = () => 0) {
    this.#now = now
  }

  /** The next call of `method` fails with this; several are used up in order. */
  failNext(method: Method, ...errors: readonly GatewayError[]): void {
    this.#failures.set(method, [...(this.#failures.get(method) ?? []), ...errors])
  }

  /** Calls of `method` wait until `held[n].release()`. */
  hold(method: Method): void {
    this.#holding.add(method)
  }

  emit(...events: readonly (GatewayEvent | null)[]): void {
    this.#pollAnswers.push(...events.map((event) => ok(event)))
    this.#wakePoll()
  }

  failPoll(error: GatewayError): void {
    this.#pollAnswers.push({ ok: false, error })
    this.#wakePoll()
  }

  called(method: Method): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.args)
  }

  async pollEvent(_agentId: string, signal: AbortSignal): Promise<Answer<GatewayEvent | null>> {
    this.pollsUnderWay += 1
    this.mostPollsAtOnce = Math.max(this.mostPollsAtOnce, this.pollsUnderWay)
    while (this.#pollAnswers.length === 0 && !signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#wakePoll = resolve
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
    }
    this.pollsUnderWay -= 1
    return this.#pollAnswers.shift() ?? { ok: false, error: { kind: 'aborted', wasSent: true } }
  }

  signIn = (request: SignInRequest) => this.#answer('signIn', [request], this.signInAnswer)
  forceSignIn = (request: SignInRequest) => this.#answer('forceSignIn', [request], this.signInAnswer)
  signOut = (agentId: string) => this.#answer('signOut', [agentId], null)
  forceSignOut = (agentId: string) => this.#answer('forceSignOut', [agentId], null)
  forceSignOutWithReason: GatewayApi['forceSignOutWithReason'] = (agentId, reason) =>
    this.#answer('forceSignOutWithReason', [agentId, reason], null)
  changePassword: GatewayApi['changePassword'] = (...args) => this.#answer('changePassword', args, null)
  handshake = (agentId: string) => this.#answer('handshake', [agentId], null)
  heartbeat = (agentId: string) =>
    this.#answer('heartbeat', [agentId], { loginTime: this.signInAnswer.loginTime })
  agentStatus = (agentId: string) => this.#answer('agentStatus', [agentId], this.status)
  sayIdle = (agentId: string) => this.#answer('sayIdle', [agentId], null)
  sayBusy: GatewayApi['sayBusy'] = (agentId, busy) =>
    this.#answer('sayBusy', busy === undefined ? [agentId] : [agentId, busy], null)
  cancelBusy = (agentId: string) => this.#answer('cancelBusy', [agentId], null)
  enterWrapUp = (agentId: string) => this.#answer('enterWrapUp', [agentId], null)
  cancelWrapUp = (agentId: string) => this.#answer('cancelWrapUp', [agentId], null)
  rest: GatewayApi['rest'] = (agentId, seconds, cause, isProlonged) =>
    this.#answer('rest', [agentId, seconds, cause, ...(isProlonged === undefined ? [] : [isProlonged])], null)
  cancelRest = (agentId: string) => this.#answer('cancelRest', [agentId], null)
  setAutoIdle = (agentId: string, autoIdle: boolean) => this.#answer('setAutoIdle', [agentId, autoIdle], null)
  restReasons = (agentId: string) => this.#answer('restReasons', [agentId], this.restReasonList)
  setAutoAnswer: GatewayApi['setAutoAnswer'] = (...args) => this.#answer('setAutoAnswer', args, null)
  setCustomState: GatewayApi['setCustomState'] = (...args) => this.#answer('setCustomState', args, null)
  customState = (agentId: string) => this.#answer('customState', [agentId], this.presentCustomState)
  cancelCustomState = (agentId: string) => this.#answer('cancelCustomState', [agentId], null)
  resetSkills: GatewayApi['resetSkills'] = (agentId, skills, isLinked) =>
    this.#answer('resetSkills', [agentId, skills, isLinked], null)
  configuredSkills = (agentId: string) => this.#answer('configuredSkills', [agentId], this.skills)
  skillsOfAgent: GatewayApi['skillsOfAgent'] = (...args) => this.#answer('skillsOfAgent', args, this.skills)
  vdnSkills = (agentId: string) => this.#answer('vdnSkills', [agentId], this.skills)
  waitingCalls = (agentId: string, skillId: number) =>
    this.#answer('waitingCalls', [agentId, skillId], this.waiting.get(skillId) ?? [])
  queueFigures: GatewayApi['queueFigures'] = (agentId, skillIds) =>
    this.#answer(
      'queueFigures',
      [agentId, skillIds],
      skillIds.map((skillId) => ({
        skillId,
        waitingCalls: this.waiting.get(skillId)?.length ?? 0,
        longestWaitSeconds: 0,
        agentsOn: 0,
        agentsFree: 0,
      })),
    )
  transferWaitingCall = (agentId: string, callId: string, toSkillId: number) =>
    this.#answer('transferWaitingCall', [agentId, callId, toSkillId], null)
  requestWaitingCall: GatewayApi['requestWaitingCall'] = (...args) =>
    this.#answer('requestWaitingCall', args, null)
  onlineAgents = (agentId: string) => this.#answer('onlineAgents', [agentId], this.roster)
  agentsOfQueue: GatewayApi['agentsOfQueue'] = (agentId, skillId) =>
    this.#answer(
      'agentsOfQueue',
      [agentId, skillId],
      this.roster.find((queue) => queue.skillId === skillId)?.agents ?? [],
    )
  allAgentStatus = (agentId: string) => this.#answer('allAgentStatus', [agentId], this.agents)
  callInfo = (agentId: string) => this.#answer('callInfo', [agentId], this.presentCalls)
  callInfoById: GatewayApi['callInfoById'] = (agentId, callId) =>
    this.#answer(
      'callInfoById',
      [agentId, callId],
      this.presentCalls.find((call) => call.callId === callId) ?? null,
    )
  dayStatistics = (agentId: string) => this.#answer('dayStatistics', [agentId], this.statistics)
  answerCall: GatewayApi['answerCall'] = (...args) => this.#answer('answerCall', args, null)
  releaseCall = (agentId: string) => this.#answer('releaseCall', [agentId], null)
  holdCall = (agentId: string) => this.#answer('holdCall', [agentId], null)
  retrieveCall: GatewayApi['retrieveCall'] = (...args) => this.#answer('retrieveCall', args, null)
  mute = (agentId: string) => this.#answer('mute', [agentId], null)
  unmute = (agentId: string) => this.#answer('unmute', [agentId], null)
  sendDigits: GatewayApi['sendDigits'] = (...args) => this.#answer('sendDigits', args, null)
  transferCall: GatewayApi['transferCall'] = (...args) => this.#answer('transferCall', args, null)
  callOut: GatewayApi['callOut'] = (...args) => this.#answer('callOut', args, this.callOutId)
  pickUpPhone = (agentId: string) => this.#answer('pickUpPhone', [agentId], null)
  hangUpPhone = (agentId: string) => this.#answer('hangUpPhone', [agentId], null)

  /** A poll under way fails, unless its answer is there already. */
  async dropConnections(): Promise<void> {
    this.drops += 1
    const isWaiting = this.pollsUnderWay > 0 && this.#pollAnswers.length === 0
    if (isWaiting) this.failPoll({ kind: 'unreachable', detail: 'CONNECTION_CLOSED' })
  }

  async dispose(): Promise<void> {
    this.isDisposed = true
  }

  async #answer<T>(method: Method, args: readonly unknown[], value: T): Promise<Answer<T>> {
    this.calls.push({ method, args, at: this.#now() })
    this.commandsUnderWay += 1
    this.mostCommandsAtOnce = Math.max(this.mostCommandsAtOnce, this.commandsUnderWay)
    if (this.#holding.has(method)) {
      await new Promise<void>((resolve) => this.held.push({ method, release: resolve }))
    } else {
      await Promise.resolve()
    }
    this.commandsUnderWay -= 1
    const error = this.#failures.get(method)?.shift()
    return error === undefined ? ok(value) : { ok: false, error }
  }
}
