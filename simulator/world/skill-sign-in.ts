import type { Agent, Presence } from './agent.ts'
import { grantWaitingRest } from './agent-state.ts'
import { event } from './events.ts'
import { goOffline } from './phone-line.ts'
import { isLinkablePhone } from './population.ts'
import type { World } from './world.ts'

/** What `resetskill` asks for (protocol 7.3). */
export interface SkillReset {
  /** `all`: every configured queue; a list: those of it that are configured. */
  readonly wanted: 'all' | readonly number[]
  /** Undefined leaves the linkage as it is. */
  readonly phoneLinkage: boolean | undefined
}

/** How long a phone that goes offline by itself stays linked. */
const LINKED_FOR_MS = 5_000

/** Replaces the agent's skill sign-in. The effective set is what was asked for, as far as it is configured. */
export function resetSkills(world: World, agent: Agent, presence: Presence, reset: SkillReset): void {
  const configured = [...agent.bindings.keys()]
  const asked = reset.wanted === 'all' ? null : new Set(reset.wanted)
  presence.skills.clear()
  for (const skillId of configured) {
    if (asked === null || asked.has(skillId)) presence.skills.add(skillId)
  }
  if (reset.phoneLinkage !== undefined) switchLinkage(world, agent, presence, reset.phoneLinkage)
  grantWaitingRest(world, agent, presence)
  world.isRoutingDue = true
}

/** `AgentEvent_linkageCapability` for a phone that is no eSpace 7910; the documents only say "other = failed". */
const NOT_LINKABLE = 1

/** Switches the phone linkage. Only switching on has an outcome to report. */
export function switchLinkage(world: World, agent: Agent, presence: Presence, isOn: boolean): void {
  if (!isOn) {
    presence.linkage = 'off'
    return
  }
  const { linkage } = agent.traits
  const canLink = linkage === 'by-number' ? isLinkablePhone(presence.phone) : linkage !== 'fails'
  const isLinked = canLink && presence.isPhoneOnline
  presence.linkage = isLinked ? 'linked' : 'failed'
  world.emit(agent, event.linkageCapability(isLinked ? 0 : NOT_LINKABLE))
  if (!isLinked || linkage !== 'goes-offline') return
  world.after(LINKED_FOR_MS, () => {
    if (agent.presence === presence && presence.linkage === 'linked') goOffline(world, { agent, presence })
  })
}
