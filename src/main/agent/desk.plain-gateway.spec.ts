import { afterEach, describe, expect, it } from 'vitest'
import { signInInput } from './testing/desk-fixture.ts'
import { PlainGateway, type PlainGatewayOptions } from './testing/plain-gateway.ts'
import { makeRealDesk, type RealDesk } from './testing/real-desk.ts'

/* Nothing may work only because our own simulator is kind: the same desk against a gateway that knows only the pages. */

const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function start(options: PlainGatewayOptions): Promise<RealDesk & { readonly gateway: PlainGateway }> {
  const gateway = await PlainGateway.start(options)
  closers.push(() => gateway.stop())
  const parts = makeRealDesk(null)
  closers.push(() => parts.desk.dispose())
  return { ...parts, gateway }
}

describe.each<PlainGatewayOptions>([{}, { delayMs: 100, pollWaitMs: 300 }])(
  'a plain gateway, %j',
  (options) => {
    it('serves the whole mission of an agent', async () => {
      const bench = await start(options)
      const { desk, gateway } = bench
      expect(await desk.signIn({ ...signInInput, gatewayAddress: gateway.address })).toEqual({
        ok: true,
        value: null,
      })
      const online = await bench.until(
        ({ skills, queues }) => skills.verdict === 'confirmed' && queues.length === 2,
      )
      expect(online.skills).toMatchObject({ effective: [1, 2] })
      await bench.until(({ agentState }) => agentState.effective === 'idle')

      expect((await desk.setAfterCall(false, 'window')).ok).toBe(true)
      expect((await desk.setLinkage(true, 'window')).ok).toBe(true)
      expect((await desk.signInToSkills({ mode: 'none' }, 'window')).ok).toBe(true)
      await bench.until(({ skills }) => skills.verdict === 'confirmed' && skills.effective?.length === 0)
      expect((await desk.signInToSkills({ mode: 'chosen', skillIds: [2, 1] }, 'window')).ok).toBe(true)
      await bench.until(({ skills }) => skills.verdict === 'confirmed' && skills.effective?.length === 2)

      expect((await desk.refreshWaiting()).ok).toBe(true)
      expect(desk.snapshot.waiting.calls).toMatchObject([{ callId: '1-1', skillId: 1, caller: '138' }])
      const receipt = await desk.transferWaitingCall({ callId: '1-1', fromSkillId: 1, toSkillId: 2 })
      expect(receipt).toMatchObject({ ok: true, value: { outcome: 'moved' } })

      await desk.refreshRoster()
      expect(desk.roster.agents).toMatchObject([
        { agentId: '101', state: 'idle', stateSeconds: 41, skillIds: [1, 2] },
      ])
      expect((await desk.signOut({ force: false })).ok).toBe(true)

      const changes = gateway.seen.filter((line) => !line.startsWith('GET'))
      expect(changes.slice(1)).toEqual(
        expect.arrayContaining([
          'POST /onlineagent/101/autoenteridle/true',
          'POST /onlineagent/101/resetskill/true?phonelinkage=0',
          'POST /onlineagent/101/autoenteridle/false',
          'POST /onlineagent/101/resetskill/true?phonelinkage=1',
          'POST /onlineagent/101/resetskill/false?skillid=&phonelinkage=1',
          'POST /onlineagent/101/resetskill/false?skillid=1%3B2&phonelinkage=1',
          'PUT /calldata/101/assignuserinqueue {"callid":"1-1","skillid":2}',
          'DELETE /onlineagent/101/logout',
        ]),
      )
    })
  },
)
