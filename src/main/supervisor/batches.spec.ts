import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { err, ok } from '../../shared/result.ts'
import type { ManagementError } from '../management/management-api.ts'
import { batchSize, inBatches, sendInBatches, type Answer } from './batches.ts'
import { refusal, silence } from './testing/fake-management.ts'

const accounts = (count: number): string[] => Array.from({ length: count }, (_, nth) => `agent${101 + nth}`)

interface Course {
  readonly answer?: (sent: readonly string[], nth: number) => Answer
  readonly stopAfter?: number
}

async function send(list: readonly string[], { answer = () => ok(null), stopAfter = Infinity }: Course = {}) {
  const sent: (readonly string[])[] = []
  const told = new Map<string, Answer>()
  const tellings: string[] = []
  const halt = await sendInBatches(list, {
    isStopped: () => sent.length >= stopAfter,
    send: async (batch) => {
      sent.push([...batch])
      return answer(batch, sent.length)
    },
    answered: (batch, each) => {
      tellings.push(...batch)
      for (const account of batch) told.set(account, each)
    },
  })
  return { halt, sent, told, tellings }
}

describe('sending in batches', () => {
  it('sends nothing for an empty list: that would mean everyone', async () => {
    expect(await send([])).toMatchObject({ halt: null, sent: [], tellings: [] })
  })

  it('stops before the first when it is stopped already', async () => {
    expect(await send(accounts(3), { stopAfter: 0 })).toMatchObject({ halt: 'stopped', sent: [] })
  })

  it.each<[what: string, error: ManagementError]>([
    ['silence', silence],
    ['a time-out', { code: 'timed-out', isOutcomeUnknown: true }],
    ['no connection', { code: 'unreachable', isOutcomeUnknown: false }],
    ['a key that is wrong by now', { code: 'refused', reason: 'wrong-app-key', isOutcomeUnknown: false }],
    ['a right that is missing', { code: 'refused', reason: 'no-right', isOutcomeUnknown: false }],
  ])('ends with %s, sends nothing twice and nothing more', async (_what, error) => {
    const { halt, sent, tellings } = await send(accounts(50), {
      answer: (_sent, nth) => (nth === 2 ? err(error) : ok(null)),
    })
    expect(halt).toEqual(error)
    expect(sent).toEqual([accounts(50).slice(0, 20), accounts(50).slice(20, 40)])
    expect(tellings).toEqual(accounts(40))
  })

  it.each<[what: string, error: ManagementError]>([
    ['the platform refuses', refusal],
    ['the request is not understood', { code: 'refused', reason: 'bad-request', isOutcomeUnknown: false }],
    [
      'the client does not send',
      { code: 'invalid-input', field: 'accounts', problem: 'malformed', isOutcomeUnknown: false },
    ],
  ])('finds the account for which %s, and unbinds the others', async (_what, error) => {
    const { halt, sent, told } = await send(accounts(30), {
      answer: (batch) => (batch.includes('agent105') ? err(error) : ok(null)),
    })
    expect(halt).toBeNull()
    expect(sent.map(({ length }) => length)).toEqual([20, ...Array.from({ length: 20 }, () => 1), 10])
    expect([...told].filter(([, answer]) => !answer.ok)).toEqual([['agent105', err(error)]])
    expect(told.size).toBe(30)
  })

  it('gives up when every account of a request is refused', async () => {
    const { halt, sent, tellings } = await send(accounts(60), { answer: () => err(refusal) })
    expect(halt).toEqual(refusal)
    expect(sent).toHaveLength(1 + batchSize)
    expect(tellings).toEqual(accounts(batchSize))
  })

  it('can be stopped between two accounts of a refused request', async () => {
    const { halt, tellings } = await send(accounts(10), {
      answer: (batch) => (batch.length > 1 ? err(refusal) : ok(null)),
      stopAfter: 4,
    })
    expect([halt, tellings]).toEqual(['stopped', ['agent101', 'agent102', 'agent103']])
  })
})

describe('whatever the service answers', () => {
  const answer = fc.constantFrom<Answer>(
    ok(null),
    err(refusal),
    err(silence),
    err({ ...refusal, reason: 'no-right' }),
  )

  it('no request is empty, no account is named twice in one, told twice or told without being sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(70),
        fc.array(answer, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 30 }),
        async (count, script, stopAfter) => {
          const list = accounts(count)
          const { halt, sent, told, tellings } = await send(list, {
            answer: (_batch, nth) => script[(nth - 1) % script.length]!,
            stopAfter,
          })
          for (const batch of sent) {
            expect(batch.length).toBeGreaterThan(0)
            expect(batch.length).toBeLessThanOrEqual(batchSize)
            expect(new Set(batch).size).toBe(batch.length)
          }
          expect(new Set(tellings).size).toBe(tellings.length)
          const reached = new Set(sent.flat())
          for (const account of told.keys()) expect(reached.has(account)).toBe(true)
          if (halt === null) expect(told.size).toBe(count)
          // Without an answer it may have happened: such a request is never made again.
          for (const [account, answer] of told) {
            if (answer.ok || !answer.error.isOutcomeUnknown) continue
            const last = sent.findLastIndex((batch) => batch.includes(account))
            expect(sent.slice(0, last).every((batch) => !batch.includes(account) || batch.length > 1)).toBe(
              true,
            )
            expect(last).toBe(sent.length - 1)
          }
        },
      ),
    )
  })

  it('lists keep order and every account', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 30 }), (list, size) => {
        expect(inBatches(list, size).flat()).toEqual(list)
      }),
    )
  })
})
