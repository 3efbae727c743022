import * as v from 'valibot'
import { err, ok, type Result } from '../result.ts'
import { bareCommands, commandValues } from './command-values.ts'
import { commandMaxLength, commandNames, type Command, type CommandName } from './command.ts'

/**
 * Why a text is no command. `known`: the name, where that much was understood; `hint` (of `commandValues`) says what may
 * stand behind it.
 */
export type CommandProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'unknown-command' }
  | { readonly kind: 'value-needed' | 'value-not-known' | 'no-value-wanted'; readonly known: CommandName }

/**
 * Reads `name` or `name=value`. Never throws, whatever the text: it may come from a link. Names and fixed values in any
 * letter case; names that people gave (queues, sets) exactly.
 */
export function parseCommand(text: string): Result<Command, CommandProblem> {
  if (text.length > commandMaxLength) return err({ kind: 'too-long' })
  const trimmed = text.trim()
  if (trimmed === '') return err({ kind: 'empty' })
  const equals = trimmed.indexOf('=')
  const given = (equals === -1 ? trimmed : trimmed.slice(0, equals)).trim().toLowerCase()
  const known = commandNames.find((name) => name === given)
  if (known === undefined) return err({ kind: 'unknown-command' })
  const value = equals === -1 ? null : trimmed.slice(equals + 1).trim()
  const { schema } = commandValues[known]
  if (schema === null) {
    const bare = bareCommands[known]
    return value === null && bare !== undefined ? ok(bare) : err({ kind: 'no-value-wanted', known })
  }
  if (value === null || value === '') return err({ kind: 'value-needed', known })
  const isNameOfPeople = known === 'skill-set' || known === 'transfer-longest'
  const parsed = v.safeParse(schema, isNameOfPeople ? value : value.toLowerCase())
  return parsed.success ? ok(parsed.output) : err({ kind: 'value-not-known', known })
}

/** The problem in one plain English line: for a terminal and the log, which know no other language. */
export function explainProblem(problem: CommandProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'a command is needed, such as auto-idle=off'
    case 'too-long':
      return `the command is longer than ${commandMaxLength} characters`
    case 'unknown-command':
      return `there is no such command; the commands are ${commandNames.join(', ')}`
    case 'no-value-wanted':
      return `${problem.known} takes no value`
    case 'value-needed':
    case 'value-not-known':
      return `${problem.known} takes ${commandValues[problem.known].hint}`
  }
}
