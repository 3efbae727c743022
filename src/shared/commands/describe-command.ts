import type { commands } from '../i18n/en/commands.ts'
import { parseCommand } from './parse-command.ts'
import type { Command } from './command.ts'

/** Dotted paths of the texts of a table. */
type LeafPath<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${LeafPath<T[K]>}`
}[keyof T & string]

export type CommandTextKey = `commands.${LeafPath<typeof commands>}`

/** The text of a key with its parameters filled in; the window's `t` is one, `sayFrom` makes others. */
export type SayCommand = (key: CommandTextKey, params?: Readonly<Record<string, string>>) => string

/** Names that people gave. Null when there is none; the command's own text is shown then. */
export interface CommandNames {
  readonly queueName: (queue: string) => string | null
  readonly reasonName: (state: 'busy' | 'rest', code: number) => string | null
}

/** The command in words, such as "Enter idle after call: turn off". */
export function describeCommand(command: Command, say: SayCommand, names: CommandNames): string {
  switch (command.name) {
    case 'state': {
      const state = say(`commands.states.${command.state}`)
      if (command.reason === null || (command.state !== 'busy' && command.state !== 'rest'))
        return say('commands.state', { state })
      const name = names.reasonName(command.state, command.reason)
      const reason = name ?? say('commands.reasonCode', { code: String(command.reason) })
      return say('commands.stateFor', { state, reason })
    }
    case 'auto-idle':
      return say(`commands.afterCall.${command.to}`)
    case 'linkage':
      return say(`commands.linkage.${command.to}`)
    case 'skills':
      return say(`commands.skills.${command.mode}`)
    case 'skill-set':
      return say('commands.skillSet', { set: command.set })
    case 'transfer-longest':
      return say('commands.transfer', { queue: names.queueName(command.queue) ?? command.queue })
    case 'call':
      return say(`commands.call.${command.action}`)
    case 'cancel-wish':
      return say(`commands.cancelWish.${command.wish}`)
    case 'sign-out':
      return say('commands.signOut')
    case 'show':
      return say(`commands.show.${command.part}`)
    case 'window':
      return say(`commands.window.${command.mode}`)
    case 'quit':
      return say('commands.quit')
  }
}

/** The same for a command in its text form; a text that is none is shown as it is. */
export function describeCommandText(text: string, say: SayCommand, names: CommandNames): string {
  const parsed = parseCommand(text)
  return parsed.ok ? describeCommand(parsed.value, say, names) : text
}

/** Speaks from a table of one language, without the window's machinery. */
export function sayFrom(table: typeof commands): SayCommand {
  return (key, params = {}) => {
    let found: unknown = table
    for (const part of key.split('.').slice(1)) {
      found = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined
    }
    // The key's type promises a text; one that is missing must still say something.
    return fill(typeof found === 'string' ? found : key, params)
  }
}

/** Puts the parameters into a text; one pass, so that what a person named is never read as a placeholder. */
function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
}
