import { describe, expect, it } from 'vitest'
import { event } from '../world/events.ts'
import { ManualClock } from '../world/clock.ts'
import { useSimulators, type TestBench } from '../testing/with-simulator.ts'

const start = useSimulators()

const emitReady = ({ simulator }: TestBench): void =>
  simulator.run((world) => {
    const agent = world.agents.get('101')
    if (agent !== undefined) world.emit(agent, event.ready)
  })

/** Resolves when a poll of agent 101 waits for events. */
async function pollIsWaiting({ simulator }: TestBench, count = 1): Promise<void> {
  while (simulator.world.agents.get('101')?.presence?.session?.openPolls !== count) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('the poll', () => {
  it('answers without an event with exactly these bytes, after the wait', async () => {
    const { client } = await start({ pollWaitMs: 40 })
    const agent = client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const before = performance.now()
    const answer = await agent.poll()
    expect(performance.now() - before).toBeGreaterThan(35)
    expect([answer.status, answer.text]).toEqual([200, '{"message":"","retcode":"0"}'])
  })

  it('waits ten seconds of the clock by default', async () => {
    const clock = new ManualClock()
    const bench = await start({ clock, pollWaitMs: undefined })
    const agent = bench.client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const answer = agent.poll()
    await pollIsWaiting(bench)
    clock.advance(9999)
    expect(bench.simulator.world.agents.get('101')?.presence?.session?.openPolls).toBe(1)
    clock.advance(1)
    expect((await answer).text).toBe('{"message":"","retcode":"0"}')
  })

  it('gives the events between sign-in and first poll one by one, in order and shape', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn({ status: '3' })
    const texts = [(await agent.poll()).text, (await agent.poll()).text, (await agent.poll()).text]
    expect(texts).toEqual([
      '{"message":"","retcode":"0","event":{"eventType":"AgentOther_InService","workNo":"101","content":null}}',
      '{"message":"","retcode":"0","event":{"eventType":"AgentState_Ready","workNo":"101","content":null}}',
      '{"message":"","retcode":"0","event":{"eventType":"AgentState_SetNotReady_Success","workNo":"101","content":{"reason":"0"}}}',
    ])
  })

  it('is answered at once when an event comes', async () => {
    const bench = await start({ pollWaitMs: 60_000 })
    const agent = bench.client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const answer = agent.poll()
    await pollIsWaiting(bench)
    emitReady(bench)
    expect((await answer).json().event).toMatchObject({ eventType: 'AgentState_Ready' })
  })

  it('keeps the event when the client gave up waiting', async () => {
    const bench = await start({ pollWaitMs: 60_000 })
    const agent = bench.client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const giveUp = new AbortController()
    const lost = agent.poll({ signal: giveUp.signal }).catch((error: unknown) => error)
    await pollIsWaiting(bench)
    giveUp.abort()
    expect(await lost).toBeInstanceOf(Error)
    await pollIsWaiting(bench, 0)
    emitReady(bench)
    expect((await agent.poll()).json().event).toMatchObject({ eventType: 'AgentState_Ready' })
  })

  it.each(['half-open', 'reset', 'hang'])(
    'delivers an event again whose answer was lost (%s)',
    async (type) => {
      const { client, simulator } = await start()
      const agent = client()
      await agent.signIn()
      const when = type === 'half-open' ? {} : { when: 'after' }
      simulator.faults.add({ match: { path: '**/agentevent/*' }, action: { type, ...when }, times: 1 })
      const giveUp = new AbortController()
      const lost = agent.poll({ signal: giveUp.signal }).catch((error: unknown) => error)
      while (simulator.requests.since(1)[0]?.fault !== type)
        await new Promise((resolve) => setImmediate(resolve))
      giveUp.abort()
      expect(await lost).toBeInstanceOf(Error)
      expect(await agent.namesUntil('AgentState_Ready')).toEqual(['AgentOther_InService', 'AgentState_Ready'])
    },
  )

  it('delivers an event again when the client went away while it was being written', async () => {
    const { client, simulator } = await start()
    const agent = client()
    await agent.signIn()
    // More than the socket takes at once: the answer is under way when the client leaves.
    simulator.faults.add({
      match: { path: '**/agentevent/*' },
      action: { type: 'malformed', kind: 'huge' },
      times: 1,
    })
    await agent.leaveDuringAnswer('GET', '/agentgateway/resource/agentevent/101')
    while (simulator.world.agents.get('101')?.presence?.session?.mailbox.size !== 2) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await agent.namesUntil('AgentState_Ready')).toEqual(['AgentOther_InService', 'AgentState_Ready'])
  })

  it('of an older connection is answered empty when a newer one comes', async () => {
    const bench = await start({ pollWaitMs: 60_000 })
    const agent = bench.client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const older = agent.poll()
    await pollIsWaiting(bench)
    const newer = agent.poll()
    expect((await older).text).toBe('{"message":"","retcode":"0"}')
    await pollIsWaiting(bench)
    emitReady(bench)
    expect((await newer).json().event).toMatchObject({ eventType: 'AgentState_Ready' })
  })
})

describe('the end of a session', () => {
  it('by a forced sign-in: ShutdownService, then 100-006, while the new session works', async () => {
    const bench = await start({ pollWaitMs: 60_000 })
    const first = bench.client()
    const { loginTime } = (await first.signIn()).json().result as { loginTime: string }
    await first.namesUntil('AgentState_Ready')
    const waiting = first.poll()
    await pollIsWaiting(bench)
    const second = bench.client()
    expect((await second.signIn()).retcode()).toBe('100-002')
    expect((await second.signIn({}, true)).retcode()).toBe('0')
    expect((await waiting).json().event).toEqual({
      eventType: 'AgentOther_ShutdownService',
      workNo: '101',
      content: { loginTime },
    })
    expect((await first.poll()).retcode()).toBe('100-006')
    expect(await second.namesUntil('AgentState_Ready')).toEqual(['AgentOther_InService', 'AgentState_Ready'])
  })

  it('by sign-out wakes the poll with 100-006', async () => {
    const bench = await start({ pollWaitMs: 60_000 })
    const agent = bench.client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const waiting = agent.poll()
    await pollIsWaiting(bench)
    const answer = await agent.call('DELETE', 'onlineagent', 'logout')
    expect(answer.text).toBe('{"message":"success","retcode":"0"}')
    expect((await waiting).retcode()).toBe('100-006')
  })

  it('by two minutes of silence; a poll that waits is no silence', async () => {
    const clock = new ManualClock()
    const bench = await start({ clock, pollWaitMs: undefined })
    const agent = bench.client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const waiting = agent.poll()
    await pollIsWaiting(bench)
    clock.advance(10_000)
    expect((await waiting).retcode()).toBe('0')
    clock.advance(119_999)
    expect((await agent.call('GET', 'onlineagent', 'agentstatus')).retcode()).toBe('0')
    clock.advance(1)
    expect((await agent.poll()).retcode()).toBe('100-006')
  })
})

describe('dynamic authentication (AUTHMODE 2)', () => {
  it('hands out a new Guid with every poll answer and accepts the present and the previous', async () => {
    const { client } = await start({ authMode: 2, pollWaitMs: 40 })
    const agent = client()
    await agent.signIn()
    const guids = [agent.guid]
    for (let polls = 0; polls < 3; polls += 1) {
      await agent.poll()
      guids.push(agent.guid)
    }
    expect(new Set(guids).size).toBe(4)
    const statusWith = async (guid: string | null | undefined): Promise<unknown> =>
      (await agent.call('GET', 'onlineagent', 'agentstatus', { headers: { Guid: guid ?? '' } })).retcode()
    expect([await statusWith(guids[1]), await statusWith(guids[2]), await statusWith(guids[3])]).toEqual([
      '000-003',
      '0',
      '0',
    ])
  })

  it('takes the Guid back that a lost answer carried', async () => {
    const { client, simulator } = await start({ authMode: 2 })
    const agent = client()
    await agent.signIn()
    const match = { path: '**/agentevent/*' }
    simulator.faults.add({ match, action: { type: 'reset', when: 'after' }, times: 3 })
    for (let lost = 0; lost < 3; lost += 1) await expect(agent.poll()).rejects.toThrow()
    expect(await agent.namesUntil('AgentState_Ready')).toEqual(['AgentOther_InService', 'AgentState_Ready'])
  })

  it('in mode 1 no poll answer brings a Guid', async () => {
    const { client } = await start()
    const agent = client()
    await agent.signIn()
    expect((await agent.poll()).headers.map(([name]) => name)).not.toContain('Set-GUID')
  })
})
