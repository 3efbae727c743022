import type { CallAction } from '../../../src/shared/domain/call-control.ts'
import type { SentRequest } from '../../support/recording-transport.ts'
import type { AskedAt, RunRecord } from '../run-record.ts'
import type { Finding } from './finding.ts'

/** Something that changes the agent or a call at the gateway; queries are left out whatever their verb. */
const isCommand = ({ method, path, lane, outcome }: SentRequest): boolean =>
  lane === 'command' && method !== 'GET' && !path.endsWith('/queryacdstat') && outcome !== 'unreachable'

/** Codes that say: not now, being moved to another server. The same request may then be sent again (protocol 12). */
const passingCodes: readonly (string | null)[] = ['000-004', '105-002', '105-003']

/** No two commands of the agent are under way at the same time. */
function checkOneAtATime({ sent }: RunRecord): Finding[] {
  const findings: Finding[] = []
  let busyUntilMs = 0
  let before: SentRequest | null = null
  for (const request of sent) {
    if (!isCommand(request)) continue
    if (before !== null && request.sentAtMs < busyUntilMs) {
      const text = `${request.path} left before ${before.path} was answered`
      findings.push({ check: 'one command at a time', atMs: request.sentAtMs, text })
    }
    busyUntilMs = Math.max(busyUntilMs, request.endedAtMs ?? Infinity)
    before = request
  }
  return findings
}

interface Once {
  readonly isRequest: (request: SentRequest) => boolean
  readonly isCause: (asked: AskedAt) => boolean
}

const stateCauses: readonly (readonly [state: string, isPath: (path: string) => boolean])[] = [
  ['busy', (path) => path.endsWith('/saybusy')],
  ['wrap-up', (path) => path.endsWith('/work')],
  ['rest', (path) => path.includes('/rest/')],
  ['idle', (path) => path.endsWith('/sayfree') || path.endsWith('/cancelrest')],
]

const callCauses: readonly (readonly [end: string, actions: readonly CallAction[]])[] = [
  ['/answer', ['answer']],
  ['/hold', ['hold']],
  ['/gethold', ['retrieve']],
  ['/beginmute', ['mute']],
  ['/endmute', ['unmute']],
  // A call that is not answered yet is rejected by its end.
  ['/release', ['release', 'reject']],
  ['/phonepickup', ['pick-up']],
  ['/phonehangup', ['reject']],
]

const onceOfCalls: readonly Once[] = callCauses.map(([end, actions]) => ({
  isRequest: ({ path }) => path.includes('/voicecall/') && path.replace(/\?.*$/, '').endsWith(end),
  isCause: ({ what, value }) => what === 'call' && actions.includes(value),
}))

const onceOfStates: readonly Once[] = stateCauses.map(([state, isPath]) => ({
  isRequest: ({ path }) => isPath(path),
  isCause: (asked) =>
    (asked.what === 'agent-state' && asked.value === state) ||
    // A noted state is taken back by asking for idle.
    (state === 'idle' && asked.what === 'cancel'),
}))

/** What must not be repeated leaves at most once for each time it was asked for, and never unasked. */
function checkNeverTwice(record: RunRecord): Finding[] {
  return [...onceOfStates, ...onceOfCalls].flatMap(({ isRequest, isCause }) => {
    const causes = record.asked.filter(isCause).map(({ atMs }) => atMs)
    return takeCauses(record.sent.filter(isRequest), causes)
  })
}

/** Transfers have the call and the target as well. */
function checkTransfers({ sent, asked }: RunRecord): Finding[] {
  const groups = new Map<string, SentRequest[]>()
  for (const request of sent) {
    if (!request.path.endsWith('/assignuserinqueue')) continue
    const { callid, skillid } = JSON.parse(request.body ?? '{}') as { callid: string; skillid: number }
    const key = `${callid} ${skillid}`
    groups.set(key, [...(groups.get(key) ?? []), request])
  }
  return [...groups].flatMap(([key, requests]) => {
    const causes = asked.filter(
      ({ what, value }) =>
        (what === 'transfer' && key === `${value.callId} ${value.toSkillId}`) ||
        (what === 'transfer-longest' && key.endsWith(` ${value}`)),
    )
    return takeCauses(
      requests,
      causes.map(({ atMs }) => atMs),
    )
  })
}

function takeCauses(requests: readonly SentRequest[], causes: readonly number[]): Finding[] {
  const left = [...causes]
  return requests.flatMap((request): Finding[] => {
    if (!isCommand(request)) return []
    // One that came before is taken, the oldest first.
    const index = left.findIndex((atMs) => atMs <= request.sentAtMs)
    if (index >= 0) {
      if (!passingCodes.includes(request.retcode)) left.splice(index, 1)
      return []
    }
    const text = `${request.method} ${request.path} left without a cause of its own`
    return [{ check: 'never unasked, never twice', atMs: request.sentAtMs, text }]
  })
}

/** Nobody is signed in again by himself: each sign-in has its cause. */
function checkSignIns({ sent, asked }: RunRecord): Finding[] {
  const signIns = sent.filter(
    ({ method, path }) => method === 'PUT' && /\/onlineagent\/\d+(\/forcelogin)?$/.test(path),
  )
  return [false, true].flatMap((takeOver) =>
    takeCauses(
      signIns.filter(({ path }) => path.endsWith('/forcelogin') === takeOver),
      asked
        .filter(({ what, value }) => (what === 'sign-in' || what === 'return') && value.takeOver === takeOver)
        .map(({ atMs }) => atMs),
    ),
  )
}

/** What the desk's client sent. */
export function checkCommands(record: RunRecord): Finding[] {
  return [
    ...checkOneAtATime(record),
    ...checkNeverTwice(record),
    ...checkTransfers(record),
    ...checkSignIns(record),
  ]
}
