import type { CheckFact, CheckStep, ConnectionReport } from '../../shared/domain/connection-check.ts'

const moments: ReadonlySet<CheckFact['name']> = new Set(['validUntil', 'answeredAt'])

function describeFact({ name, value }: CheckFact): string {
  const words = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return `${words} ${typeof value === 'number' && moments.has(name) ? new Date(value).toISOString() : value}`
}

function describeStep({ id, status, tookMs, problem, error, skipped, facts }: CheckStep): string {
  const parts = [
    problem,
    skipped,
    error?.reason ?? error?.code,
    error?.retcode === undefined ? null : `code ${error.retcode}`,
    ...facts.map(describeFact),
  ].filter((part) => part !== null && part !== undefined)
  const took = tookMs === null ? '' : ` ${tookMs} ms`
  return `${id.padEnd(11)} ${status}${took}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}

/**
 * A report as text for support: in English whatever the program's language, with codes. Holds the gateway's host and the names
 * in its certificate; no person, no telephone number, none of the gateway's own words.
 */
export function reportText(report: ConnectionReport, program: string): string {
  return [
    'Deskside connection check',
    program,
    `${new Date(report.startedAt).toISOString()}, ${report.outcome}`,
    '',
    ...report.steps.map(describeStep),
    '',
  ].join('\n')
}
