import { expect, it } from 'vitest'
import type { HistoryEntry } from '../in-process/history.ts'
import { PARTS } from './testing/parts.ts'
import { playScenario, type Part, type Played } from './testing/play.ts'

type Entry<T extends HistoryEntry['type']> = Extract<HistoryEntry, { readonly type: T }>

function entries<T extends HistoryEntry['type']>({ history }: Played, type: T): Entry<T>[] {
  return history.filter((entry): entry is Entry<T> => entry.type === type)
}

/** Calls that have left the centre from this kind of place. */
const endedFrom = (played: Played, kind: string): number =>
  entries(played, 'call-ended').filter(({ from }) => from.kind === kind).length

const eventNames = (played: Played): string[] =>
  entries(played, 'event')
    .filter(({ agentId }) => agentId === played.person.id)
    .map(({ eventType }) => eventType)

const contentsOf = (played: Played, eventType: string): unknown[] =>
  entries(played, 'event').flatMap((entry) => (entry.eventType === eventType ? [entry.content] : []))

/** When the first entry came that fits. */
const momentOf = (played: Played, fits: (entry: HistoryEntry) => boolean): number =>
  played.history.find(fits)?.atMs ?? Number.NaN

/** Most calls that waited in a queue at the same time. */
function longestQueue(played: Played, skillId: number): number {
  const waiting = new Set<string>()
  let longest = 0
  for (const entry of played.history) {
    if (entry.type === 'call' && entry.place.kind === 'queue' && entry.place.skillId === skillId) {
      waiting.add(entry.callid)
    } else if (entry.type === 'call' || entry.type === 'call-ended') waiting.delete(entry.callid)
    longest = Math.max(longest, waiting.size)
  }
  return longest
}

const countOf = (names: readonly string[], name: string): number =>
  names.filter((each) => each === name).length

/** What the sentence of each scenario comes down to, seen from the server. */
const CONSEQUENCES: Readonly<Record<string, (played: Played) => void>> = {
  'billing-overflow': (played) => {
    expect(longestQueue(played, 1)).toBe(12)
    expect(played.states()).toEqual(['idle', 'talking'])
  },
  'busy-morning': (played) => {
    expect(countOf(played.states(), 'talking')).toBeGreaterThan(8)
    expect(longestQueue(played, 1)).toBeGreaterThan(1)
  },
  'flaky-network': (played) => {
    const struck = ['delay', 'reset', 'half-open', 'slow-drip'].map((fault) => played.struck(fault))
    expect(struck).toEqual([8, 2, 1, 4])
    expect(played.presences()).toEqual(['client'])
    const talking = entries(played, 'call').filter(({ place }) => place.kind === 'talking')
    expect(
      countOf(
        played.person.events.map(({ type }) => type),
        'talking',
      ),
    ).toBe(talking.length)
  },
  'gateway-restart': (played) => {
    expect(played.struck('reset')).toBeGreaterThan(5)
    expect(played.presences()).toEqual(['client'])
    expect(played.states()).toEqual(['idle', 'talking', 'idle'])
  },
  'gateway-restart-lost': (played) => {
    expect(played.presences()).toEqual(['client', 'out silence'])
    expect(played.person.failures.at(-1)).toBe('100-006')
  },
  'guid-expires': (played) => {
    expect(played.person.failures).toEqual(['000-003'])
    expect(played.presences()).toEqual(['client', 'out taken-over', 'client'])
  },
  'inspector-day': (played) => {
    expect(played.states()).toEqual(['idle', 'busy', 'idle', 'rest', 'work', 'idle'])
    expect(eventNames(played)).toEqual(
      expect.arrayContaining(['AgentState_Force_SetNotReady', 'AgentState_Force_Ready']),
    )
    expect(played.presences()).toEqual(['client', 'out by-others'])
    expect(eventNames(played).at(-1)).toBe('AgentOther_ShutdownService')
  },
  'long-break': (played) => {
    const dead = played.runs.find(({ type }) => type === 'add-fault')
    expect(played.presences()).toEqual(['client', 'out silence'])
    const out = momentOf(played, ({ type }) => type === 'presence-ended')
    const began = momentOf(played, ({ type }) => type === 'presence-began')
    expect(out - began - (dead?.atMs ?? 0)).toBeGreaterThanOrEqual(119_000)
    expect(played.person.failures.at(-1)).toBe('100-006')
  },
  'long-wait-premium': (played) => {
    const isPremium = (entry: HistoryEntry, kind: string): boolean =>
      entry.type === 'call' && entry.callid.endsWith('-2') && entry.place.kind === kind
    const waitedMs =
      momentOf(played, (entry) => isPremium(entry, 'talking')) -
      momentOf(played, (entry) => isPremium(entry, 'queue'))
    expect(waitedMs).toBeGreaterThan(300_000)
  },
  'missed-calls': (played) => {
    expect(played.states()).toEqual(['idle', 'talking', 'busy', 'idle', 'talking', 'idle'])
    expect(contentsOf(played, 'AgentState_SetNotReady_Success')).toEqual([{ reason: '2' }])
    const [first, ...others] = entries(played, 'call')
    expect(new Set(others.map(({ callid }) => callid))).toEqual(new Set([first?.callid]))
  },
  'password-due': (played) => {
    const changed = momentOf(
      played,
      (entry) => entry.type === 'carried-out' && entry.request.path.endsWith('/modifyaccountpwdex'),
    )
    const offered = momentOf(played, (entry) => entry.type === 'call' && entry.place.kind === 'offered')
    expect(offered).toBe(changed)
  },
  'phone-7910': (played) => {
    const names = eventNames(played).filter((name) => name.startsWith('AgentEvent_linkagePhone'))
    const keys = names.filter((name) => name !== 'AgentEvent_linkagePhoneStatus')
    expect(keys).toEqual([
      'AgentEvent_linkagePhoneHold',
      'AgentEvent_linkagePhoneUnHold',
      'AgentEvent_linkagePhoneTransferOut',
      'AgentEvent_linkagePhoneTransferOut_Result',
      'AgentEvent_linkagePhoneCallOut',
    ])
    expect(contentsOf(played, 'AgentEvent_linkagePhoneStatus').slice(-2)).toEqual([
      { result: 4 },
      { result: 3 },
    ])
  },
  'phone-7910-fails': (played) => {
    expect(contentsOf(played, 'AgentEvent_linkageCapability')).toEqual([{ result: 1 }, { result: 0 }])
    expect(contentsOf(played, 'AgentEvent_linkagePhoneStatus')).toEqual([{ result: 4 }])
  },
  'quiet-night': (played) => {
    expect(played.presences()).toEqual(['client'])
    expect(endedFrom(played, 'talking')).toBe(9)
    expect(played.person.failures).toEqual([])
  },
  'rest-with-approval': (played) => {
    expect(played.states()).toEqual(['idle', 'rest', 'idle'])
    const asked = entries(played, 'carried-out').filter(({ request }) => /\/rest\/\d+\//.test(request.path))
    expect(asked.map(({ retcode }) => retcode)).toEqual(['0', '0'])
  },
  'shift-change': (played) => {
    const others = entries(played, 'presence-began').filter(({ agentId }) => agentId !== played.person.id)
    expect(others.map(({ agentId }) => agentId)).toEqual(['104', '105', '106', '107', '108'])
  },
  'supervisor-unbinds': (played) => {
    const signedIn = entries(played, 'settings').map(({ settings }) => settings.skillIds)
    // The sign-in after the unbinding leaves Premium out; the one before it does not.
    expect(signedIn).toEqual(
      expect.arrayContaining([
        [1, 2, 3, 4, 5],
        [1, 2, 3, 5],
      ]),
    )
    const last = played.server.simulation.world.agents.get(played.person.id)?.presence?.skills
    expect([...(last ?? [])].sort()).toEqual([1, 2, 3, 4, 5])
  },
  'switch-over': (played) => {
    const { failures } = played.person
    expect([failures[0], ...new Set(failures)]).toEqual(['000-004', '000-004', '105-002', '105-003'])
    expect(played.presences()).toEqual(['client'])
    expect(played.states()).toEqual(['idle', 'talking', 'idle'])
  },
  'switch-over-lost': (played) => {
    expect(played.person.failures.at(-1)).toBe('105-001')
    expect(played.presences()).toEqual(['client', 'out silence'])
  },
  'take-over-and-back': (played) => {
    expect(played.presences()).toEqual([
      'client',
      'out by-others',
      'colleague',
      'out taken-over',
      'client',
      'out by-others',
      'colleague',
      'out by-others',
    ])
    expect(eventNames(played).filter((name) => name === 'AgentOther_ShutdownService')).toHaveLength(2)
  },
  'transfer-races': (played) => {
    const transfers = entries(played, 'carried-out').filter(({ request }) =>
      request.path.endsWith('/assignuserinqueue'),
    )
    const codes = new Set(transfers.map(({ retcode }) => retcode))
    expect([...codes].sort()).toEqual(['0', '100-007'])
    expect(endedFrom(played, 'queue')).toBeGreaterThan(0)
    expect([played.struck('delay'), played.struck('ignore'), played.struck('reset')]).toEqual([3, 2, 2])
  },
  'wrap-up-rules': (played) => {
    expect(played.states()).toEqual(['idle', 'talking', 'work', 'idle', 'talking', 'work'])
    const work = entries(played, 'state').find(({ state }) => state.name === 'work')
    const after = entries(played, 'state').find(
      ({ atMs, state }) => state.name === 'idle' && atMs > (work?.atMs ?? 0),
    )
    expect((after?.atMs ?? 0) - (work?.atMs ?? 0)).toBe(20_000)
  },
}

it('says of every scenario what it is for', () => {
  expect(Object.keys(CONSEQUENCES).sort()).toEqual(Object.keys(PARTS))
})

it.each(Object.entries(CONSEQUENCES))('%s', async (name, check) => {
  check(await playScenario(name, PARTS[name]))
})

it('wrap-up-rules, always off-hook: the switch decides', async () => {
  const part: Part = { choices: { isAlwaysOffHook: true, autoIdle: true } }
  const played = await playScenario('wrap-up-rules', part)
  expect(played.states()).toEqual(['idle', 'talking', 'idle', 'talking', 'idle'])
})
