import type { CommandsSnapshot } from '../../shared/commands/commands-snapshot.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { ShortcutKeeper } from '../shortcuts/shortcut-keeper.ts'
import type { ChosenQueues } from './chosen-queues.ts'
import type { CommandGuard } from './command-guard.ts'

export interface CommandsStateDeps {
  readonly desk: Pick<DeskService, 'subscribe'>
  readonly chosen: Pick<ChosenQueues, 'hasAny'>
  readonly guard: Pick<CommandGuard, 'changedAt' | 'subscribe'>
  readonly shortcuts: Pick<ShortcutKeeper, 'views' | 'subscribe'>
  readonly isWayland: boolean
}

/** What the window must know of commands beside the desk, as one immutable value with a rising revision. */
export class CommandsState {
  readonly #deps: CommandsStateDeps
  readonly #listeners = new Set<(snapshot: CommandsSnapshot) => void>()
  #snapshot: CommandsSnapshot
  #undo: readonly (() => void)[] = []

  constructor(deps: CommandsStateDeps) {
    this.#deps = deps
    this.#snapshot = this.#project(0)
  }

  get snapshot(): CommandsSnapshot {
    return this.#snapshot
  }

  start(): void {
    const { desk, guard, shortcuts } = this.#deps
    const change = (): void => this.#change()
    this.#undo = [
      desk.subscribe(() => {
        if (this.#deps.chosen.hasAny !== this.#snapshot.hasChosenQueues) change()
      }),
      guard.subscribe(change),
      shortcuts.subscribe(change),
    ]
    change()
  }

  dispose(): void {
    for (const undo of this.#undo) undo()
  }

  /** Called after every change. Returns its own undo. */
  subscribe(listener: (snapshot: CommandsSnapshot) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #change(): void {
    this.#snapshot = this.#project(this.#snapshot.revision + 1)
    for (const listener of this.#listeners) listener(this.#snapshot)
  }

  #project(revision: number): CommandsSnapshot {
    const { chosen, guard, shortcuts, isWayland } = this.#deps
    return {
      revision,
      hasChosenQueues: chosen.hasAny,
      changedByItselfAt: guard.changedAt,
      shortcuts: shortcuts.views,
      isWayland,
    }
  }
}
