import { access } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { GatewayClient } from './testing/gateway-client.ts'
import { startSimulator } from './start-simulator.ts'
import { ManualClock } from './world/clock.ts'
import { placeCall } from './world/queues.ts'

const ports = ({ gatewayUrl }: { gatewayUrl: string }): number => Number(new URL(gatewayUrl).port)

/** How many ports this process listens on. */
const listening = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length

describe('startSimulator', () => {
  it('fails on a port that is taken, and leaves nothing listening', async () => {
    const first = await startSimulator()
    const before = listening()
    const controlPort = Number(new URL(first.controlUrl).port)
    await expect(startSimulator({ controlPort })).rejects.toThrow('EADDRINUSE')
    await expect.poll(listening).toBe(before)
    await first.close()
    await expect.poll(listening).toBe(before - 2)
  })

  it('listens on nothing but the gateway when it has no control interface', async () => {
    await expect.poll(listening).toBe(0)
    const simulator = await startSimulator({ hasControl: false })
    expect(simulator.controlUrl).toBe('')
    expect(listening()).toBe(1)
    await simulator.close()
  })

  it('closes at once while polls and delayed answers wait, and leaves no timer behind', async () => {
    const clock = new ManualClock()
    const simulator = await startSimulator({ clock, callsPerMinute: 30 })
    simulator.faults.add({ match: { path: '**/agentstatus' }, action: { type: 'delay', ms: 60_000 } })
    simulator.faults.add({ match: { path: '**/agentskills' }, action: { type: 'hang' } })
    const client = new GatewayClient(simulator)
    await client.signIn()
    await client.namesUntil('AgentState_Ready')
    const waiting = [
      client.poll(),
      client.call('GET', 'onlineagent', 'agentstatus'),
      client.call('GET', 'onlineagent', 'agentskills'),
    ].map((answer) => answer.catch((error: unknown) => error))
    while (simulator.requests.since(3).length < waiting.length) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    await simulator.close()
    for (const outcome of await Promise.all(waiting)) expect(outcome).toBeInstanceOf(Error)
    expect(clock.pending).toBe(0)
    await expect(access(simulator.caPath)).rejects.toThrow()
    client.close()
  })

  it('runs beside another one, and both see their own world', async () => {
    const [one, two] = await Promise.all([startSimulator({ seed: 1 }), startSimulator({ seed: 2 })])
    expect(ports(one)).not.toBe(ports(two))
    one.run((world) => placeCall(world, { skillId: 1, caller: '1', origin: 'placed' }))
    expect([one.world.calls.size, two.world.calls.size]).toEqual([1, 0])
    const names = (simulator: typeof one): string[] => simulator.demoAgents.map(({ name }) => name)
    expect(names(one)).not.toEqual(names(two))
    await Promise.all([one.close(), two.close()])
  })

  it('lets the world live by its clock: traffic comes, waits and is served', async () => {
    const clock = new ManualClock()
    const simulator = await startSimulator({ clock, callsPerMinute: 6 })
    const talking = (): number =>
      [...simulator.world.calls.values()].filter(({ place }) => place.kind === 'talking').length
    const seen = { talking: 0, waiting: 0 }
    for (let minute = 0; minute < 20; minute += 1) {
      clock.advance(60_000)
      seen.talking = Math.max(seen.talking, talking())
      seen.waiting = Math.max(seen.waiting, simulator.world.queues.get(2)?.length ?? 0)
    }
    expect(seen.talking).toBeGreaterThan(2)
    expect(seen.waiting).toBeGreaterThan(0)
    await simulator.close()
  })
})
