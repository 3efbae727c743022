import { stringify } from 'csv-stringify/sync'
import type { Messages } from '../../shared/i18n/en/index.ts'
import type { RosterAgent, RosterColumn } from '../../shared/domain/roster.ts'

/** What the cells need beside the agents themselves. */
export interface RosterSheet {
  readonly columns: readonly RosterColumn[]
  readonly messages: Pick<Messages, 'roster' | 'agentStates'>
  readonly queueName: (skillId: number) => string
  /** Milliseconds since 1970: times in state are told for this moment. */
  readonly now: number
  /** When the roster was read. */
  readonly readAt: number
}

/** Excel takes a file for UTF-8 only with it; Chinese names would be unreadable without. */
export const byteOrderMark = '\uFEFF'

/**
 * RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front: names come from the gateway, and
 * one that begins with "=" must not run on the supervisor's computer.
 * A line feed alone is quoted as well: most readers end a record at it.
 */
const format = { record_delimiter: '\r\n', escape_formulas: true, quoted_match: /[\r\n]/ } as const

export function csvHeader({ columns, messages }: RosterSheet): string {
  return stringify([columns.map((column) => messages.roster.columns[column])], format)
}

export function csvRows(agents: readonly RosterAgent[], sheet: RosterSheet): string {
  return stringify(
    agents.map((agent) => sheet.columns.map((column) => cell(column, agent, sheet))),
    format,
  )
}

function cell(column: RosterColumn, agent: RosterAgent, sheet: RosterSheet): string | number {
  switch (column) {
    case 'agent':
      return agent.agentId
    case 'name':
      return agent.name
    case 'state':
      return sheet.messages.agentStates[agent.state]
    case 'state-time':
      return agent.stateSeconds === null
        ? ''
        : agent.stateSeconds + Math.max(0, Math.floor((sheet.now - sheet.readAt) / 1_000))
    case 'signed-in':
      return agent.signedInAt === null ? '' : new Date(agent.signedInAt).toISOString()
    case 'queues':
      return agent.skillIds.map(sheet.queueName).join('; ')
  }
}
