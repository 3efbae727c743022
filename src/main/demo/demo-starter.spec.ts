import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '../../shared/result.ts'
import type { DemoReady } from './demo-messages.ts'
import { DemoStarter } from './demo-starter.ts'

const ready: DemoReady = {
  type: 'ready',
  gatewayUrl: 'https://127.0.0.1:8043',
  controlUrl: null,
  caPath: '/ca.pem',
  agent: { id: '101', password: 'p', phone: '8101' },
}

/** A starter whose demos become ready when the spec says so. */
function setUp() {
  const starts: PromiseWithResolvers<Result<DemoReady, string>>[] = []
  const ended: number[] = []
  const ends: PromiseWithResolvers<number>[] = []
  const starter = new DemoStarter(() => {
    const start = Promise.withResolvers<Result<DemoReady, string>>()
    const number = starts.push(start)
    const end = Promise.withResolvers<number>()
    ends.push(end)
    return {
      ready: () => start.promise,
      ended: end.promise,
      dispose: async () => {
        ended.push(number)
        start.resolve(err('ended'))
      },
    }
  })
  return { starter, starts, ends, ended }
}

describe('DemoStarter', () => {
  it('starts nothing before somebody wants it', () => {
    expect(setUp().starts).toEqual([])
  })

  it('tells everybody who waits why there is none, and tries again only when it is wanted again', async () => {
    const { starter, starts } = setUp()
    const answers = [starter.ready(), starter.ready()]
    starts[0]?.resolve(err('EACCES'))
    expect(await Promise.all(answers)).toEqual([err('EACCES'), err('EACCES')])
    expect(starts).toHaveLength(1)
    const again = starter.ready()
    starts[1]?.resolve(ok(ready))
    expect(await again).toEqual(ok(ready))
    expect(starts).toHaveLength(2)
  })

  it('starts one demo for all, while it starts and afterwards', async () => {
    const { starter, starts } = setUp()
    const answers = [starter.ready(), starter.ready()]
    starts[0]?.resolve(ok(ready))
    expect(await Promise.all([...answers, starter.ready()])).toEqual([ok(ready), ok(ready), ok(ready)])
    expect(starts).toHaveLength(1)
  })

  it('starts another one only when the one that ran has ended', async () => {
    const { starter, starts, ends } = setUp()
    const first = starter.ready()
    starts[0]?.resolve(ok(ready))
    await first
    ends[0]?.resolve(1)
    await ends[0]?.promise
    const second = starter.ready()
    starts[1]?.resolve(ok({ ...ready, gatewayUrl: 'https://127.0.0.1:9' }))
    expect(await second).toMatchObject({ value: { gatewayUrl: 'https://127.0.0.1:9' } })
    expect(starts).toHaveLength(2)
  })

  it('ends the demo that runs, also one that only starts', async () => {
    const { starter, ended } = setUp()
    const starting = starter.ready()
    await starter.dispose()
    expect([ended, await starting]).toEqual([[1], err('ended')])
  })

  it('starts none once it has ended, and has none to end then', async () => {
    const { starter, starts, ended } = setUp()
    await starter.dispose()
    expect((await starter.ready()).ok).toBe(false)
    expect([starts, ended]).toEqual([[], []])
  })
})
