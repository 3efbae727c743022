import type { WatchableView } from '../../shared/ipc/contract.ts'
import type { Clock } from '../time/clock.ts'
import type { AgentStateCommand } from './agent-state-command.ts'
import { Poller, unlessOvertaken } from './poller.ts'
import type { QueueFiguresReader } from './queue-figures-reader.ts'
import type { RosterReader } from './roster-reader.ts'
import type { WaitingReader } from './waiting-reader.ts'
import { Watchers } from './watchers.ts'

/** Pause between two readings of a list that is being looked at. */
const pauseMs = { waiting: 2_000, queues: 5_000, roster: 5_000, skills: 60_000 } as const

/** Events can be lost without a trace; so rarely the agent's own state is read all the same, which the tray always shows. */
const stateCheckMs = 60_000

/** Figures of queues that nobody looks at, for who wants to be told of long queues. */
const unseenQueuesMs = 30_000

/** Repeated readings: of what a window shows, and now and then of the agent's state. Nothing is read during a gap. */
export class Readings {
  #isOnline = false
  #areQueuesTold = false
  readonly #watchers = new Watchers()
  readonly #pollers: Readonly<Record<WatchableView, Poller>>
  readonly #stateCheck: Poller
  readonly #unseenQueues: Poller

  constructor(deps: {
    clock: Clock
    random: () => number
    agentState: AgentStateCommand
    waiting: WaitingReader
    roster: RosterReader
    queues: QueueFiguresReader
  }) {
    const { clock, random } = deps
    const poller = (pause: number, read: () => Promise<{ readonly ok: boolean }>): Poller =>
      new Poller({ clock, random, pauseMs: pause, read })
    this.#stateCheck = poller(stateCheckMs, () => deps.agentState.readState())
    this.#unseenQueues = poller(unseenQueuesMs, () => unlessOvertaken(deps.queues.refresh('background')))
    this.#pollers = {
      waiting: poller(pauseMs.waiting, () => unlessOvertaken(deps.waiting.refresh('background'))),
      queues: poller(pauseMs.queues, () => unlessOvertaken(deps.queues.refresh('background'))),
      roster: poller(pauseMs.roster, () => unlessOvertaken(deps.roster.refresh('background'))),
      skills: poller(pauseMs.skills, () => unlessOvertaken(deps.roster.refresh('background'))),
    }
  }

  /** What a window shows now; replaces what that window said before. */
  watch(watcherId: number, views: readonly WatchableView[]): void {
    this.#watchers.set(watcherId, views)
    this.#update()
  }

  /** Whether queues are read also while no window shows them. */
  setQueuesTold(areTold: boolean): void {
    this.#areQueuesTold = areTold
    this.#update()
  }

  setOnline(isOnline: boolean): void {
    this.#isOnline = isOnline
    this.#update()
  }

  stop(): void {
    for (const poller of [...Object.values(this.#pollers), this.#stateCheck, this.#unseenQueues])
      poller.want(false)
  }

  #update(): void {
    this.#stateCheck.want(this.#isOnline)
    const isRosterWatched = this.#watchers.isWatched('roster')
    this.#pollers.waiting.want(this.#isOnline && this.#watchers.isWatched('waiting'))
    const areQueuesWatched = this.#watchers.isWatched('queues')
    this.#pollers.queues.want(this.#isOnline && areQueuesWatched)
    this.#unseenQueues.want(this.#isOnline && this.#areQueuesTold && !areQueuesWatched)
    this.#pollers.roster.want(this.#isOnline && isRosterWatched)
    // Every reading of the roster shows the agent's own queues as well.
    this.#pollers.skills.want(this.#isOnline && this.#watchers.isWatched('skills') && !isRosterWatched)
  }
}
