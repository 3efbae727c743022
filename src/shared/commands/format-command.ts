import { commandValues } from './command-values.ts'
import type { Command, CommandName, CommandOf } from './command.ts'

function valueOf<N extends CommandName>(command: CommandOf<N> & { readonly name: N }): string | null {
  return commandValues[command.name].write(command)
}

/** The text of a command, from which `parseCommand` makes the same command again. */
export function formatCommand(command: Command): string {
  const value = valueOf(command)
  return value === null ? command.name : `${command.name}=${value}`
}
