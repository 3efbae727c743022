import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startSimulator, type Simulator } from '../../../simulator/start-simulator.ts'
import { confirmUnbindAll } from './confirm-unbind-all.ts'
import { createManagement } from './create-management.ts'
import type { HttpManagement } from './http-management.ts'

let simulator: Simulator
let management: HttpManagement

function connect(appSecret: string): HttpManagement {
  const created = createManagement({
    address: simulator.gatewayUrl,
    caPem: simulator.caPem,
    appKey: 'demo',
    appSecret,
  })
  if (!created.ok) throw new Error(created.error.code)
  return created.value
}

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, controlPort: 0, agents: 250 })
  management = connect('demo-secret')
})
afterAll(async () => {
  await management.dispose()
  await simulator.close()
})
// A reset also takes the tokens away: every spec begins with a 401 that has to be healed.
beforeEach(() => simulator.reset())

async function read(skillId: number) {
  const bindings = await management.bindings(skillId)
  if (!bindings.ok) throw new Error(bindings.error.code)
  return bindings.value
}

it('is refused with a wrong secret', async () => {
  const wrong = connect('wrong')
  expect(await wrong.bindings(3)).toMatchObject({ error: { code: 'refused', reason: 'wrong-app-key' } })
  await wrong.dispose()
})

it('refuses an address without TLS before anything is sent', () => {
  expect(
    createManagement({ address: 'http://service.example', caPem: null, appKey: 'demo', appSecret: 'x' }),
  ).toEqual({
    ok: false,
    error: { code: 'insecure-address', field: 'managementAddress', problem: 'insecure-address' },
  })
})

it('hands on why a queue is refused', async () => {
  expect(await management.bindings(99)).toMatchObject({ error: { code: 'refused', retcode: '1' } })
})

it('reads all bindings of a queue over several pages', async () => {
  const bindings = await read(1)
  expect(bindings.length).toBeGreaterThan(100)
  expect(new Set(bindings.map(({ account }) => account)).size).toBe(bindings.length)
})

it('unbinds the named account alone, and binds it again with its weights', async () => {
  const before = await read(3)
  const agent102 = before.find(({ account }) => account === 'agent102')!
  expect(await management.unbindAgents(3, ['agent102'])).toEqual({ ok: true, value: null })
  expect(await read(3)).toEqual(before.filter((binding) => binding !== agent102))
  expect(await management.bindAgents(3, ['agent102'], agent102)).toEqual({ ok: true, value: null })
  expect(await read(3)).toEqual(before)
})

it('unbinds everyone from the confirmed queue and from no other', async () => {
  const others = await read(2)
  const confirmed = confirmUnbindAll({ skillId: 3, queueName: 'Sales', typedName: 'Sales' })
  if (!confirmed.ok) throw new Error(confirmed.error.code)
  expect(await management.unbindAll(2, confirmed.value)).toMatchObject({ ok: false })
  expect(await management.unbindAll(3, confirmed.value)).toEqual({ ok: true, value: null })
  expect(await read(3)).toEqual([])
  expect(await read(2)).toEqual(others)
})
