import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ManagementError } from '../management/management-api.ts'
import { bindings, refusal, silence } from './testing/fake-management.ts'
import { onlineAgent, SupervisorFixture } from './testing/supervisor-fixture.ts'

const typedName = fc.constantFrom(undefined, '', 'sales', 'Billing', 'Sales')

type Step =
  | { readonly do: 'unbind'; readonly accounts: readonly string[]; readonly typedName: string | undefined }
  | { readonly do: 'unbind-all'; readonly typedName: string | undefined }
  | { readonly do: 'undo'; readonly nth: number }
  | { readonly do: 'others'; readonly bound: readonly string[] }
  | { readonly do: 'online'; readonly agentIds: readonly string[] }
  | { readonly do: 'service'; readonly failure: ManagementError | null; readonly isSilent: boolean }
  | { readonly do: 'stubborn'; readonly accounts: readonly string[] }
  | { readonly do: 'stop-next' }

function stepIn(names: readonly string[]): fc.Arbitrary<Step> {
  const account = fc.constantFrom(...names, 'agent999', '')
  return fc.oneof(
    fc.record({ do: fc.constant('unbind' as const), accounts: fc.subarray([...names]), typedName }),
    fc.record({
      do: fc.constant('unbind' as const),
      accounts: fc.array(account, { maxLength: 3 }),
      typedName,
    }),
    fc.record({ do: fc.constant('unbind-all' as const), typedName }),
    fc.record({ do: fc.constant('undo' as const), nth: fc.nat(3) }),
    fc.record({ do: fc.constant('others' as const), bound: fc.subarray([...names]) }),
    fc.record({
      do: fc.constant('online' as const),
      agentIds: fc.subarray(
        names.map((name) => name.slice('agent'.length)),
        { maxLength: 3 },
      ),
    }),
    fc.record({
      do: fc.constant('service' as const),
      failure: fc.constantFrom(null, null, refusal, silence),
      isSilent: fc.boolean(),
    }),
    fc.record({ do: fc.constant('stubborn' as const), accounts: fc.subarray([...names], { maxLength: 3 }) }),
    fc.constant<Step>({ do: 'stop-next' }),
  )
}

/** A queue of a few, where something is soon lacking, and one that takes several requests. */
const course = fc
  .constantFrom(4, 45)
  .map((count) => bindings(count))
  .chain((all) =>
    fc.record({
      all: fc.constant(all),
      steps: fc.array(stepIn(all.map(({ account }) => account)), { maxLength: 14 }),
    }),
  )

it('nobody is left in a queue, or nobody who is online, only after its name was typed', async () => {
  await fc.assert(
    fc.asyncProperty(course, async ({ all, steps }) => {
      const fixture = await SupervisorFixture.connected()
      const { desk, management, roster } = fixture
      management.bound = [...all]

      for (const each of steps) {
        const before = management.bound.map((one) => one.account)
        const sentBefore = management.released.length
        const online = new Set(roster.agents.map(({ agentId }) => `agent${agentId}`))
        let named: readonly string[] = []
        let typed: string | undefined
        switch (each.do) {
          case 'unbind': {
            const { accounts } = each
            named = accounts
            typed = each.typedName
            const input = { skillId: 3, accounts: accounts as [string, ...string[]] }
            await desk.unbind(typed === undefined ? input : { ...input, typedName: typed }, 'window')
            break
          }
          case 'unbind-all':
            typed = each.typedName
            await desk.unbindAll({ skillId: 3, typedName: typed ?? '' }, 'window')
            break
          case 'undo':
            await desk.undo(fixture.receipts[each.nth]?.id ?? 'receipt-0', 'window')
            break
          case 'others':
            management.bound = all.filter((one) => each.bound.includes(one.account))
            break
          case 'online':
            roster.agents = each.agentIds.map((agentId) => onlineAgent(agentId))
            await roster.refreshRoster()
            break
          case 'service':
            management.failure = each.failure
            management.isSilent = each.isSilent
            break
          case 'stubborn':
            management.stubborn = each.accounts
            break
          case 'stop-next':
            management.beforeChange = async () => {
              management.beforeChange = () => undefined
              await desk.stop(fixture.receipts[0]?.id ?? 'receipt-0', 'window')
            }
            break
        }

        const sent = management.released.slice(sentBefore)
        // The empty list is never one of names: it is "everyone", and that only by name.
        expect(sent).not.toContainEqual([])
        if (sent.includes('everyone')) expect([each.do, typed]).toEqual(['unbind-all', 'Sales'])
        expect(sent.flat().every((one) => one === 'everyone' || named.includes(one))).toBe(true)
        if (sent.length === 0) continue
        const stay = before.filter((one) => each.do === 'unbind' && !named.includes(one))
        const isSomeoneOnlineLost = before.some((one) => online.has(one) && !stay.includes(one))
        const isLacking = stay.length === 0 || (isSomeoneOnlineLost && !stay.some((one) => online.has(one)))
        if (isLacking) expect(typed).toBe('Sales')
      }
      for (const list of management.rebound) expect(list).not.toEqual([])
    }),
    { numRuns: 300 },
  )
})
