import type { Agent, Presence } from './agent.ts'
import { waitingCalls } from './queues.ts'
import type { Skill } from './skill.ts'
import type { World } from './world.ts'

/** An agent who is signed in, beside his presence. */
export interface OnlineAgent {
  readonly agent: Agent
  readonly presence: Presence
}

/** One queue of the roster. */
export interface RosterQueue {
  readonly skill: Skill
  readonly online: readonly OnlineAgent[]
}

/**
 * Everybody signed in to a queue, by queue number and agent ID. Agents signed in to no queue stand nowhere, and
 * queues without agents are left out (protocol 8.1: not documented; decided so).
 */
export function roster(world: World): readonly RosterQueue[] {
  const byQueue = new Map<number, OnlineAgent[]>()
  for (const skillId of world.skills.keys()) byQueue.set(skillId, [])
  for (const agent of world.agents.values()) {
    const { presence } = agent
    if (presence === null) continue
    for (const skillId of presence.skills) byQueue.get(skillId)?.push({ agent, presence })
  }
  return [...world.skills.values()]
    .map((skill) => ({ skill, online: byQueue.get(skill.id) ?? [] }))
    .filter(({ online }) => online.length > 0)
}

/** Figures of one queue for `queryacdstat`. */
export function queueFigures(
  world: World,
  skillId: number,
): { waiting: number; longestWaitS: number; signedIn: number; idle: number } {
  const waiting = waitingCalls(world, skillId)
  const oldestMs = Math.min(world.nowMs, ...waiting.map(({ enteredMs }) => enteredMs))
  let signedIn = 0
  let idle = 0
  for (const { presence } of world.agents.values()) {
    if (!presence?.skills.has(skillId)) continue
    signedIn += 1
    if (presence.state.name === 'idle') idle += 1
  }
  return {
    waiting: waiting.length,
    longestWaitS: Math.floor((world.nowMs - oldestMs) / 1000),
    signedIn,
    idle,
  }
}
