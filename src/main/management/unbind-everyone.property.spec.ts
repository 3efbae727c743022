import fc from 'fast-check'
import { expect, it } from 'vitest'
import { err } from '../../shared/result.ts'
import { answer, type ScriptEntry } from '../gateway/testing/scripted-transport.ts'
import { confirmUnbindAll } from './confirm-unbind-all.ts'
import type { ConfirmedUnbindAll } from './management-api.ts'
import { connect, startService, success } from './testing/management-service.ts'

const queues: ReadonlyMap<number, string> = new Map([
  [1, 'Billing'],
  [2, 'Technical support'],
  [3, 'Sales'],
])

const skillId = fc.constantFrom(...queues.keys())
const anyList = fc.oneof(
  fc.constant<unknown>([]),
  fc.array(fc.oneof(fc.constant<unknown>('agent102'), fc.string(), fc.jsonValue()), { maxLength: 3 }),
  fc.jsonValue(),
  fc.constant<unknown>(undefined),
)

type Step =
  | { readonly do: 'unbind'; readonly skillId: number; readonly accounts: unknown }
  | { readonly do: 'bind'; readonly skillId: number; readonly accounts: unknown }
  | { readonly do: 'read'; readonly skillId: number }
  | { readonly do: 'confirm'; readonly skillId: number; readonly typedName: string }
  | { readonly do: 'unbind-all'; readonly skillId: number; readonly nth: number }
  | { readonly do: 'forge'; readonly skillId: number; readonly forged: unknown }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('unbind' as const), skillId, accounts: anyList }),
  fc.record({
    do: fc.constant('bind' as const),
    skillId,
    accounts: anyList,
  }),
  fc.record({ do: fc.constant('read' as const), skillId }),
  fc.record({
    do: fc.constant('confirm' as const),
    skillId,
    typedName: fc.constantFrom(...queues.values(), 'sales', ''),
  }),
  fc.record({ do: fc.constant('unbind-all' as const), skillId, nth: fc.nat(3) }),
  fc.record({
    do: fc.constant('forge' as const),
    skillId,
    forged: fc.oneof(fc.record({ skillId }), fc.jsonValue()),
  }),
)

/** What the service may answer; a lost answer must not open a way to everyone either. */
const reply = fc.constantFrom<ScriptEntry>(
  success,
  answer({ resultCode: '0', data: [], count: 0 }),
  answer('', { status: 401 }),
  answer({ resultCode: '1', resultMessage: 'no' }),
  err({ kind: 'cut' }),
)

it('everyone is unbound only from the queue whose name was typed, once per confirmation', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(reply, { minLength: 1, maxLength: 6 }),
      async (steps, script) => {
        const { transport, calls } = startService(script)
        const management = connect(transport)
        const confirmations: {
          readonly value: ConfirmedUnbindAll
          readonly skillId: number
          isUsed: boolean
        }[] = []

        for (const each of steps) {
          const before = calls().length
          let mayUnbindEveryoneFrom: number | null = null
          switch (each.do) {
            case 'unbind':
              await management.unbindAgents(each.skillId, each.accounts as never)
              break
            case 'bind':
              await management.bindAgents(each.skillId, each.accounts as never, {
                agentWeight: 1,
                skillWeight: 1,
              })
              break
            case 'read':
              await management.bindings(each.skillId)
              break
            case 'confirm': {
              const queueName = queues.get(each.skillId)!
              const confirmed = confirmUnbindAll({
                skillId: each.skillId,
                queueName,
                typedName: each.typedName,
              })
              expect(confirmed.ok).toBe(each.typedName === queueName)
              if (confirmed.ok)
                confirmations.push({ value: confirmed.value, skillId: each.skillId, isUsed: false })
              break
            }
            case 'unbind-all': {
              const held = confirmations[each.nth]
              const isGood = held !== undefined && !held.isUsed && held.skillId === each.skillId
              if (isGood) {
                mayUnbindEveryoneFrom = each.skillId
                held.isUsed = true
              }
              const result = await management.unbindAll(each.skillId, held?.value ?? (undefined as never))
              if (!isGood) expect(result).toMatchObject({ ok: false, error: { field: 'confirmation' } })
              break
            }
            case 'forge':
              await management.unbindAll(each.skillId, each.forged as ConfirmedUnbindAll)
              break
          }
          // A second one within a step is the same call with a new token after a 401.
          for (const { path, body } of calls().slice(before)) {
            const { skillId: from, userAccounts } = JSON.parse(body ?? '') as {
              readonly skillId?: number
              readonly userAccounts?: readonly unknown[]
            }
            const isUnbinding = path.endsWith('/releaseAgentBySkillId')
            if (!isUnbinding && !path.endsWith('/addSkillsToAgent')) continue
            expect(Array.isArray(userAccounts)).toBe(true)
            if (isUnbinding && userAccounts?.length === 0) expect(from).toBe(mayUnbindEveryoneFrom)
            else {
              expect(userAccounts).not.toEqual([])
              expect(userAccounts?.every((account) => typeof account === 'string' && account !== '')).toBe(
                true,
              )
            }
          }
        }
      },
    ),
    { numRuns: 500 },
  )
})
