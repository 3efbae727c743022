import { agentStatusSchema } from './codec/agent-state-codec.ts'
import { callInfoSchema, dayStatisticsSchema, presentCallsSchema } from './codec/call-data-codec.ts'
import { customStateSchema } from './codec/custom-state-codec.ts'
import { queueFiguresSchema, waitingCallsSchema } from './codec/queue-codec.ts'
import { restReasonsSchema } from './codec/rest-reasons-codec.ts'
import { decodeAgents, decodeRoster } from './codec/roster-codec.ts'
import { heartbeatSchema } from './codec/sign-in-codec.ts'
import { skillQueuesSchema } from './codec/skills-codec.ts'
import { callOutSchema } from './codec/voice-codec.ts'
import { ok } from '../../shared/result.ts'
import type { GatewayApi } from './gateway-api.ts'
import type { Observation } from './gateway-observer.ts'
import { GatewaySender, reading } from './gateway-sender.ts'
import * as requests from './requests.ts'
import { defaultTimeouts, type GatewayTimeouts } from './timeouts.ts'
import type { Transport } from './transport.ts'

/**
 * `GatewayApi` over HTTP: one line per interface says which request is sent (`requests/`), in which way (`gateway-sender.ts`)
 * and how its result is read (`codec/`).
 */
export class HttpGateway implements GatewayApi {
  readonly #send: GatewaySender

  constructor(
    transport: Transport,
    timeouts: GatewayTimeouts = defaultTimeouts,
    observation: Observation | null = null,
  ) {
    this.#send = new GatewaySender(transport, timeouts, observation)
  }

  readonly signIn: GatewayApi['signIn'] = (asked) => this.#send.signIn(requests.signIn(asked), asked)
  readonly forceSignIn: GatewayApi['forceSignIn'] = (asked) =>
    this.#send.signIn(requests.forceSignIn(asked), asked)
  readonly signOut: GatewayApi['signOut'] = (agentId) => this.#send.signOut(requests.signOut(agentId))
  readonly forceSignOut: GatewayApi['forceSignOut'] = (agentId) =>
    this.#send.signOut(requests.forceSignOut(agentId))
  readonly forceSignOutWithReason: GatewayApi['forceSignOutWithReason'] = (agentId, reason) =>
    this.#send.signOut(requests.forceSignOutWithReason(agentId, reason))
  readonly changePassword: GatewayApi['changePassword'] = (agentId, oldPassword, newPassword) =>
    this.#send.command(requests.changePassword(agentId, oldPassword, newPassword), [oldPassword, newPassword])
  readonly pollEvent: GatewayApi['pollEvent'] = (agentId, signal) =>
    this.#send.poll(requests.pollEvent(agentId), signal)
  readonly handshake: GatewayApi['handshake'] = (agentId) =>
    this.#send.query(requests.handshake(agentId), () => ok(null))
  readonly heartbeat: GatewayApi['heartbeat'] = (agentId) =>
    this.#send.query(requests.heartbeat(agentId), reading(heartbeatSchema))

  readonly agentStatus: GatewayApi['agentStatus'] = (agentId) =>
    this.#send.query(requests.agentStatus(agentId), reading(agentStatusSchema))
  readonly sayIdle: GatewayApi['sayIdle'] = (agentId) => this.#send.command(requests.sayIdle(agentId))
  readonly sayBusy: GatewayApi['sayBusy'] = (agentId, busy) =>
    this.#send.command(requests.sayBusy(agentId, busy))
  readonly cancelBusy: GatewayApi['cancelBusy'] = (agentId) =>
    this.#send.command(requests.cancelBusy(agentId))
  readonly enterWrapUp: GatewayApi['enterWrapUp'] = (agentId) =>
    this.#send.command(requests.enterWrapUp(agentId))
  readonly cancelWrapUp: GatewayApi['cancelWrapUp'] = (agentId) =>
    this.#send.command(requests.cancelWrapUp(agentId))
  readonly rest: GatewayApi['rest'] = (agentId, seconds, cause, isProlonged) =>
    this.#send.command(requests.rest(agentId, seconds, cause, isProlonged))
  readonly cancelRest: GatewayApi['cancelRest'] = (agentId) =>
    this.#send.command(requests.cancelRest(agentId))
  readonly restReasons: GatewayApi['restReasons'] = (agentId) =>
    this.#send.list(requests.restReasons(agentId), reading(restReasonsSchema))
  readonly setAutoIdle: GatewayApi['setAutoIdle'] = (agentId, autoIdle) =>
    this.#send.command(requests.setAutoIdle(agentId, autoIdle))
  readonly setAutoAnswer: GatewayApi['setAutoAnswer'] = (agentId, autoAnswer) =>
    this.#send.command(requests.setAutoAnswer(agentId, autoAnswer))
  readonly setCustomState: GatewayApi['setCustomState'] = (agentId, customState) =>
    this.#send.command(requests.setCustomState(agentId, customState))
  readonly customState: GatewayApi['customState'] = (agentId) =>
    this.#send.query(requests.customState(agentId), reading(customStateSchema))
  readonly cancelCustomState: GatewayApi['cancelCustomState'] = (agentId) =>
    this.#send.command(requests.cancelCustomState(agentId))

  readonly resetSkills: GatewayApi['resetSkills'] = (agentId, skills, isLinked) =>
    this.#send.command(requests.resetSkills(agentId, skills, isLinked))
  readonly configuredSkills: GatewayApi['configuredSkills'] = (agentId) =>
    this.#send.list(requests.configuredSkills(agentId), reading(skillQueuesSchema))
  readonly skillsOfAgent: GatewayApi['skillsOfAgent'] = (agentId, workNo) =>
    this.#send.list(requests.skillsOfAgent(agentId, workNo), reading(skillQueuesSchema))
  readonly vdnSkills: GatewayApi['vdnSkills'] = (agentId) =>
    this.#send.list(requests.vdnSkills(agentId), reading(skillQueuesSchema))
  readonly waitingCalls: GatewayApi['waitingCalls'] = (agentId, skillId) =>
    this.#send.list(requests.waitingCalls(agentId, skillId), reading(waitingCallsSchema(skillId)))
  readonly queueFigures: GatewayApi['queueFigures'] = (agentId, skillIds) =>
    this.#send.list(requests.queueFigures(agentId, skillIds), reading(queueFiguresSchema))
  readonly transferWaitingCall: GatewayApi['transferWaitingCall'] = (agentId, callId, toSkillId) =>
    this.#send.command(requests.transferWaitingCall(agentId, callId, toSkillId))
  readonly requestWaitingCall: GatewayApi['requestWaitingCall'] = (agentId, callId, skillId) =>
    this.#send.command(requests.requestWaitingCall(agentId, callId, skillId))

  readonly onlineAgents: GatewayApi['onlineAgents'] = (agentId) =>
    this.#send.roster(requests.onlineAgents(agentId), decodeRoster)
  readonly agentsOfQueue: GatewayApi['agentsOfQueue'] = (agentId, skillId) =>
    this.#send.roster(requests.agentsOfQueue(agentId, skillId), decodeAgents)
  readonly allAgentStatus: GatewayApi['allAgentStatus'] = (agentId) =>
    this.#send.roster(requests.allAgentStatus(agentId), decodeAgents)

  readonly callInfo: GatewayApi['callInfo'] = (agentId) =>
    this.#send.list(requests.callInfo(agentId), reading(presentCallsSchema))
  readonly callInfoById: GatewayApi['callInfoById'] = (agentId, callId) =>
    this.#send.find(requests.callInfoById(agentId, callId), reading(callInfoSchema))
  readonly dayStatistics: GatewayApi['dayStatistics'] = (agentId) =>
    this.#send.query(requests.dayStatistics(agentId), reading(dayStatisticsSchema))

  readonly answerCall: GatewayApi['answerCall'] = (agentId, callId) =>
    this.#send.command(requests.answerCall(agentId, callId))
  readonly releaseCall: GatewayApi['releaseCall'] = (agentId) =>
    this.#send.command(requests.releaseCall(agentId))
  readonly holdCall: GatewayApi['holdCall'] = (agentId) => this.#send.command(requests.holdCall(agentId))
  readonly retrieveCall: GatewayApi['retrieveCall'] = (agentId, callId) =>
    this.#send.command(requests.retrieveCall(agentId, callId))
  readonly mute: GatewayApi['mute'] = (agentId) => this.#send.command(requests.mute(agentId))
  readonly unmute: GatewayApi['unmute'] = (agentId) => this.#send.command(requests.unmute(agentId))
  readonly sendDigits: GatewayApi['sendDigits'] = (agentId, digits) =>
    this.#send.command(requests.sendDigits(agentId, digits))
  readonly transferCall: GatewayApi['transferCall'] = (agentId, transfer) =>
    this.#send.command(requests.transferCall(agentId, transfer))
  readonly callOut: GatewayApi['callOut'] = (agentId, asked) =>
    this.#send.order(requests.callOut(agentId, asked), reading(callOutSchema))
  readonly pickUpPhone: GatewayApi['pickUpPhone'] = (agentId) =>
    this.#send.command(requests.pickUpPhone(agentId))
  readonly hangUpPhone: GatewayApi['hangUpPhone'] = (agentId) =>
    this.#send.command(requests.hangUpPhone(agentId))

  readonly dropConnections: GatewayApi['dropConnections'] = () => this.#send.dropConnections()
  readonly dispose: GatewayApi['dispose'] = () => this.#send.dispose()
}
