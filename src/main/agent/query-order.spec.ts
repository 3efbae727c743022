import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { placeQueue } from './listed-calls.ts'
import { QueryOrder } from './query-order.ts'
import { callIn } from './testing/busy-desk.ts'

let order: QueryOrder
beforeEach(() => {
  order = new QueryOrder()
})

describe('an answer that comes late is no news', () => {
  it('about a queue that a later query told of', () => {
    const [older, newer] = [order.next(), order.next()]
    expect(order.news(newer, 1, [])).toEqual([])
    expect(order.news(older, 1, [callIn(1, 'a')])).toBeNull()
  })

  it('about a call that a later query saw in another queue', () => {
    const [older, newer] = [order.next(), order.next()]
    order.news(newer, 2, [callIn(2, 'a')])
    expect(order.news(older, 1, [callIn(1, 'a'), callIn(1, 'b')])).toEqual([callIn(1, 'b')])
  })

  it('until what the later one told is forgotten', () => {
    const [older, newer] = [order.next(), order.next()]
    order.news(newer, 2, [callIn(2, 'a'), callIn(2, 'b')])
    order.forgetOthers(new Set(['b']))
    expect(order.news(older, 1, [callIn(1, 'a'), callIn(1, 'b')])).toEqual([callIn(1, 'a')])
    const again = order.next()
    order.news(order.next(), 1, [callIn(1, 'b')])
    order.clear()
    expect(order.news(again, 1, [callIn(1, 'b')])).toEqual([callIn(1, 'b')])
  })
})

it('in whatever order answers come, no call is listed where an earlier query saw it last', () => {
  const queues = [1, 2, 3]
  fc.assert(
    fc.property(
      // Where the one call waits at each query, which queue the query is about, and the order of the answers.
      fc
        .array(fc.record({ at: fc.constantFrom(...queues), about: fc.constantFrom(...queues) }), {
          minLength: 1,
          maxLength: 8,
        })
        .chain((queries) =>
          fc.record({
            queries: fc.constant(queries),
            answers: fc.shuffledSubarray([...queries.keys()], { minLength: queries.length }),
          }),
        ),
      ({ queries, answers }) => {
        const all = new QueryOrder()
        const asked = queries.map((query) => ({ ...query, number: all.next() }))
        const sightings: number[] = []
        let listed = placeQueue([], 1, [], 0)
        for (const nth of answers) {
          const { at, about, number } = asked[nth]!
          const found = at === about ? [callIn(about, 'a')] : []
          const news = all.news(number, about, found)
          if (news === null) continue
          if (found.length > 0) sightings.push(nth)
          listed = placeQueue(listed, about, news, 0)
          const newest = Math.max(...sightings)
          for (const { skillId } of listed) expect(skillId).toBe(queries[newest]!.at)
        }
      },
    ),
  )
})
