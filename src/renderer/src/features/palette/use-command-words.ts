import { computed, type ComputedRef } from 'vue'
import type { CommandContext, CommandUnavailable } from '../../../../shared/commands/command-unavailable.ts'
import type { Command } from '../../../../shared/commands/command.ts'
import { describeCommand, sayFrom } from '../../../../shared/commands/describe-command.ts'
import { en } from '../../../../shared/i18n/en/index.ts'
import { nearestLanguage } from '../../../../shared/i18n/languages.ts'
import { trayTextsByLanguage } from '../../../../shared/i18n/tables.ts'
import { useText } from '../../i18n/text.ts'
import { useCommands } from '../../stores/commands.ts'
import { useDesk } from '../../stores/desk.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useCommandNames } from '../../stores/use-command-names.ts'

const sayEnglish = sayFrom(en.commands)

/** Commands as the window speaks of them. */
export interface CommandWords {
  /** What decides now whether commands can work; null until the desk is known. */
  readonly context: ComputedRef<CommandContext | null>
  readonly name: (command: Command) => string
  /** Many know the commands by their English names, whatever language the window speaks. */
  readonly englishName: (command: Command) => string
  /** Why a command cannot work, in the words of the tray: few. */
  readonly reason: (reason: CommandUnavailable) => string
}

export function useCommandWords(): CommandWords {
  const desk = useDesk()
  const preferences = usePreferences()
  const commands = useCommands()
  const { t, locale } = useText()

  const context = computed<CommandContext | null>(() =>
    desk.snapshot === null
      ? null
      : {
          snapshot: desk.snapshot,
          preferences: preferences.values,
          hasChosenQueues: commands.hasChosenQueues,
        },
  )
  const names = useCommandNames()
  return {
    context,
    name: (command) => describeCommand(command, t, names.value),
    englishName: (command) => describeCommand(command, sayEnglish, names.value),
    reason: (reason) => trayTextsByLanguage[nearestLanguage(locale())].reasons[reason],
  }
}
