import type { HistoryEntry } from '../../simulator/in-process/history.ts'
import type { DeskSnapshot } from '../../src/shared/domain/desk-snapshot.ts'
import type { TruthLine } from '../../src/shared/domain/truth-line.ts'
import type { Finding } from './check/finding.ts'
import type { RunRecord } from './run-record.ts'

type Line = readonly [atMs: number, text: string]

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function describeHistory(entry: HistoryEntry): string | null {
  switch (entry.type) {
    case 'received':
      return null
    case 'carried-out': {
      const { method, path, query, n, body } = entry.request
      if (method === 'GET') return null
      const tail = path.replace(/.*\/resource/, '')
      const said = `${query === '' ? '' : `?${query}`}${body === null ? '' : ` ${text(body)}`}`
      return `carried out #${n} ${method} ${tail}${said} -> ${entry.retcode ?? '-'}`
    }
    case 'presence-began':
      return `${entry.agentId} is signed in${entry.isClient ? '' : ' elsewhere'}`
    case 'presence-ended':
      return `${entry.agentId} is signed in no more: ${entry.cause}`
    case 'settings':
      return `${entry.agentId} settings ${text(entry.settings)}`
    case 'event':
      return `${entry.agentId} event ${entry.eventType} ${text(entry.content)}`
    case 'state':
      return `${entry.agentId} state ${text(entry.state)}`
    case 'call':
      return `call ${entry.callid} ${text(entry.place)}`
    case 'call-ended':
      return `call ${entry.callid} has left`
  }
}

function describeLine<T>({ wished, accepted, seen, isPending, failure }: TruthLine<T>): string {
  return [
    `wished ${text(wished?.value ?? null)}`,
    `accepted ${text(accepted?.value ?? null)}`,
    `seen ${text(seen?.value ?? null)}${seen === null ? '' : ` by ${seen.by}`}`,
    ...(isPending ? ['pending'] : []),
    ...(failure === null ? [] : [failure.value.code]),
  ].join(', ')
}

/** What of a snapshot matters here, part by part, so that a trace shows only what changed. */
function describeSnapshot(snapshot: DeskSnapshot): Readonly<Record<string, string>> {
  const { session, agentState, afterCall, linkage, skills, waiting, absence } = snapshot
  return {
    session: session.phase + ('ended' in session && session.ended !== null ? ` ${session.ended.cause}` : ''),
    state: `${agentState.verdict}: ${describeLine(agentState.line)}`,
    'after call': `${afterCall.verdict}: ${describeLine(afterCall.line)}`,
    linkage: `${linkage.verdict}: ${describeLine(linkage.line)}`,
    skills: `${skills.verdict}: ${describeLine(skills.line)}`,
    receipts: waiting.receipts
      .map(
        ({ callId, fromSkillId, toSkillId, outcome }) => `${callId} ${fromSkillId}->${toSkillId} ${outcome}`,
      )
      .join('; '),
    absence: absence === null ? '-' : `${absence.id} ${text(absence.changes)}`,
  }
}

function snapshotLines({ snapshots }: RunRecord): Line[] {
  const lines: Line[] = []
  let before: Readonly<Record<string, string>> = {}
  for (const { atMs, snapshot } of snapshots) {
    const now = describeSnapshot(snapshot)
    for (const [part, said] of Object.entries(now)) {
      if (before[part] !== said) lines.push([atMs, `        desk   ${part}: ${said}`])
    }
    before = now
  }
  return lines
}

function sentLines({ sent }: RunRecord): Line[] {
  return sent.flatMap(({ method, path, lane, sentAtMs, endedAtMs, outcome, retcode }): Line[] => {
    const name = `${method} ${path.replace(/.*\/resource/, '')}`
    if (lane === 'poll' && outcome === 'answered') return []
    const begun: Line[] = lane === 'poll' ? [] : [[sentAtMs, `    wire       ${name}`]]
    const ended = `    wire       ${name} ${outcome ?? ''} ${retcode ?? ''}`
    return endedAtMs === null ? begun : [...begun, [endedAtMs, ended]]
  })
}

/** A run as it can be read: what was planned, done at the server, sent, and seen, in the order of time. */
export function traceOf(record: RunRecord, findings: readonly Finding[]): string {
  const lines: Line[] = [
    ...record.steps.map(({ atMs, text: step }): Line => [atMs, `* ${step}`]),
    ...record.history.flatMap((entry): Line[] => {
      const said = describeHistory(entry)
      return said === null ? [] : [[entry.atMs, `            server ${said}`]]
    }),
    ...sentLines(record),
    ...snapshotLines(record),
    ...record.asked.flatMap((asked): Line[] =>
      asked.endedAtMs === null ? [] : [[asked.endedAtMs, `  answer to ${asked.what}: ${asked.result ?? ''}`]],
    ),
    ...findings.map(({ atMs, check, text: said }): Line => [atMs, `!! ${check}: ${said}`]),
  ]
  return lines
    .map((line, order) => ({ line, order }))
    .sort((a, b) => a.line[0] - b.line[0] || a.order - b.order)
    .map(({ line: [atMs, said] }) => `${((atMs - record.beganAtMs) / 1000).toFixed(3).padStart(9)}  ${said}`)
    .join('\n')
}
