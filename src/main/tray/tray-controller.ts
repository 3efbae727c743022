import type { Command } from '../../shared/commands/command.ts'
import type { CommandContext } from '../../shared/commands/command-unavailable.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { Logger } from '../logging/logger.ts'
import type { Cancel, Clock } from '../time/clock.ts'
import type { PresentWords } from '../words/words.ts'
import { buildTrayTemplate } from './build-tray-template.ts'
import type { TrayItem } from './tray-item.ts'
import { trayStatus, type TrayStatus } from './tray-status.ts'
import { waitingBadge, waitingGoodUntil } from './waiting-badge.ts'

/** The icon in the system's tray. The adapter is Electron's `Tray`. */
export interface TrayPort {
  /** `waiting`: calls that wait; 0 shows no badge. */
  show(status: TrayStatus, waiting: number, toolTip: string): void
  setMenu(template: TrayItem[]): void
  destroy(): void
}

export interface TrayOptions {
  readonly desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  /** Throws where there is no tray (RES-04). */
  readonly createTray: (onClick: () => void) => TrayPort
  readonly openWindow: () => void
  /** What decides now whether items can work. */
  readonly context: () => CommandContext
  /** Runs what an item stands for and tells what did not work; resolves when it is answered. */
  readonly run: (command: Command) => Promise<void>
  readonly words: Pick<PresentWords, 'now' | 'subscribe'>
  readonly clock: Clock
  readonly log: Logger
}

/** Keeps icon and menu in step with the desk and the language. Clicks run commands of the table, like every other door. */
export class TrayController {
  readonly #options: TrayOptions
  /** Held as long as the program runs: a collected tray object takes its icon with it (RES-02). */
  #tray: TrayPort | null = null
  #shown = ''
  #undo: readonly (() => void)[] = []
  #cancelAging: Cancel = () => undefined

  constructor(options: TrayOptions) {
    this.#options = options
  }

  /** True while there is an icon: closing the window may then hide it. */
  get isPresent(): boolean {
    return this.#tray !== null
  }

  /** Shows the icon. Without a tray the program goes on: everything in it is in the window too. */
  start(): void {
    const { desk, createTray, openWindow, words, log } = this.#options
    try {
      this.#tray = createTray(openWindow)
    } catch (error) {
      log.warn('no tray', { error })
      return
    }
    this.#undo = [desk.subscribe(() => this.#render()), words.subscribe(() => this.#render())]
    this.#render()
  }

  dispose(): void {
    for (const undo of this.#undo) undo()
    this.#cancelAging()
    this.#tray?.destroy()
    this.#tray = null
  }

  #render(): void {
    const tray = this.#tray
    if (tray === null) return
    const { context, words, clock } = this.#options
    const now = context()
    const texts = words.now.tray
    const template = buildTrayTemplate(now, (command) => this.#click(command), texts)
    const status = trayStatus(now.snapshot)
    const time = clock.now()
    const waiting = waitingBadge(now.snapshot, time)
    this.#renderWhenOld(waiting, waitingGoodUntil(now.snapshot, time))
    // Setting a menu closes an open one on some desktops: only when something in it has changed. Clicks are no part of the
    // comparison; each item's id says what it does.
    const shown = JSON.stringify([status, waiting, template])
    if (shown === this.#shown) return
    this.#shown = shown
    const tip = texts.tooltip[status]
    tray.show(
      status,
      waiting,
      waiting === 0 ? tip : texts.waiting.replace('{tip}', tip).replace('{count}', String(waiting)),
    )
    tray.setMenu(template)
  }

  /** A count that nobody reads again is believed only for a while: no change of the desk takes it away. */
  #renderWhenOld(waiting: number, goodUntil: number): void {
    const { clock } = this.#options
    this.#cancelAging()
    if (waiting > 0) this.#cancelAging = clock.after(goodUntil - clock.now(), () => this.#render())
  }

  #click(command: Command): void {
    const { run, log } = this.#options
    run(command)
      .catch((error: unknown) => log.error('tray command failed', { command: command.name, error }))
      // The system has moved the mark on its own when the item was clicked: show what is true.
      .finally(() => {
        this.#shown = ''
        this.#render()
      })
  }
}
