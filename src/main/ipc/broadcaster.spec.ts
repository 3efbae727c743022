import { describe, expect, it } from 'vitest'
import type { CommandsSnapshot } from '../../shared/commands/commands-snapshot.ts'
import type { EventChannel } from '../../shared/ipc/channels.ts'
import type { EventPayload } from '../../shared/ipc/contract.ts'
import { Broadcaster, type Receiver } from './broadcaster.ts'
import { FakeDesk, snapshotOf } from './testing/fake-desk.ts'
import { fakeRecords } from './testing/fake-records.ts'
import { Watches } from './watches.ts'

class FakeReceiver implements Receiver {
  readonly id: number
  readonly received: string[] = []
  live = true

  constructor(id: number) {
    this.id = id
  }

  isLive(): boolean {
    return this.live
  }

  send<E extends EventChannel>(channel: E, payload: EventPayload<E>): void {
    if (!this.live) throw new Error('Object has been destroyed')
    const told: unknown = payload
    const revision = typeof told === 'object' && told !== null && 'revision' in told ? told.revision : told
    this.received.push(`${channel} ${String(revision)}`)
  }
}

function setUp(...receivers: FakeReceiver[]) {
  const desk = new FakeDesk()
  const watches = new Watches(desk)
  const { preferences, commands: usual } = fakeRecords()
  let tellCommands = (): void => undefined
  const commands = {
    snapshot: { ...usual.snapshot, revision: 9 },
    subscribe: (listener: (snapshot: CommandsSnapshot) => void) => {
      tellCommands = () => listener(commands.snapshot)
      return () => (tellCommands = () => undefined)
    },
  }
  const later: (() => void)[] = []
  const broadcaster = new Broadcaster({
    desk,
    preferences,
    commands,
    receivers: () => receivers,
    isWatching: (id, view) => watches.has(id, view),
    defer: (run) => later.push(run),
  })
  broadcaster.start()
  const nextTurn = (): void => later.splice(0).forEach((run) => run())
  return { desk, preferences, watches, broadcaster, nextTurn, later, changeCommands: () => tellCommands() }
}

describe('sending', () => {
  it('never goes to a window that is gone', () => {
    const gone = new FakeReceiver(1)
    const { desk, nextTurn } = setUp(gone)
    desk.change(snapshotOf({}, 1))
    gone.live = false
    nextTurn()
    expect(gone.received).toEqual([])
  })

  it('stops with the broadcaster', () => {
    const window = new FakeReceiver(1)
    const { desk, broadcaster, nextTurn } = setUp(window)
    desk.change(snapshotOf({}, 1))
    broadcaster.dispose()
    desk.change(snapshotOf({}, 2))
    nextTurn()
    expect(window.received).toEqual([])
    expect(desk.listeners.size + desk.rosterListeners.size).toBe(0)
  })

  it('happens once per turn, with the newest value, to every window', () => {
    const windows = [new FakeReceiver(1), new FakeReceiver(2)]
    const { desk, nextTurn, later } = setUp(...windows)
    desk.change(snapshotOf({}, 1))
    desk.change(snapshotOf({}, 2))
    expect(later).toHaveLength(1)
    nextTurn()
    desk.change(snapshotOf({}, 3))
    nextTurn()
    for (const window of windows) expect(window.received).toEqual(['desk:changed 2', 'desk:changed 3'])
  })

  it('of the roster goes to windows that show it', () => {
    const [shows, showsNot, showed] = [new FakeReceiver(1), new FakeReceiver(2), new FakeReceiver(3)]
    const { desk, watches, nextTurn } = setUp(shows, showsNot, showed)
    watches.set(1, ['waiting', 'roster'])
    watches.set(2, ['waiting'])
    watches.set(3, ['roster'])
    watches.drop(3)
    desk.changeRoster(5)
    nextTurn()
    expect([shows.received, showsNot.received, showed.received]).toEqual([['roster:changed 5'], [], []])
  })

  it('of the figures of queues goes to windows that show them', () => {
    const [shows, showsNot] = [new FakeReceiver(1), new FakeReceiver(2)]
    const { desk, watches, nextTurn } = setUp(shows, showsNot)
    watches.set(1, ['queues'])
    watches.set(2, ['waiting', 'roster'])
    desk.changeQueues(4)
    nextTurn()
    expect([shows.received, showsNot.received]).toEqual([['queues:changed 4'], []])
  })

  it('of the commands goes to every window, until the end', () => {
    const windows = [new FakeReceiver(1), new FakeReceiver(2)]
    const { broadcaster, nextTurn, changeCommands } = setUp(...windows)
    changeCommands()
    nextTurn()
    broadcaster.dispose()
    changeCommands()
    nextTurn()
    for (const window of windows) expect(window.received).toEqual(['commands:changed 9'])
  })
})

describe('watches', () => {
  it('are told to the desk, and taken back once', () => {
    const desk = new FakeDesk()
    const watches = new Watches(desk)
    watches.drop(1)
    watches.set(1, ['roster'])
    watches.drop(1)
    watches.drop(1)
    expect(desk.calls).toEqual([
      ['watch', 1, ['roster']],
      ['watch', 1, []],
    ])
  })
})

it('preferences go to every window', async () => {
  const windows = [new FakeReceiver(1), new FakeReceiver(2)]
  const { preferences, nextTurn } = setUp(...windows)
  await preferences.change({ theme: 'dark' })
  nextTurn()
  expect(windows.map((window) => window.received)).toEqual([
    ['preferences:changed 1'],
    ['preferences:changed 1'],
  ])
})
