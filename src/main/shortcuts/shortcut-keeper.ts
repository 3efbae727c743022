import { needsSession } from '../../shared/commands/command-table.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { ShortcutState, ShortcutTest, ShortcutView } from '../../shared/commands/commands-snapshot.ts'
import { parseCommand } from '../../shared/commands/parse-command.ts'
import { shortcutBindings, type ShortcutBinding } from '../../shared/commands/shortcut-bindings.ts'
import { isSignedIn } from '../../shared/domain/session.ts'
import type { DeskService } from '../agent/desk-service.ts'
import type { Logger } from '../logging/logger.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { Cancel, Clock } from '../time/clock.ts'

/** The part of Electron's `globalShortcut` that is used. */
export interface ShortcutPort {
  /** False when the keys are taken. Throws for keys it does not know. */
  register(accelerator: string, callback: () => void): boolean
  unregister(accelerator: string): void
}

export interface ShortcutKeeperDeps {
  readonly port: ShortcutPort
  readonly preferences: Pick<PreferencesService, 'get' | 'subscribe'>
  readonly desk: Pick<DeskService, 'snapshot' | 'subscribe'>
  readonly run: (command: Command) => void
  readonly clock: Clock
  readonly isMac: boolean
  readonly log: Logger
}

/** So long a test waits for the keys. */
export const testLimitMs = 10_000
/** Keys that are being recorded come back by themselves, should the window go away meanwhile. */
export const recordingLimitMs = 60_000

interface Wanted {
  readonly binding: ShortcutBinding
  readonly command: Command | null
  readonly state: ShortcutState | 'to-register'
}

interface Test {
  readonly accelerator: string
  readonly end: (outcome: ShortcutTest) => void
}

/**
 * Keeps the keys that work everywhere registered with the system: after every change of the preferences, and only while
 * their commands can do something. What the system said to each is shown in the window.
 */
export class ShortcutKeeper {
  readonly #deps: ShortcutKeeperDeps
  readonly #listeners = new Set<() => void>()
  readonly #held = new Set<string>()
  /** What the keys stand for now, by accelerator; for those that are, or are to be, registered. */
  readonly #commands = new Map<string, Command>()
  #views: readonly ShortcutView[] = []
  #isSignedIn = false
  #isRecording = false
  #cancelRecording: Cancel = () => undefined
  #test: Test | null = null
  #undo: readonly (() => void)[] = []

  constructor(deps: ShortcutKeeperDeps) {
    this.#deps = deps
  }

  get views(): readonly ShortcutView[] {
    return this.#views
  }

  start(): void {
    const { preferences, desk } = this.#deps
    let known = preferences.get('shortcuts')
    this.#isSignedIn = isSignedIn(desk.snapshot.session)
    this.#undo = [
      preferences.subscribe(() => {
        const next = preferences.get('shortcuts')
        if (next === known) return
        known = next
        this.#register()
      }),
      desk.subscribe(({ session }) => {
        if (isSignedIn(session) === this.#isSignedIn) return
        this.#isSignedIn = !this.#isSignedIn
        this.#register()
      }),
    ]
    this.#register()
  }

  dispose(): void {
    for (const undo of this.#undo) undo()
    this.#cancelRecording()
    this.#test?.end('stopped')
    this.#releaseAllBut(new Set())
  }

  /** Called after every change of what the system said. Returns its own undo. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** While new keys are being recorded, the old ones reach the window instead of running their commands. */
  record(isRecording: boolean): void {
    this.#cancelRecording()
    if (isRecording)
      this.#cancelRecording = this.#deps.clock.after(recordingLimitMs, () => this.record(false))
    if (isRecording === this.#isRecording) return
    this.#isRecording = isRecording
    this.#register()
  }

  /**
   * Waits until these keys arrive, without running their command; all other keys do what they always do, as a call may ring
   * meanwhile. One test at a time: a new one stops the one before.
   */
  test(accelerator: string): Promise<ShortcutTest> {
    this.#test?.end('stopped')
    return new Promise((resolve) => {
      const cancel = this.#deps.clock.after(testLimitMs, () => test.end('silent'))
      const test: Test = {
        accelerator,
        end: (outcome) => {
          cancel()
          this.#test = null
          this.#register()
          resolve(outcome)
        },
      }
      this.#test = test
      // Keys that are paused are registered for the test.
      this.#register()
    })
  }

  #pressed(accelerator: string): void {
    const command = this.#commands.get(accelerator)
    if (this.#test?.accelerator === accelerator) this.#test.end('heard')
    else if (command !== undefined) this.#deps.run(command)
  }

  /** Asks the system for what it does not hold for us yet: keys that stay are never let go of meanwhile. */
  #register(): void {
    const { preferences, isMac, log } = this.#deps
    const wanted = shortcutBindings(preferences.get('shortcuts'), isMac).map((binding) =>
      this.#judge(binding),
    )
    this.#commands.clear()
    for (const { binding, command, state } of wanted)
      if (command !== null && state === 'to-register') this.#commands.set(binding.accelerator, command)
    this.#releaseAllBut(this.#isRecording ? new Set() : new Set(this.#commands.keys()))
    this.#views = wanted.map(({ binding: { accelerator, command, source }, ...rest }) => {
      const state = rest.state === 'to-register' ? this.#ask(accelerator) : rest.state
      return { accelerator, command, source, state }
    })
    const refused = this.#views.filter(({ state }) => state !== 'registered' && state !== 'paused')
    if (refused.length > 0)
      log.info('shortcuts not registered', {
        shortcuts: refused.map(({ accelerator, state }) => `${accelerator}: ${state}`),
      })
    for (const listener of this.#listeners) listener()
  }

  #judge(binding: ShortcutBinding): Wanted {
    const parsed = parseCommand(binding.command)
    const command = parsed.ok ? parsed.value : null
    const state = (): Wanted['state'] => {
      if (binding.canonical === null) return 'not-valid'
      if (command === null) return 'no-command'
      if (binding.isClash) return 'clash'
      const isTested = this.#test?.accelerator === binding.accelerator
      return needsSession(command) && !this.#isSignedIn && !isTested ? 'paused' : 'to-register'
    }
    return { binding, command, state: state() }
  }

  /** Nothing is held while keys are recorded; the state that was last known is not worth less for it. */
  #ask(accelerator: string): ShortcutState {
    if (this.#isRecording)
      return this.#views.find((view) => view.accelerator === accelerator)?.state ?? 'paused'
    if (this.#held.has(accelerator)) return 'registered'
    try {
      const isOurs = this.#deps.port.register(accelerator, () => this.#pressed(accelerator))
      if (isOurs) this.#held.add(accelerator)
      return isOurs ? 'registered' : 'taken'
    } catch (error) {
      this.#deps.log.warn('shortcut is not known to the system', { accelerator, error })
      return 'not-valid'
    }
  }

  #releaseAllBut(kept: ReadonlySet<string>): void {
    for (const accelerator of this.#held) {
      if (kept.has(accelerator)) continue
      this.#deps.port.unregister(accelerator)
      this.#held.delete(accelerator)
    }
  }
}
