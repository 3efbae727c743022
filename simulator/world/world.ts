import type { Agent, Presence } from './agent.ts'
import { Agenda, type Task } from './agenda.ts'
import type { Call } from './call.ts'
import type { EventBody } from './events.ts'
import type { WorldObserver } from './history.ts'
import { buildAgents } from './population.ts'
import { createRandom, type Random } from './random.ts'
import type { Session } from './session.ts'
import type { SwitchOver } from './switch-over.ts'
import { buildSkills, type Skill } from './skill.ts'

/** Shortest and longest, in milliseconds, both included. */
export type Range = readonly [minMs: number, maxMs: number]

/** How long things take in the world; each is drawn anew from the seed. */
export interface Timing {
  /** From the offer until the phone rings (or, always off-hook, until the call is put through). */
  readonly offerMs: Range
  /** From the ringing until the agent lifts the phone. */
  readonly liftMs: Range
  readonly talkMs: Range
  readonly patienceMs: Range
  /** Wrap-up of the colleagues whom the world plays. */
  readonly colleagueWrapUpMs: Range
  /** From the ringing at a number outside until somebody answers there. */
  readonly calleeAnswerMs: Range
  /** A caller's way through an automatic flow. */
  readonly ivrMs: Range
  /** With manual answer: how long a call rings before it is taken back. */
  readonly noAnswerMs: number
}

export interface WorldOptions {
  readonly seed: number
  readonly agentCount: number
  readonly skillCount: number
  readonly colleagues: number
  readonly callsPerMinute: number
  /** Non-always-off-hook agents go to wrap-up after a call whatever they asked for (protocol 11.1). */
  readonly isOffHookStrict: boolean
  /** Longest wrap-up of a person after a call; 0 = no limit. */
  readonly wrapUpLimitMs: number
  /** Silence after which the platform signs a client out. */
  readonly silenceMs: number
  readonly timing: Timing
  readonly startMs: number
  /** Unique among all worlds of one process, so that a Guid of before a reset is never valid after it. */
  readonly newGuid: () => string
  readonly observer?: WorldObserver | undefined
}

/** What supervisors have decided; it can change while the world lives. */
export interface WorldRules {
  isRestApprovalNeeded: boolean
  /** How many agents may rest at the same time; null: as many as like. */
  restQuota: number | null
}

/** The number of the only virtual call centre. */
export const VDN_ID = 1

/**
 * State of the contact centre. It does no I/O and reads no clock: time is told to it (`advance.ts`), and what
 * lies ahead is on its agenda. The rules are in the neighbouring files, one concern each.
 */
export class World {
  readonly options: WorldOptions
  readonly skills: ReadonlyMap<number, Skill>
  readonly agents: ReadonlyMap<string, Agent>
  readonly agentsByAccount: ReadonlyMap<string, Agent>
  readonly calls = new Map<string, Call>()
  /** Waiting calls by queue, first to be served first. */
  readonly queues: ReadonlyMap<number, Call[]>
  /** Sessions by present and previous Guid; ended ones stay a while so that they are answered 100-006. */
  readonly sessions = new Map<string, Session>()
  /** Longest wrap-up after calls of a queue, where it differs from the option; 0 = no limit. */
  readonly wrapUpLimits = new Map<number, number>()
  readonly rules: WorldRules = { isRestApprovalNeeded: false, restQuota: null }
  /** Inspectors who are told of an agent's states, by the agent's ID. */
  readonly monitors = new Map<string, Set<Agent>>()
  /** Wrong old passwords in a row, by agent ID. */
  readonly wrongPasswords = new Map<string, number>()
  switchOver: SwitchOver | null = null
  /** Numbers outside that nobody answers. */
  readonly unansweredNumbers = new Set<string>()
  readonly idleAgents = new Set<Agent>()
  /** Agents by the phone they are signed in with. */
  readonly phonesInUse = new Map<string, Agent>()
  readonly agenda = new Agenda()
  readonly behaviour: Random
  readonly traffic: Random
  nowMs: number
  /** Somebody became free or a call came: calls have to be routed again. */
  isRoutingDue = false
  /** Somebody's rest has ended: others may be waiting for theirs. */
  isRestDue = false
  #lastCallNumber = 0
  #lastLoginMs = 0

  constructor(options: WorldOptions) {
    const { seed, agentCount, skillCount, startMs } = options
    this.options = options
    this.nowMs = startMs
    const skills = buildSkills(skillCount)
    this.skills = new Map(skills.map((skill) => [skill.id, skill]))
    this.queues = new Map(skills.map((skill) => [skill.id, []]))
    const agents = buildAgents(agentCount, skills, createRandom(seed, 'agents'))
    this.agents = new Map(agents.map((agent) => [agent.id, agent]))
    this.agentsByAccount = new Map(agents.map((agent) => [agent.account, agent]))
    this.behaviour = createRandom(seed, 'behaviour')
    this.traffic = createRandom(seed, 'traffic')
  }

  /** Plans something for `delayMs` from now. */
  after(delayMs: number, run: () => void): Task {
    return this.agenda.plan(this.nowMs + delayMs, run)
  }

  /** Draws a duration from the seed. */
  duration([minMs, maxMs]: Range): number {
    return this.behaviour.between(minMs, maxMs)
  }

  /** Sends events to the agent's session; colleagues have none. */
  emit(agent: Agent, ...events: readonly EventBody[]): void {
    const mailbox = agent.presence?.session?.mailbox
    if (mailbox === undefined) return
    for (const { eventType, content } of events) {
      mailbox.push({ eventType, workNo: agent.id, content })
      this.options.observer?.eventEmitted(this.nowMs, agent.id, eventType, content)
    }
  }

  nextCallid(): string {
    this.#lastCallNumber += 1
    return `${Math.floor(this.nowMs / 1000)}-${this.#lastCallNumber}`
  }

  /** A sign-in is known by its time, so two of the same millisecond are kept apart. */
  nextLoginTimeMs(): number {
    this.#lastLoginMs = Math.max(this.nowMs, this.#lastLoginMs + 1)
    return this.#lastLoginMs
  }
}

/** The agent if he is signed in, with his presence. */
export function presentAgent(
  world: World,
  agentId: string,
): { readonly agent: Agent; readonly presence: Presence } | null {
  const agent = world.agents.get(agentId)
  const presence = agent?.presence
  return agent === undefined || presence === undefined || presence === null ? null : { agent, presence }
}
