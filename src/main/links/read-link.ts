import { commandMaxLength, type Command } from '../../shared/commands/command.ts'
import { parseCommand, type CommandProblem } from '../../shared/commands/parse-command.ts'
import { err, type Result } from '../../shared/result.ts'

/** The scheme of links that ask Deskside for something. */
export const linkScheme = 'deskside'

/** Percent-encoded, as names in Chinese come, a command is at most nine times as long: three bytes a character, three letters a byte. */
export const linkMaxLength = 9 * commandMaxLength

const linkPattern = /^deskside:(?:\/\/)?([a-z-]+)(?:\/([^?#]*?))?\/?$/i

/** Whether an argument of the command line is a link, good or bad: systems hand links over as one. */
export const isLink = (argument: string): boolean => argument.toLowerCase().startsWith(`${linkScheme}:`)

/**
 * The command of a link: `deskside://auto-idle/off` is `auto-idle=off`. Never throws. Links come from pages and mails, so
 * that nothing beside a name and a value is understood: no query, no fragment, no user, no port.
 */
export function readLink(link: string): Result<Command, CommandProblem> {
  if (link.length > linkMaxLength) return err({ kind: 'too-long' })
  const [, name, value] = linkPattern.exec(link) ?? []
  if (name === undefined) return err({ kind: 'unknown-command' })
  if (value === undefined || value === '') return parseCommand(name)
  const plain = decoded(value)
  return plain === null ? err({ kind: 'unknown-command' }) : parseCommand(`${name}=${plain}`)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
