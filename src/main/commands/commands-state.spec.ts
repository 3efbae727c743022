import { describe, expect, it } from 'vitest'
import type { CommandsSnapshot, ShortcutView } from '../../shared/commands/commands-snapshot.ts'
import { FakeDesk } from '../ipc/testing/fake-desk.ts'
import { CommandsState } from './commands-state.ts'

/** Something that can be subscribed to. */
class Source {
  readonly listeners = new Set<() => void>()
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  tell(): void {
    for (const listener of this.listeners) listener()
  }
}

class FakeGuard extends Source {
  changedAt: number | null = null
}
class FakeShortcuts extends Source {
  views: readonly ShortcutView[] = []
}

function setUp() {
  const desk = new FakeDesk()
  const [chosen, guard, shortcuts] = [{ hasAny: false }, new FakeGuard(), new FakeShortcuts()]
  const state = new CommandsState({ desk, chosen, guard, shortcuts, isWayland: true })
  const told: CommandsSnapshot[] = []
  state.subscribe((snapshot) => told.push(snapshot))
  const deskChanges = (): void => {
    for (const listener of desk.listeners) listener(desk.snapshot)
  }
  return { state, told, desk, deskChanges, chosen, guard, shortcuts }
}

const view: ShortcutView = {
  accelerator: 'F9',
  command: 'auto-idle=toggle',
  source: 'yours',
  state: 'registered',
}

describe('what the window must know of commands', () => {
  it('is there before anything has begun', () => {
    expect(setUp().state.snapshot).toEqual({
      revision: 0,
      hasChosenQueues: false,
      changedByItselfAt: null,
      shortcuts: [],
      isWayland: true,
    })
  })

  it('is read anew at the start: what came before was not heard', () => {
    const { state, told, shortcuts } = setUp()
    shortcuts.views = [view]
    shortcuts.tell()
    expect(told).toEqual([])
    state.start()
    expect(told).toMatchObject([{ revision: 1, shortcuts: [view] }])
  })

  it('is told after each change, with a revision that only rises', () => {
    const { state, told, guard, shortcuts, chosen, deskChanges } = setUp()
    state.start()
    guard.changedAt = 7
    guard.tell()
    shortcuts.views = [view]
    shortcuts.tell()
    chosen.hasAny = true
    deskChanges()
    expect(told).toMatchObject([
      { revision: 1 },
      { revision: 2, changedByItselfAt: 7 },
      { revision: 3, shortcuts: [view] },
      { revision: 4, hasChosenQueues: true, changedByItselfAt: 7, shortcuts: [view] },
    ])
    expect(state.snapshot).toBe(told.at(-1))
  })

  it('is not told again for a desk that changes in other ways', () => {
    const { state, told, deskChanges } = setUp()
    state.start()
    deskChanges()
    expect(told).toHaveLength(1)
  })

  it('is heard by nobody who has gone, and hears nothing once it is disposed of', () => {
    const { state, desk, guard, shortcuts } = setUp()
    const heard: number[] = []
    const undo = state.subscribe(({ revision }) => heard.push(revision))
    state.start()
    undo()
    guard.tell()
    expect(heard).toEqual([1])
    state.dispose()
    expect([desk.listeners.size, guard.listeners.size, shortcuts.listeners.size]).toEqual([0, 0, 0])
  })
})
