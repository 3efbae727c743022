import type { CommandContext } from '../../shared/commands/command-unavailable.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { QuitQuestion } from '../windows/confirm-quit.ts'
import { nameCommand, type Words } from '../words/words.ts'

/** What is asked before a link may change anything: the command in words, and that it came from a link. */
export function linkQuestion(command: Command, words: Words, context: CommandContext): QuitQuestion {
  const { title, text, confirm, cancel } = words.messages.commands.link
  const name = nameCommand(command, words, context)
  return { title, text: text.replace('{command}', () => name), confirm, cancel }
}
