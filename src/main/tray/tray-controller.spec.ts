import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyLine } from '../../shared/domain/truth-line.ts'
import { errors, refusals } from '../../shared/i18n/en/errors.ts'
import { tray as texts } from '../../shared/i18n/en/tray.ts'
import { err } from '../../shared/result.ts'
import { neverRead } from '../agent/desk-state.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ToldFailures } from '../notifications/told-failures.ts'
import { settle } from '../time/testing/manual-clock.ts'
import type { TrayStatus } from './build-tray-template.ts'
import { online } from './testing/tray-build.ts'
import { failureText } from './failure-text.ts'
import { TrayController, type TrayPort } from './tray-controller.ts'
import { trayIconPath } from './tray-icons.ts'
import type { TrayItem } from './tray-item.ts'

class FakeTray implements TrayPort {
  menus: TrayItem[][] = []
  tips: string[] = []
  isDestroyed = false

  show(_status: TrayStatus, toolTip: string): void {
    this.tips.push(toolTip)
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
  const told: unknown[] = []
  const end = { hasBegun: false }
  const { log, entries } = createRecordingLogger()
  const controller = new TrayController({
    desk,
    createTray: createTray ?? (() => tray),
    openWindow: () => told.push('open'),
    quit: () => told.push('quit'),
    tellFailure: (note) => told.push([note.title, note.body]),
    toldFailures: new ToldFailures(),
    isEnding: () => end.hasBegun,
    texts,
    log,
  })
  return { end, desk, tray, told, entries, controller }
}

const withState = (revision: number) =>
  snapshotOf({ queues: [{ id: revision, name: `Q${revision}`, mediaType: 5 }] }, revision)

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
    desk.change(snapshotOf({ ...{ queues: [{ id: 1, name: 'Q1', mediaType: 5 }] } }, 2))
    desk.change(withState(3))
    expect(tray.menus).toHaveLength(3)
    expect(tray.tips).toEqual(Array.from({ length: 3 }, () => 'Deskside: signed out'))
  })

  it('tells a failure, and shows again what is true', async () => {
    const { controller, desk, tray, told } = setUp()
    desk.setLinkage = async () => err({ code: 'timed-out' })
    controller.start()
    tray.click('Phone linkage')
    await settle()
    expect(told).toEqual([['Phone linkage: not done', failureText({ code: 'timed-out' })]])
    expect(tray.menus).toHaveLength(2)
  })

  it.each([
    ['nothing-found', texts.nothingToTransfer],
    ['no-right', failureText({ code: 'refused', reason: 'no-right' })],
  ] as const)('tells why no call was transferred: %s', async (reason, body) => {
    const { controller, desk, tray, told } = setUp()
    desk.change(withState(1))
    desk.transferLongestWaiting = async () => err({ code: 'refused', reason })
    controller.start()
    tray.click('Transfer longest-waiting call', 'Q1')
    await settle()
    expect(told).toEqual([['Transfer longest-waiting call: not done', body]])
  })

  it('asks for nothing once the end has begun', async () => {
    const { controller, desk, tray, told, end } = setUp()
    controller.start()
    end.hasBegun = true
    for (const path of [
      ['Agent state', 'Rest'],
      ['Phone linkage'],
      ['Skill sign-in', 'All skills'],
      ['Sign out'],
    ]) {
      tray.click(...path)
    }
    await settle()
    expect([desk.calls, told]).toEqual([[], []])
  })

  it('logs what should never happen', async () => {
    const { controller, desk, tray, entries } = setUp()
    desk.signOut = async () => {
      throw new Error('broken')
    }
    controller.start()
    tray.click('Sign out')
    await settle()
    expect(entries.at(-1)).toMatchObject({ level: 'error', message: 'tray command failed' })
  })

  it('asks through the same doors as the window, under its own name', async () => {
    const { controller, desk, tray, told } = setUp()
    controller.start()
    tray.click('Agent state', 'Rest')
    tray.click('Open Deskside')
    tray.click('Quit')
    await settle()
    expect(desk.calls).toEqual([['setAgentState', 'rest', 'tray']])
    expect(told).toEqual(['open', 'quit'])
  })

  it('signs in to the queues chosen last, also when no label has changed with them', async () => {
    const { controller, desk, tray } = setUp()
    const chosen = (revision: number, skillIds: readonly number[]) =>
      snapshotOf(
        {
          session: online,
          skills: {
            choices: {
              ...emptyLine(),
              wished: { value: { mode: 'chosen', skillIds }, at: revision, origin: 'window' },
            },
            seen: null,
            configured: [1, 2, 3].map((id) => ({ id, name: `Q${id}`, mediaType: 5 })),
            configuredRead: { ...neverRead, readAt: 1 },
          },
        },
        revision,
      )
    controller.start()
    desk.change(chosen(1, [1, 3]))
    desk.change(chosen(2, [2]))
    tray.click('Skill sign-in', 'Chosen skills')
    await settle()
    expect(desk.calls).toEqual([['signInToSkills', { mode: 'chosen', skillIds: [2] }, 'tray']])
  })

  it('tells queues of the same name apart', async () => {
    const { controller, desk, tray } = setUp()
    const named = (id: number) =>
      snapshotOf({ session: online, queues: [{ id, name: 'Billing', mediaType: 5 }] }, id)
    controller.start()
    desk.change(named(1))
    desk.change(named(2))
    tray.click('Transfer longest-waiting call', 'Billing')
    await settle()
    expect(desk.calls).toEqual([['transferLongestWaiting', 2, 'tray']])
  })

  it('is gone with its subscription', () => {
    const { controller, desk, tray } = setUp()
    controller.start()
    controller.dispose()
    expect([tray.isDestroyed, desk.listeners.size, controller.isPresent]).toEqual([true, 0, false])
  })
})

describe('icons', () => {
  const resources = join(import.meta.dirname, '..', '..', '..', 'resources')
  it.each(Object.keys(texts.tooltip) as TrayStatus[])(
    '%s has one for every system, in both densities',
    async (status) => {
      for (const platform of ['linux', 'win32', 'darwin'] as const) {
        const path = trayIconPath(resources, status, platform)
        await access(path)
        await access(path.replace('.png', '@2x.png'))
      }
    },
  )
})

describe('text of a failure', () => {
  it.each([
    [{ code: 'timed-out' } as const, errors['timed-out'].what],
    [{ code: 'refused', reason: 'call-gone' } as const, refusals['call-gone'].what],
  ])('%j says what and what next', (error, what) => {
    expect(failureText(error)).toContain(what)
  })

  it('names the codes for support and never the words of the gateway', () => {
    const text = failureText({
      code: 'refused',
      reason: 'platform-refused',
      retcode: '100-007',
      gatewayMessage: 'call 13800000001',
    })
    expect(text).toContain('(100-007)')
    expect(text).not.toMatch(/13800000001|below/)
  })
})
