import { describe, expect, it } from 'vitest'
import { startDeskside, startOneValue } from './clients.ts'
import { knownPolicies } from './known-policies.ts'
import { runScript } from './run-script.ts'
import { scripts } from './scripts.ts'

const script = (name: string) => scripts.find((other) => other.name.startsWith(name))!
const policy = (name: string) => startOneValue(knownPolicies.find((other) => other.name.startsWith(name))!)

describe('policies', () => {
  it.each(scripts.map(({ name }) => name))(
    'Deskside is right within 5 s and misses nothing: %s',
    async (name) => {
      const outcome = await runScript(script(name), startDeskside, 3)
      expect(outcome.rightAfterMs).not.toBeNull()
      expect(outcome.rightAfterMs).toBeLessThanOrEqual(5_000)
      expect(outcome.missed).toBe(0)
    },
  )

  it.each(['cut', 'sleep', 'switch-over', 'restart'])('Deskside shows nothing wrong: %s', async (name) => {
    for (const one of scripts.filter((other) => other.name.startsWith(name))) {
      expect(await runScript(one, startDeskside, 3)).toMatchObject({ wrongScreens: 0, wrongMs: 0 })
    }
  })

  it('a client that gives up after ten failures calls an agent signed out who is not', async () => {
    const outcome = await runScript(script('cut, 30 s'), policy('browser'), 3)
    expect(outcome).toMatchObject({ wrongScreens: 1, doubtedMs: 0 })
    expect(outcome.rightAfterMs).toBeGreaterThan(60_000)
  })

  it('a client that reads nothing back never learns of an event that was lost', async () => {
    const outcome = await runScript(script('forced while unplugged'), policy('patient'), 3)
    expect(outcome).toMatchObject({ rightAfterMs: null, missed: 1 })
  })

  it('a run can be repeated', async () => {
    const run = () => runScript(script('call missed'), startDeskside, 5)
    expect(await run()).toEqual(await run())
  })
})
