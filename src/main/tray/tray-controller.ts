import type { AppError } from '../../shared/app-error.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { Result } from '../../shared/result.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { Logger } from '../logging/logger.ts'
import type { ToldFailures } from '../notifications/told-failures.ts'
import {
  buildTrayTemplate,
  trayStatus,
  type TrayActions,
  type TrayStatus,
  type TrayTexts,
} from './build-tray-template.ts'
import { failureText } from './failure-text.ts'
import type { TrayItem } from './tray-item.ts'

/** The icon in the system's tray. The adapter is Electron's `Tray`. */
export interface TrayPort {
  show(status: TrayStatus, toolTip: string): void
  setMenu(template: TrayItem[]): void
  destroy(): void
}

export interface TrayOptions {
  readonly desk: DeskService
  /** Throws where there is no tray (RES-04). */
  readonly createTray: (onClick: () => void) => TrayPort
  readonly openWindow: () => void
  readonly quit: () => void
  /** Tells that something asked for in the tray did not work: the window may be hidden. */
  readonly tellFailure: (note: { readonly title: string; readonly body: string }) => void
  /** Learns what was told, so that the notice of the desk does not say it again. */
  readonly toldFailures: Pick<ToldFailures, 'expect' | 'tell'>
  /** True once the program has begun to end: the tray then asks for nothing any more (RES-15). */
  readonly isEnding: () => boolean
  readonly texts: TrayTexts
  readonly log: Logger
}

/** Keeps icon and menu in step with the desk. Clicks call the same methods as the window. */
export class TrayController {
  private readonly options: TrayOptions
  private readonly actions: TrayActions
  /** Held as long as the program runs: a collected tray object takes its icon with it (RES-02). */
  private tray: TrayPort | null = null
  /** Read when "Chosen skills" is clicked: other queues give the same menu. */
  private lastChosen: readonly number[] | null = null
  private shown = ''
  private undo: () => void = () => undefined

  constructor(options: TrayOptions) {
    this.options = options
    this.actions = this.createActions()
  }

  /** True while there is an icon: closing the window may then hide it. */
  get isPresent(): boolean {
    return this.tray !== null
  }

  /** Shows the icon. Without a tray the program goes on: everything in it is in the window too. */
  start(): void {
    const { desk, createTray, openWindow, log } = this.options
    try {
      this.tray = createTray(openWindow)
    } catch (error) {
      log.warn('no tray', { error })
      return
    }
    this.undo = desk.subscribe((snapshot) => this.render(snapshot))
    this.render(desk.snapshot)
  }

  dispose(): void {
    this.undo()
    this.tray?.destroy()
    this.tray = null
  }

  private render(snapshot: DeskSnapshot): void {
    const { tray } = this
    if (tray === null) return
    const { texts } = this.options
    if (snapshot.skills.choice?.mode === 'chosen') this.lastChosen = snapshot.skills.choice.skillIds
    const model = { snapshot, hasChosenQueues: this.lastChosen !== null }
    const template = buildTrayTemplate(model, this.actions, texts)
    const status = trayStatus(snapshot)
    // Setting a menu closes an open one on some desktops: only when something in it has changed. The actions are no part
    // of the comparison; they must depend on nothing that the items do not tell.
    const shown = JSON.stringify([status, template])
    if (shown === this.shown) return
    this.shown = shown
    tray.show(status, texts.tooltip[status])
    tray.setMenu(template)
  }

  /** Null while nothing was chosen. */
  private choiceOf(mode: SkillChoice['mode']): SkillChoice | null {
    if (mode !== 'chosen') return { mode }
    return this.lastChosen === null ? null : { mode, skillIds: this.lastChosen }
  }

  private createActions(): TrayActions {
    const { desk, texts, openWindow, quit, isEnding, log, toldFailures } = this.options
    const run = (
      action: string,
      ask: () => Promise<Result<unknown, AppError>>,
      explain: (error: AppError) => string = failureText,
    ): void => {
      if (isEnding()) {
        log.info('refused during the end', { action })
        return
      }
      log.info('asked in the tray', { action })
      const told = ask()
        .then((result) => {
          if (result.ok) return
          toldFailures.tell(result.error)
          this.options.tellFailure({
            title: texts.failed.replace('{action}', action),
            body: explain(result.error),
          })
        })
        .catch((error: unknown) => log.error('tray command failed', { action, error }))
        // The system has moved the mark on its own when the item was clicked: show what is true.
        .finally(() => {
          this.shown = ''
          this.render(desk.snapshot)
        })
      toldFailures.expect(told)
    }
    return {
      open: openWindow,
      quit,
      setAgentState: (state) => run(texts.states[state], () => desk.setAgentState(state, 'tray')),
      setAfterCall: (autoIdle) => run(texts.afterCall, () => desk.setAfterCall(autoIdle, 'tray')),
      setLinkage: (linked) => run(texts.linkage, () => desk.setLinkage(linked, 'tray')),
      signInToSkills: (mode) => {
        const choice = this.choiceOf(mode)
        if (choice !== null) run(texts.skills, () => desk.signInToSkills(choice, 'tray'))
      },
      transferLongestWaiting: (id) =>
        run(
          texts.transfer,
          () => desk.transferLongestWaiting(id, 'tray'),
          (error) => (error.reason === 'nothing-found' ? texts.nothingToTransfer : failureText(error)),
        ),
      signOut: () => run(texts.signOut, () => desk.signOut({ force: false }, 'tray')),
    }
  }
}
