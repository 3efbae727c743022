import { describe, expect, it } from 'vitest'
import { useSimulators } from '../testing/with-simulator.ts'
import { ManualClock } from '../world/clock.ts'

const start = useSimulators()

describe('a switch-over', () => {
  it.each<[body: unknown]>([[{}], [{ seconds: -1 }], [{ seconds: 1, outcome: 'magic' }]])(
    'is not begun by %j',
    async (body) => {
      const { control } = await start()
      expect((await control('POST', '/switch-over', body)).status).toBe(400)
    },
  )

  it.each<[outcome: string, after: string[]]>([
    ['recovered', ['105-003', '0', '0']],
    ['lost', ['105-001', '105-001', '105-001']],
    ['timed-out', ['105-005', '105-005', '105-005']],
    ['other-guid', ['105-006', '105-006', '105-006']],
    ['off', ['105-007', '105-007', '105-007']],
  ])('that ends %s', async (outcome, after) => {
    const clock = new ManualClock()
    const { client, control } = await start({ clock })
    const agent = client()
    await agent.signIn()
    await control('POST', '/switch-over', { seconds: 5, outcome })
    const status = async (): Promise<unknown> =>
      (await agent.call('GET', 'onlineagent', 'agentstatus')).retcode()
    expect([await status(), (await agent.poll()).retcode(), await status()]).toEqual([
      '000-004',
      '105-002',
      '105-002',
    ])
    expect((await client('102').signIn()).retcode()).toBe('100-003')
    clock.advance(5000)
    expect([await status(), await status(), (await agent.poll()).retcode()]).toEqual(after)
    expect((await client('102').signIn()).retcode()).toBe('0')
    clock.advance(5000)
    expect(await status()).toBe(outcome === 'recovered' ? '0' : '100-006')
    expect((await client().signIn()).retcode()).toBe(outcome === 'recovered' ? '100-002' : '0')
  })

  it('answers the poll that waits, and keeps the events for afterwards', async () => {
    const clock = new ManualClock()
    const { client, control, simulator } = await start({ clock, pollWaitMs: 60_000 })
    const agent = client()
    await agent.signIn()
    await agent.namesUntil('AgentState_Ready')
    const waiting = agent.poll()
    const session = simulator.world.agents.get('101')?.presence?.session
    while (session?.openPolls !== 1) await new Promise((resolve) => setImmediate(resolve))
    await control('POST', '/switch-over', { seconds: 2 })
    expect((await waiting).retcode()).toBe('000-004')
    await control('POST', '/agents/101/force-state', { state: 'busy' })
    clock.advance(2000)
    expect((await agent.poll()).retcode()).toBe('105-003')
    expect(await agent.namesUntil('AgentState_SetNotReady_Success')).toEqual([
      'AgentState_Force_SetNotReady',
      'AgentState_SetNotReady_Success',
    ])
  })

  it('longer than two minutes does not sign out whoever keeps asking', async () => {
    const clock = new ManualClock()
    const { client, control } = await start({ clock })
    const agent = client()
    await agent.signIn()
    await control('POST', '/switch-over', { seconds: 300 })
    for (let asked = 0; asked < 6; asked += 1) {
      clock.advance(50_000)
      expect((await agent.poll()).retcode()).not.toBe('100-006')
    }
    expect((await agent.poll()).retcode()).toBe('0')
  })
})

describe('the clock', () => {
  it('of the machine cannot be advanced', async () => {
    const { control } = await start()
    expect((await control('POST', '/clock', { advanceMs: 1000 })).status).toBe(409)
  })

  it('of a spec can, and what falls due happens', async () => {
    const { client, control } = await start({ clock: new ManualClock() })
    const agent = client()
    await agent.signIn()
    expect((await control('POST', '/clock', { advanceMs: -1 })).status).toBe(400)
    expect((await control('POST', '/clock', { advanceMs: 120_000 })).status).toBe(200)
    expect((await agent.poll()).retcode()).toBe('100-006')
  })
})

describe('an end by silence', () => {
  it('is told by no event: the next poll is refused', async () => {
    const { client, control } = await start()
    const agent = client()
    await agent.signIn()
    await control('POST', '/agents/101/kick', { by: 'silence' })
    expect((await agent.poll()).retcode()).toBe('100-006')
    expect((await agent.signIn()).retcode()).toBe('0')
  })
})
