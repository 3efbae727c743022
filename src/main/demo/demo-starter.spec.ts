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
  const starter = new DemoStarter(() => {
    const start = Promise.withResolvers<Result<DemoReady, string>>()
    starts.push(start)
    return { ready: () => start.promise }
  })
  return { starter, starts }
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
})
