import type { LoginStart } from '../../shared/domain/login-start.ts'
import type { Logger } from '../logging/logger.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { LoginItem } from './login-item.ts'

type NotOffered = Extract<LoginStart, { readonly isOffered: false }>['reason']

export interface LoginKeeperDeps {
  /** How this system starts programs, or why that is not offered here. */
  readonly item: LoginItem | NotOffered
  readonly preferences: Pick<PreferencesService, 'get' | 'subscribe'>
  readonly log: Logger
}

/**
 * Starts Deskside with the computer when that is preferred. Changed only when the preference changes: what a person has set in
 * the system meanwhile holds, and is told.
 */
export class LoginKeeper {
  readonly #deps: LoginKeeperDeps
  #wanted: boolean
  #hasFailed = false
  #changing: Promise<void> = Promise.resolve()
  #undo: () => void = () => undefined

  constructor(deps: LoginKeeperDeps) {
    this.#deps = deps
    this.#wanted = deps.preferences.get('startsAtLogin')
  }

  start(): void {
    this.#undo = this.#deps.preferences.subscribe(() => this.#follow())
  }

  dispose(): void {
    this.#undo()
  }

  /** What the system says, after changes under way. */
  async view(): Promise<LoginStart> {
    const { item, log } = this.#deps
    if (typeof item === 'string') return { isOffered: false, reason: item }
    await this.#changing
    try {
      return { isOffered: true, isOn: await item.isOn(), hasFailed: this.#hasFailed }
    } catch (error) {
      log.warn('start with the computer could not be read', { error })
      return { isOffered: true, isOn: false, hasFailed: true }
    }
  }

  #follow(): void {
    const { item, preferences } = this.#deps
    const wanted = preferences.get('startsAtLogin')
    if (wanted === this.#wanted) return
    this.#wanted = wanted
    if (typeof item !== 'string') this.#changing = this.#changing.then(() => this.#set(item, wanted))
  }

  async #set(item: LoginItem, isOn: boolean): Promise<void> {
    try {
      await item.set(isOn)
      this.#hasFailed = false
    } catch (error) {
      this.#hasFailed = true
      this.#deps.log.warn('start with the computer could not be changed', { error })
    }
  }
}
