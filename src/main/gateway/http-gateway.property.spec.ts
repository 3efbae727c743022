import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HttpGateway } from './http-gateway.ts'
import { finds, lists, operations, orders, readings, signal } from './testing/gateway-calls.ts'
import { answer, ScriptedTransport } from './testing/scripted-transport.ts'

const gatewayAnswering = (body: unknown): HttpGateway => new HttpGateway(new ScriptedTransport(answer(body)))

/** The same object with its fields in another order. */
const reordered = (fields: object): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .shuffledSubarray(Object.entries(fields) as [string, unknown][], {
      minLength: Object.keys(fields).length,
    })
    .map((entries) => Object.fromEntries(entries) as Record<string, unknown>)

/** A whole number as some release may write it. */
const loose = (value: number): fc.Arbitrary<unknown> =>
  fc.constantFrom<unknown>(value, String(value), ` ${value} `)

const looseObject = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .tuple(
      fc.record(fields),
      fc.dictionary(
        fc.string().map((key) => `new_${key}`),
        fc.jsonValue(),
        { maxKeys: 3 },
      ),
    )
    .chain(([known, unknown]) => reordered({ ...unknown, ...known }))

const envelope = (result: unknown) =>
  fc.constantFrom<unknown>('0', 0).chain((retcode) => reordered({ message: 'success', retcode, result }))

/** Whether the answer really says "none": the only ones that may become an empty list. */
function saysNone(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false
  const { retcode, result } = body as { readonly retcode?: unknown; readonly result?: unknown }
  if (['600-005', '600-001', '600-002', '400-002', '400-003'].includes(String(retcode).trim())) return true
  if (String(retcode).trim() !== '0') return false
  if (result === null || result === undefined) return true
  return typeof result === 'object' && Object.keys(result).length === 0
}

describe('HttpGateway: any body', () => {
  const garbage = fc.oneof(
    fc.string(),
    fc.jsonValue(),
    fc.record(
      { retcode: fc.constantFrom<unknown>('0', 0, '600-005', '1', null), result: fc.jsonValue() },
      { requiredKeys: [] },
    ),
    fc.record({ retcode: fc.constant('0'), result: fc.array(fc.jsonValue()) }),
  )

  it.each(lists)('%s never throws and never makes up an empty list', async (_name, call) => {
    await fc.assert(
      fc.asyncProperty(garbage, async (body) => {
        const result = await call(gatewayAnswering(body))
        if (result.ok && (result.value as readonly unknown[]).length === 0) expect(saysNone(body)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('a poll never throws, and finds no event only where there is none', async () => {
    const poll = fc.record(
      { retcode: fc.constant('0'), event: fc.jsonValue() },
      { requiredKeys: ['retcode'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(garbage, poll), async (body) => {
        const result = await gatewayAnswering(body).pollEvent('101', signal)
        if (!result.ok || result.value !== null) return
        const { event } = body as { readonly event?: unknown }
        const isNone = event === null || event === undefined || Object.keys(event).length === 0
        expect(isNone).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each([...operations, ...orders, ...readings])(
    '%s never throws, and succeeds for the code "0" alone',
    async (_name, call) => {
      await fc.assert(
        fc.asyncProperty(garbage, async (body) => {
          const result = await call(gatewayAnswering(body))
          if (!result.ok) return
          const { retcode, eventType } = body as { readonly retcode?: unknown; readonly eventType?: unknown }
          // One page shows a poll answer as a bare event.
          expect(eventType === undefined ? String(retcode).trim() : '0').toBe('0')
        }),
        { numRuns: 100 },
      )
    },
  )

  it.each(finds)('%s never throws and never makes up that there is none', async (_name, call) => {
    await fc.assert(
      fc.asyncProperty(garbage, async (body) => {
        const result = await call(gatewayAnswering(body))
        if (result.ok && result.value === null) expect(saysNone(body)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('HttpGateway: the same facts, written differently', () => {
  const id = fc.integer({ min: 1, max: 10_000 })
  const seconds = fc.integer({ min: 0, max: 86_400 })

  it('reads a roster in any order and any mix of numbers and strings', async () => {
    const agent = fc.record({
      workno: fc.integer({ min: 101, max: 999_999 }),
      seconds,
      time: fc.integer({ min: 1, max: 2e12 }),
    })
    const queue = fc.record({ id, media: fc.constantFrom(5, 53), agents: fc.array(agent, { maxLength: 4 }) })
    const written = fc.array(queue, { maxLength: 4 }).chain((queues) =>
      fc
        .tuple(
          ...queues.map((each) =>
            fc
              .tuple(
                ...each.agents.map((row) =>
                  looseObject({
                    workno: loose(row.workno),
                    name: fc.constant('Ada'),
                    status: loose(4),
                    ctiStatus: loose(1),
                    currentstatetime: loose(row.seconds),
                    logindate: loose(row.time),
                  }),
                ),
              )
              .chain((rows) =>
                looseObject({
                  skillId: loose(each.id),
                  skillMediaType: loose(each.media),
                  agent: fc.constant(rows),
                }),
              ),
          ),
        )
        .chain((result) => fc.record({ body: envelope(result), queues: fc.constant(queues) })),
    )
    await fc.assert(
      fc.asyncProperty(written, async ({ body, queues }) => {
        expect(await gatewayAnswering(body).onlineAgents('101')).toEqual({
          ok: true,
          value: queues.map((each) => ({
            skillId: each.id,
            mediaType: each.media,
            agents: each.agents.map((row) => ({
              agentId: String(row.workno),
              name: 'Ada',
              state: 'idle',
              stateSeconds: row.seconds,
              signedInAt: row.time,
            })),
          })),
        })
      }),
      { numRuns: 100 },
    )
  })

  it('reads waiting calls in any order and any mix of numbers and strings', async () => {
    const call = fc.record({
      callId: fc.uuid(),
      skillId: id,
      caller: fc.integer({ min: 1, max: 2e10 }),
      waited: seconds,
      at: fc.integer({ min: 1, max: 2e12 }),
    })
    const written = fc.array(call, { maxLength: 5 }).chain((calls) =>
      fc
        .tuple(
          ...calls.map((each) =>
            looseObject({
              callid: fc.constant(each.callId),
              callskillid: loose(each.skillId),
              caller: fc.constantFrom<unknown>(each.caller, String(each.caller)),
              called: fc.constantFrom<unknown>('', null),
              begintime: loose(each.at),
              logontimes: loose(each.waited),
              userPriority: fc.constantFrom<unknown>(null, '', undefined),
              mediaType: loose(5),
            }),
          ),
        )
        .chain((result) => fc.record({ body: envelope(result), calls: fc.constant(calls) })),
    )
    await fc.assert(
      fc.asyncProperty(written, async ({ body, calls }) => {
        expect(await gatewayAnswering(body).waitingCalls('101', 1)).toEqual({
          ok: true,
          value: calls.map((each) => ({
            callId: each.callId,
            skillId: each.skillId,
            caller: String(each.caller),
            called: '',
            enteredAt: each.at,
            waitedSeconds: each.waited,
            priority: null,
            mediaType: 5,
          })),
        })
      }),
      { numRuns: 100 },
    )
  })
})
