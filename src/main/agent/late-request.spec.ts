import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '../../shared/result.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { LateRequest } from './late-request.ts'
import { createFixture } from './testing/desk-fixture.ts'

const lost = err<GatewayError>({ kind: 'timed-out' })

describe('LateRequest', () => {
  let clock: ManualClock
  let sent: number
  let late: LateRequest<boolean>

  beforeEach(() => {
    clock = new ManualClock()
    sent = 0
    late = new LateRequest({ clock, same: (a, b) => a === b, sendAgain: () => (sent += 1) })
  })

  it.each<[string, () => void]>([
    ['nothing was lost', () => late.concluded(true, clock.now(), ok(null))],
    [
      'both ask for the same',
      () => {
        late.concluded(true, clock.now(), lost)
        late.concluded(true, clock.now(), ok(null))
      },
    ],
    ['nothing newer was accepted', () => late.concluded(true, clock.now(), lost)],
    [
      'the older was answered, however badly',
      () => {
        late.concluded(true, clock.now(), err({ kind: 'malformed', detail: '' }))
        late.concluded(false, clock.now(), ok(null))
      },
    ],
    [
      'the older was answered by a proxy that said no by itself',
      () => {
        late.concluded(true, clock.now(), err({ kind: 'http-status', status: 404 }))
        late.concluded(false, clock.now(), ok(null))
      },
    ],
    [
      'the older never left',
      () => {
        late.concluded(true, clock.now(), err({ kind: 'unreachable', detail: '' }))
        late.concluded(false, clock.now(), ok(null))
      },
    ],
    [
      'the older can no longer arrive',
      () => {
        late.concluded(true, clock.now() - 15_000, lost)
        late.concluded(false, clock.now(), ok(null))
      },
    ],
    [
      'the session has ended',
      () => {
        late.concluded(true, clock.now(), lost)
        late.concluded(false, clock.now(), ok(null))
        late.drop()
      },
    ],
  ])('sends nothing again when %s', async (_when, happen) => {
    happen()
    await clock.advance(60_000)
    expect(sent).toBe(0)
    expect(clock.pendingTimers).toBe(0)
  })

  it.each<GatewayError>([
    { kind: 'timed-out' },
    { kind: 'cut' },
    { kind: 'aborted', wasSent: true },
    { kind: 'http-status', status: 504 },
  ])('sends once more, when the lost one ($kind) can no longer arrive', async (error) => {
    late.concluded(true, clock.now(), err(error))
    await clock.advance(10_000)
    late.concluded(false, clock.now(), ok(null))
    await clock.advance(4_999)
    expect(sent).toBe(0)
    await clock.advance(1)
    expect(sent).toBe(1)
    late.concluded(false, clock.now(), ok(null))
    await clock.advance(60_000)
    expect(sent).toBe(1)
  })

  it('remembers every lost one: the accepted wish may differ from the first only', async () => {
    late.concluded(true, clock.now(), lost)
    await clock.advance(100)
    late.concluded(false, clock.now(), lost)
    await clock.advance(100)
    late.concluded(false, clock.now(), ok(null))
    await clock.advance(60_000)
    expect(sent).toBe(1)
  })

  it('waits for the last of the lost ones that differ, and names them', async () => {
    const told: unknown[] = []
    const colours = new LateRequest<string>({
      clock,
      same: (a, b) => a === b,
      sendAgain: (accepted, others) => told.push([accepted, others, clock.now()]),
    })
    const begin = clock.now()
    for (const colour of ['red', 'blue', 'green']) {
      colours.concluded(colour, clock.now(), lost)
      await clock.advance(1_000)
    }
    colours.concluded('green', clock.now(), ok(null))
    await clock.advance(60_000)
    expect(told).toEqual([['green', ['red', 'blue'], begin + 16_000]])
  })

  it('sends once more what left before the lost one could no longer arrive, and was answered after', async () => {
    late.concluded(true, clock.now(), lost)
    const askedAt = clock.now() + 14_000
    await clock.advance(16_000)
    late.concluded(false, askedAt, ok(null))
    await clock.advance(0)
    expect(sent).toBe(1)
  })

  it('sends nothing again when what is wished last is what was lost', async () => {
    late.concluded(true, clock.now(), lost)
    late.concluded(false, clock.now(), ok(null))
    late.concluded(true, clock.now(), ok(null))
    await clock.advance(60_000)
    expect(sent).toBe(0)
  })
})

describe('a wish that overtakes one without an answer', () => {
  it.each([
    ['setAutoIdle', ['101', true]],
    ['resetSkills', ['101', { mode: 'all' }, false]],
  ] as const)('%s is sent once more, and what was wished last holds', async (method, last) => {
    const fixture = createFixture()
    await fixture.signIn()
    const wish = (isOn: boolean) =>
      method === 'setAutoIdle'
        ? fixture.desk.setAfterCall(!isOn, 'window')
        : fixture.desk.setLinkage(isOn, 'window')
    fixture.gateway.failNext(method, { kind: 'timed-out' })
    await wish(true)
    await wish(false)
    const before = fixture.gateway.called(method).length
    await fixture.clock.advance(20_000)
    expect(fixture.gateway.called(method).slice(before)).toEqual([last])
    await fixture.clock.advance(60_000)
    expect(fixture.gateway.called(method).length).toBe(before + 1)
  })
})
