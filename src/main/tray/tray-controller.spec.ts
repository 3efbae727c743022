import { describe, expect, it } from 'vitest'
import { formatCommand } from '../../shared/commands/format-command.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import { emptyLine } from '../../shared/domain/truth-line.ts'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ManualClock, settle } from '../time/testing/manual-clock.ts'
import { wordsOf } from '../words/words.ts'
import { online, queues, seen } from './testing/tray-build.ts'
import { TrayController, type TrayPort } from './tray-controller.ts'
import type { TrayItem } from './tray-item.ts'
import type { TrayStatus } from './tray-status.ts'

class FakeTray implements TrayPort {
  menus: TrayItem[][] = []
  shown: (readonly [TrayStatus, number, string])[] = []
  isDestroyed = false

  show(...shown: [TrayStatus, number, string]): void {
    this.shown.push(shown)
  }
  setMenu(template: TrayItem[]): void {
    this.menus.push(template)
  }
  destroy(): void {
    this.isDestroyed = true
  }
  click(...path: string[]): void {
    let items = this.menus.at(-1) ?? []
    let item: TrayItem | undefined
    for (const label of path) {
      item = items.find((one) => one.label === label)
      items = item?.submenu ?? []
    }
    item?.click?.()
  }
}

function setUp(createTray?: () => TrayPort) {
  const desk = new FakeDesk()
  const tray = new FakeTray()
  const clock = new ManualClock()
  const told: unknown[] = []
  const language = { words: wordsOf('en'), changed: (): void => undefined }
  const answers: Promise<void>[] = []
  const { log, entries } = createRecordingLogger()
  const controller = new TrayController({
    desk,
    createTray: createTray ?? (() => tray),
    openWindow: () => told.push('open'),
    context: () => ({ snapshot: desk.snapshot, preferences: defaultPreferences, hasChosenQueues: false }),
    run: (command) => {
      told.push(formatCommand(command))
      return answers.shift() ?? Promise.resolve()
    },
    words: {
      get now() {
        return language.words
      },
      subscribe: (listener) => {
        language.changed = listener
        return () => undefined
      },
    },
    clock,
    log,
  })
  return { desk, tray, told, answers, entries, controller, clock, language }
}

const withState = (revision: number) =>
  snapshotOf({ queues: [{ id: revision, name: `Q${revision}`, mediaType: 5 }] }, revision)

/** Signed in and busy, while so many calls wait. */
function withWaiting(count: number, readAt: number): DeskSnapshot {
  const calls = Array.from({ length: count }, (_, index) => ({
    callId: String(index),
    skillId: 1,
    caller: '',
    called: '',
    enteredAt: null,
    waitedSeconds: 1,
    readAt: 1,
    priority: null,
    mediaType: 5,
  }))
  const read = { isLoading: false, readAt, error: null }
  const agentState = { line: { ...emptyLine<never>(), ...seen('busy' as const) }, since: 1 }
  return snapshotOf(
    { session: online, queues, agentState, waiting: { read, calls, queued: null, receipts: [] } },
    count,
  )
}

describe('tray', () => {
  it('is missed without harm', () => {
    const { controller, entries, desk } = setUp(() => {
      throw new Error('no status area')
    })
    controller.start()
    expect(controller.isPresent).toBe(false)
    expect(entries).toMatchObject([{ level: 'warn', message: 'no tray' }])
    expect(desk.listeners.size).toBe(0)
    controller.dispose()
  })

  it('sets the menu after every change of it, and only then', () => {
    const { controller, desk, tray } = setUp()
    controller.start()
    desk.change(withState(1))
    desk.change(snapshotOf({ queues: [{ id: 1, name: 'Q1', mediaType: 5 }] }, 2))
    desk.change(withState(3))
    expect(tray.menus).toHaveLength(3)
    expect(tray.shown).toEqual(Array.from({ length: 3 }, () => ['signed-out', 0, 'Deskside: signed out']))
  })

  it('shows again what is true once a click was answered', async () => {
    const { controller, desk, tray, told } = setUp()
    desk.change(snapshotOf({ session: online, linkage: seen(false) }))
    controller.start()
    tray.click('Phone linkage')
    await settle()
    expect(told).toEqual(['linkage=on'])
    expect(tray.menus).toHaveLength(2)
  })

  it('logs what should never happen', async () => {
    const { controller, answers, tray, entries } = setUp()
    answers.push(Promise.reject(new Error('broken')))
    controller.start()
    tray.click('Sign out')
    await settle()
    expect(entries.at(-1)).toMatchObject({ level: 'error', message: 'tray command failed' })
  })

  it('tells queues of the same name apart', () => {
    const { controller, desk, tray, told } = setUp()
    const named = (id: number) =>
      snapshotOf({ session: online, queues: [{ id, name: 'Billing', mediaType: 5 }] }, id)
    controller.start()
    desk.change(named(1))
    desk.change(named(2))
    tray.click('Transfer longest-waiting call', 'Billing')
    expect(told).toEqual(['transfer-longest=2'])
  })

  it('speaks another language at once', () => {
    const { controller, tray, language } = setUp()
    controller.start()
    language.words = wordsOf('es')
    language.changed()
    expect(tray.menus.at(-1)?.[0]?.label).toBe('Abrir Deskside')
    expect(tray.shown.at(-1)?.[2]).toBe('Deskside: sin sesión')
  })

  it('shows how many calls wait until nobody can say so any more', async () => {
    const { controller, desk, tray, clock } = setUp()
    controller.start()
    desk.change(withWaiting(3, clock.now()))
    expect(tray.shown.at(-1)).toEqual(['busy', 3, 'Deskside: busy · 3 waiting'])
    await clock.advance(5_000)
    expect(tray.shown.at(-1)).toEqual(['busy', 0, 'Deskside: busy'])
    expect(clock.pendingTimers).toBe(0)
  })

  it('counts with one timer however often the list is read, and with none at the end', () => {
    const { controller, desk, clock } = setUp()
    controller.start()
    for (const count of [1, 2, 3]) desk.change(withWaiting(count, clock.now()))
    expect(clock.pendingTimers).toBe(1)
    controller.dispose()
    expect(clock.pendingTimers).toBe(0)
  })

  it('a click that is answered after the end shows nothing any more', async () => {
    const { controller, answers, tray } = setUp()
    const answer = Promise.withResolvers<undefined>()
    answers.push(answer.promise)
    controller.start()
    tray.click('Quit')
    controller.dispose()
    answer.resolve(undefined)
    await settle()
    expect(tray.menus).toHaveLength(1)
  })

  it('is gone with its subscription', () => {
    const { controller, desk, tray } = setUp()
    controller.start()
    controller.dispose()
    expect([tray.isDestroyed, desk.listeners.size, controller.isPresent]).toEqual([true, 0, false])
  })
})
