import type { EventChannel } from '../../shared/ipc/channels.ts'
import type { EventPayload, WatchableView } from '../../shared/ipc/contract.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { CommandsState } from '../commands/commands-state.ts'
import type { PreferencesService } from '../preferences/preferences.ts'

/** Channels that carry a state: of several changes only the newest counts. */
type StateChannel = Exclude<EventChannel, 'window:show' | 'alert:play' | 'connection:progress'>

/** A window that can be sent to. */
export interface Receiver {
  /** Id of its `webContents`. */
  readonly id: number
  /** False once it is destroyed; sending to it would throw (RES-12). */
  isLive(): boolean
  send<E extends EventChannel>(channel: E, payload: EventPayload<E>): void
}

export interface BroadcasterOptions {
  readonly desk: Pick<
    DeskService,
    'snapshot' | 'subscribe' | 'roster' | 'subscribeRoster' | 'queues' | 'subscribeQueues'
  >
  readonly preferences: Pick<PreferencesService, 'snapshot' | 'subscribe'>
  readonly commands: Pick<CommandsState, 'snapshot' | 'subscribe'>
  readonly receivers: () => readonly Receiver[]
  readonly isWatching: (windowId: number, view: WatchableView) => boolean
  /** Runs later in the same turn of the event loop. */
  readonly defer: (run: () => void) => void
}

/**
 * Sends changes to the windows: desk and preferences to all of them; the roster and the figures of queues,
 * which can be large, to those that show them. Changes of one turn are merged; only the newest value is sent, since a
 * receiver can do nothing with older ones.
 */
export class Broadcaster {
  readonly #options: BroadcasterOptions
  readonly #due = new Set<StateChannel>()
  #undo: readonly (() => void)[] = []

  constructor(options: BroadcasterOptions) {
    this.#options = options
  }

  start(): void {
    const { desk, preferences, commands } = this.#options
    this.#undo = [
      desk.subscribe(() => this.#announce('desk:changed')),
      desk.subscribeRoster(() => this.#announce('roster:changed')),
      desk.subscribeQueues(() => this.#announce('queues:changed')),
      preferences.subscribe(() => this.#announce('preferences:changed')),
      commands.subscribe(() => this.#announce('commands:changed')),
    ]
  }

  dispose(): void {
    for (const undo of this.#undo) undo()
    this.#undo = []
    this.#due.clear()
  }

  #announce(channel: StateChannel): void {
    if (this.#due.size === 0) this.#options.defer(() => this.#flush())
    this.#due.add(channel)
  }

  #flush(): void {
    const channels = [...this.#due]
    this.#due.clear()
    const { desk, preferences, commands, receivers, isWatching } = this.#options
    const live = receivers().filter((receiver) => receiver.isLive())
    for (const channel of channels) {
      for (const receiver of live) {
        if (channel === 'desk:changed') receiver.send(channel, desk.snapshot)
        else if (channel === 'preferences:changed') receiver.send(channel, preferences.snapshot)
        else if (channel === 'commands:changed') receiver.send(channel, commands.snapshot)
        else if (channel === 'queues:changed') {
          if (isWatching(receiver.id, 'queues')) receiver.send(channel, desk.queues)
        } else if (isWatching(receiver.id, 'roster')) receiver.send(channel, desk.roster)
      }
    }
  }
}
