import { app, type BrowserWindow } from 'electron'
import type { AlertServices } from '../ipc/alert-handlers.ts'
import { chooseLoginItem } from '../login/choose-login-item.ts'
import { LoginKeeper } from '../login/login-keeper.ts'
import { AlertDesk } from '../notifications/alert-desk.ts'
import { alertKindOf } from '../notifications/alert-kind.ts'
import { alertNote, moreOf, testNote } from '../notifications/alert-note.ts'
import { DeskAlerts } from '../notifications/desk-alerts.ts'
import { HiddenNotices } from '../notifications/hidden-notices.ts'
import { absenceText } from '../notifications/note-text.ts'
import { showDesktopNote } from '../windows/desktop-note.ts'
import type { Common, WindowsAccess } from './common.ts'
import type { Doors } from './compose-doors.ts'

export interface AlertDeps extends WindowsAccess {
  readonly windows: () => readonly BrowserWindow[]
  readonly doors: Pick<Doors, 'shownPart' | 'toldFailures'>
}

/** Builds what is heard and shown outside the window. Called once there are windows. */
export function composeAlerts({ desk, preferences, words, clock, end }: Common, deps: AlertDeps): void {
  const { windows, receivers, reveal, doors } = deps
  const alertDesk = new AlertDesk({
    preferences,
    clock,
    timeOfDay: () => Date.now(),
    isFocused: () => windows().some((window) => window.isFocused()),
    showNote: (note, onClick) => void showDesktopNote(note, onClick),
    playSound: (sound) =>
      receivers()
        .find((one) => one.isLive())
        ?.send('alert:play', sound),
    show: (part) => doors.shownPart.show(part),
    moreOf: (kind, count) => moreOf(kind, count, words.now),
  })
  end.add('alerts', () => alertDesk.dispose())
  const deskAlerts = new DeskAlerts({
    desk,
    clock,
    words: () => words.now,
    raise: (alert) => alertDesk.raise(alert),
  })
  deskAlerts.start()
  end.add('alerts of the desk', () => deskAlerts.dispose())
  const hiddenNotices = new HiddenNotices({
    desk,
    isAnyWindowVisible: () => windows().some((window) => window.isVisible() && !window.isMinimized()),
    noteFor: (content) => alertNote(content, words.now),
    noteForAbsence: (report) => absenceText(report, words.now),
    wasTold: (error) => doors.toldFailures.wasTold(error),
    alertKindOf,
    raise: (kind, note) => alertDesk.raise({ kind, note, subject: null }),
    show: (note) => void showDesktopNote(note, reveal),
  })
  hiddenNotices.start()
  end.add('notices', () => hiddenNotices.dispose())
}

/** Builds what the settings of alerts and of the start reach. */
export function composeAlertServices(
  { preferences, words, log, end }: Common,
  { reveal }: Pick<WindowsAccess, 'reveal'>,
): AlertServices {
  const login = new LoginKeeper({
    item: chooseLoginItem({
      app,
      platform: process.platform,
      env: process.env,
      program: app.getPath('exe'),
    }),
    preferences,
    log: log.scope('login'),
  })
  login.start()
  end.add('login', () => login.dispose())
  return {
    testNote: (kind) => showDesktopNote(testNote(kind, words.now), reveal),
    loginStart: () => login.view(),
  }
}
