import { tableOneStatus, tableTwoStatus, type Agent } from '../world/agent.ts'
import type { Call } from '../world/call.ts'
import { afterCallState } from '../world/desk-calls.ts'
import { waitingCalls } from '../world/queues.ts'
import type { World } from '../world/world.ts'

function agentView(world: World, agent: Agent): unknown {
  const { presence } = agent
  return {
    id: agent.id,
    name: agent.name,
    account: agent.account,
    session:
      presence === null
        ? null
        : {
            by: presence.session === null ? 'world' : 'client',
            loginTime: presence.loginTimeMs,
            phone: presence.phone,
            unreadEvents: presence.session?.mailbox.size ?? 0,
            isPolling: (presence.session?.openPolls ?? 0) > 0,
          },
    state: presence?.state.name ?? 'signed-out',
    phase: presence?.state.name === 'talking' ? presence.state.phase : null,
    callid: presence?.state.name === 'talking' ? presence.state.callid : null,
    reason: presence !== null && 'reason' in presence.state ? presence.state.reason : 0,
    since: presence?.stateSinceMs ?? null,
    status: tableOneStatus(presence),
    ctiStatus: tableTwoStatus(presence),
    note: presence?.note?.name ?? null,
    skills: {
      configured: [...agent.bindings.keys()],
      signedIn: presence === null ? [] : [...presence.skills],
    },
    autoEnterIdle: presence?.autoEnterIdle ?? null,
    autoAnswer: presence?.autoAnswer ?? null,
    releasePhone: presence?.releasePhone ?? null,
    linkage: presence?.linkage ?? null,
    isPhoneOnline: presence?.isPhoneOnline ?? null,
    otherCallids: presence?.otherCalls.map(({ callid }) => callid) ?? [],
    customState: presence?.customState ?? null,
    traits: agent.traits,
    afterCall: presence === null ? null : afterCallState(world, presence),
  }
}

/** A call as the control interface shows it. */
export const callView = (call: Call): unknown => ({
  callid: call.callid,
  caller: call.caller,
  called: call.called,
  skillId: call.skillId,
  origin: call.origin,
  priority: call.priority,
  entered: call.enteredMs,
  state: call.place.kind === 'queue' ? 'waiting' : call.place.kind,
  agent: call.place.kind === 'queue' ? null : call.place.agentId,
  feature: call.feature,
  isHeld: call.isHeld,
  isMuted: call.isMuted,
  isInConference: call.conference.length > 0,
  /** Who transfers it and keeps it until somebody has answered. */
  keptBy: call.transfer?.agentId ?? null,
  transferredBy: call.transferredBy === '' ? null : call.transferredBy,
  peer: call.peer?.callid ?? null,
  data: call.callData,
})

/**
 * Everything there is to see, for `GET /state`.
 *
 * @param agentIds only these agents; a world of 25 000 is long to read
 */
export function stateView(world: World, agentIds: readonly string[]): unknown {
  const agents =
    agentIds.length === 0
      ? [...world.agents.values()]
      : agentIds.map((id) => world.agents.get(id)).filter((agent) => agent !== undefined)
  return {
    now: world.nowMs,
    seed: world.options.seed,
    agents: agents.map((agent) => agentView(world, agent)),
    calls: [...world.calls.values()].map(callView),
    queues: [...world.skills.values()].map((skill) => ({
      skillId: skill.id,
      name: skill.name,
      mediaType: skill.mediaType,
      waiting: waitingCalls(world, skill.id).map(({ callid }) => callid),
    })),
  }
}
