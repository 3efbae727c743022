import { unavailableReason } from '../../../../shared/commands/command-table.ts'
import {
  shownSwitch,
  type CommandContext,
  type CommandUnavailable,
} from '../../../../shared/commands/command-unavailable.ts'
import type { Command } from '../../../../shared/commands/command.ts'
import { paletteCommands } from '../../../../shared/commands/command-offers.ts'
import { formatCommand } from '../../../../shared/commands/format-command.ts'
import { parseCommand } from '../../../../shared/commands/parse-command.ts'
import { foldText, matchesText } from '../../../../shared/match-text.ts'

/** One line of the palette, before it is put into words. */
export interface PaletteRow {
  /** The command's text form; unlike any other row's. */
  readonly text: string
  readonly command: Command
  readonly name: string
  readonly reason: CommandUnavailable | null
  readonly isRecent: boolean
}

export interface PaletteInput {
  readonly context: CommandContext
  readonly query: string
  /** Text forms, the newest first. */
  readonly recent: readonly string[]
  readonly name: (command: Command) => string
  readonly englishName: (command: Command) => string
}

/** More rows help nobody: a word more finds the command. */
export const mostRows = 60

/**
 * What the palette lists. Without a query: what was used last, then what works now, then the rest. With one: what begins
 * with it first; words are looked for in the present language, in English and in the command's text. A query that is itself
 * a command comes first, offered or not.
 */
export function paletteRows(input: PaletteInput): {
  readonly rows: readonly PaletteRow[]
  readonly more: number
} {
  const { context, query, recent } = input
  const isSearching = query.trim() !== ''
  const offered = paletteCommands(context, isSearching)
  const typed = parseCommand(query)
  const isNew = typed.ok && !offered.some((command) => formatCommand(command) === formatCommand(typed.value))
  const all = (isNew ? [typed.value, ...offered] : offered).map((command): PaletteRow => {
    const text = formatCommand(command)
    return {
      text,
      command,
      name: input.name(command),
      reason: unavailableReason(command, context),
      isRecent: !isSearching && recent.includes(text),
    }
  })
  const found = isSearching ? all.filter((row) => isMeant(row, input)) : all
  const rank = rankOf(isSearching, input)
  const rows = found.toSorted((a, b) => rank(a) - rank(b))
  return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) }
}

function isMeant({ command, name, text }: PaletteRow, { query, englishName }: PaletteInput): boolean {
  return matchesText(`${name} ${englishName(command)} ${text}`, query)
}

function rankOf(
  isSearching: boolean,
  { query, recent, englishName }: PaletteInput,
): (row: PaletteRow) => number {
  const [first = ''] = foldText(query).trim().split(/\s+/u)
  const begins = (text: string): boolean =>
    foldText(text)
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.startsWith(first))
  return ({ text, command, name, reason, isRecent }) => {
    const closed = reason === null ? 0 : 1_000
    if (!isSearching) return isRecent ? recent.indexOf(text) : 100 + closed
    if (text === query.trim().toLowerCase()) return -1
    if (foldText(name).startsWith(foldText(query).trim())) return closed
    return (begins(name) || begins(englishName(command)) ? 10 : 20) + closed
  }
}

/** What the command would change, as it is now. `on` and `off` for switches; null where there is nothing to compare. */
export function presentValue(
  command: Command,
  { snapshot }: CommandContext,
): { readonly kind: 'switch'; readonly isOn: boolean } | null {
  if (command.name !== 'auto-idle' && command.name !== 'linkage') return null
  const isOn = shownSwitch(command.name === 'auto-idle' ? snapshot.afterCall : snapshot.linkage)
  return isOn === null ? null : { kind: 'switch', isOn }
}
