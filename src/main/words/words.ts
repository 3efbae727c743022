import { describeCommand, sayFrom, type SayCommand } from '../../shared/commands/describe-command.ts'
import type { Command } from '../../shared/commands/command.ts'
import { commandNames } from '../../shared/commands/command-names.ts'
import type { CommandContext } from '../../shared/commands/command-unavailable.ts'
import type { Messages } from '../../shared/i18n/en/index.ts'
import { nearestLanguage, type Language } from '../../shared/i18n/languages.ts'
import { messagesByLanguage, trayTextsByLanguage, type TrayTexts } from '../../shared/i18n/tables.ts'
import type { PreferencesService } from '../preferences/preferences.ts'

/** The texts of one language for what main says itself: tray, notes, dialogs of the system. */
export interface Words {
  readonly language: Language
  readonly tray: TrayTexts
  readonly messages: Messages
  readonly sayCommand: SayCommand
  /** Joins what stands in a list the way the language does. */
  readonly list: (items: readonly string[]) => string
}

export function wordsOf(language: Language): Words {
  const messages = messagesByLanguage[language]
  const format = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    language,
    tray: trayTextsByLanguage[language],
    messages,
    sayCommand: sayFrom(messages.commands),
    list: (items) => format.format(items),
  }
}

export interface PresentWordsDeps {
  readonly preferences: Pick<PreferencesService, 'get' | 'subscribe'>
  /** Tag of the system's language, for the preference "system". */
  readonly systemLocale: () => string
}

/** The words of the language that holds now; it can change while the program runs. */
export class PresentWords {
  readonly #deps: PresentWordsDeps
  #words: Words

  constructor(deps: PresentWordsDeps) {
    this.#deps = deps
    this.#words = wordsOf(this.#language())
  }

  get now(): Words {
    const language = this.#language()
    if (language !== this.#words.language) this.#words = wordsOf(language)
    return this.#words
  }

  /** Called after each change of the language. Returns its own undo. */
  subscribe(listener: () => void): () => void {
    let told = this.#language()
    return this.#deps.preferences.subscribe(() => {
      const language = this.#language()
      if (language === told) return
      told = language
      listener()
    })
  }

  #language(): Language {
    const wanted = this.#deps.preferences.get('language')
    return wanted === 'system' ? nearestLanguage(this.#deps.systemLocale()) : wanted
  }
}

/** A command in these words, with the names that queues and reasons have now. */
export function nameCommand(
  command: Command,
  words: Words,
  { snapshot, preferences }: Pick<CommandContext, 'snapshot' | 'preferences'>,
): string {
  const { queues, agentState } = snapshot
  const { restReasons } = agentState
  const names = commandNames({ queues, restReasons, busyReasons: preferences.busyReasons })
  return describeCommand(command, words.sayCommand, names)
}
