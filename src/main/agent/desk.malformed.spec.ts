import { afterEach, describe, expect, it } from 'vitest'
import { demoSignIn, SimulatedDesks, type SimulatedDesk } from './testing/desk-on-simulator.ts'

/*
 * Every malformed answer on every interface: the desk says so, loses no wish, invents no empty list, and works again with
 * the next good answer. Against the real simulator.
 */

const desks = new SimulatedDesks()

afterEach(() => desks.closeAll())

const kinds = ['truncated', 'html', 'wrong-types', 'empty'] as const

/** What the agent does, the interface it uses, and what must be as before afterwards. */
const commands: readonly (readonly [
  string,
  string,
  (bench: SimulatedDesk) => Promise<{ readonly ok: boolean }>,
])[] = [
  ['after-call state', '**/autoenteridle/*', ({ desk }) => desk.setAfterCall(false, 'window')],
  [
    'skill sign-in',
    '**/resetskill/*',
    ({ desk }) => desk.signInToSkills({ mode: 'chosen', skillIds: [1] }, 'window'),
  ],
  ['phone linkage', '**/resetskill/*', ({ desk }) => desk.setLinkage(true, 'window')],
  ['agent state', '**/saybusy', ({ desk }) => desk.setAgentState({ state: 'busy' }, 'window')],
  ['roster', '**/allonlineagents', ({ desk }) => desk.refreshRoster()],
  ['configured skills', '**/agentskills', ({ desk }) => desk.refreshSkills()],
  ['bindings', '**/queryAgentInfoBySkillId', ({ supervisor }) => supervisor.readBindings(3)],
  [
    'unbinding',
    '**/queryAgentInfoBySkillId',
    ({ supervisor }) => supervisor.unbindAll({ skillId: 3, typedName: 'Sales' }, 'window'),
  ],
]

const dataless = ['after-call state', 'skill sign-in', 'phone linkage', 'agent state']

/** What says what is to be is not refused by such an answer: it is kept and asked for again. */
const lasting: Readonly<Record<string, 'afterCall' | 'skills' | 'linkage'>> = {
  'after-call state': 'afterCall',
  'skill sign-in': 'skills',
  'phone linkage': 'linkage',
}

describe.each(kinds)('%s answers', (kind) => {
  it('to a sign-in are a clear error, and the next try works', async () => {
    const bench = await desks.start()
    bench.simulator.faults.add({
      match: { path: '**/onlineagent/101' },
      action: { type: 'malformed', kind },
      times: 1,
    })
    const result = await bench.desk.signIn(demoSignIn(bench.simulator))
    expect(result).toMatchObject({ ok: false, error: { code: 'malformed-answer' } })
    expect(bench.desk.snapshot.session.phase).toBe('signed-out')
    expect((await bench.desk.signIn({ ...demoSignIn(bench.simulator), takeOver: true })).ok).toBe(true)
  })

  it('to every command and query are errors or asked for again, and nothing is lost', async () => {
    const bench = await desks.start()
    await bench.signIn()
    await bench.supervisor.connect(
      {
        managementAddress: bench.simulator.gatewayUrl,
        appKey: 'demo',
        appSecret: 'demo-secret',
      },
      'window',
    )
    await bench.desk.refreshRoster()
    const before = {
      roster: bench.desk.roster.agents.map((agent) => agent.agentId),
      configured: bench.desk.snapshot.skills.configured,
    }
    for (const [name, path, act] of commands) {
      bench.simulator.faults.add({ match: { path }, action: { type: 'malformed', kind }, times: 1 })
      // An answer without data cannot have data of a wrong type: a retcode of 0 in place of "0" is understood.
      const isUnderstood = kind === 'wrong-types' && dataless.includes(name)
      const kept = lasting[name]
      expect(await act(bench), name).toMatchObject(
        isUnderstood || kept !== undefined
          ? { ok: true }
          : { ok: false, error: { code: 'malformed-answer' } },
      )
      if (kept !== undefined && !isUnderstood) {
        expect(bench.desk.snapshot[kept], name).toMatchObject({ isKept: true, verdict: 'uncertain' })
      }
      bench.simulator.faults.remove()
    }
    const { snapshot, roster } = bench.desk
    expect(snapshot.session.phase).toBe('online')
    expect(roster.agents.map((agent) => agent.agentId)).toEqual(before.roster)
    expect(snapshot.skills.configured).toEqual(before.configured)
    await bench.until(
      ({ afterCall, linkage, skills }) =>
        afterCall.verdict === 'accepted' && linkage.effective === true && skills.verdict === 'confirmed',
    )
    expect(bench.settings.current.wishes).toEqual({
      autoIdle: false,
      isLinked: true,
      skills: { mode: 'chosen', skillIds: [1] },
    })
    expect((await bench.desk.setAfterCall(false, 'window')).ok).toBe(true)
  })

  it('to a poll make the session doubtful until the next good answer', async () => {
    const bench = await desks.start()
    await bench.signIn()
    bench.simulator.faults.add({
      match: { path: '**/agentevent/*' },
      action: { type: 'malformed', kind },
      times: 1,
    })
    const cut = await bench.until(({ session }) => session.phase === 'doubtful')
    expect(cut.session).toMatchObject({ error: { code: 'malformed-answer' } })
    await bench.until(({ session }) => session.phase === 'online')
  })

  it('to a transfer leave the receipt at what can be proved', async () => {
    const bench = await desks.start({ colleagues: 0 })
    await bench.signIn()
    await bench.desk.setAgentState({ state: 'busy' }, 'window')
    await bench.until(({ agentState }) => agentState.effective === 'busy')
    const callId = await bench.call(1)
    await bench.desk.refreshWaiting()
    bench.simulator.faults.add({
      match: { path: '**/waitcallinfo/*' },
      action: { type: 'malformed', kind },
      times: 1,
    })
    expect((await bench.desk.refreshWaiting()).ok).toBe(false)
    expect(bench.desk.snapshot.waiting.calls.map((call) => call.callId)).toEqual([callId])
    bench.simulator.faults.add({
      match: { path: '**/assignuserinqueue' },
      action: { type: 'malformed', kind },
      times: 1,
    })
    const receipt = await bench.desk.transferWaitingCall({ callId, fromSkillId: 1, toSkillId: 2 })
    const moved = bench.simulator.world.queues.get(2)?.some((call) => call.callid === callId) ?? false
    expect(receipt).toMatchObject({ ok: true, value: { outcome: moved ? 'moved' : 'unknown' } })
  })
})

it('takes an answer that is huge but right', async () => {
  const bench = await desks.start()
  bench.simulator.faults.add({ match: { path: '**' }, action: { type: 'malformed', kind: 'huge' }, times: 3 })
  await bench.signIn()
  expect(bench.desk.snapshot.session).toMatchObject({ phase: 'online' })
})
