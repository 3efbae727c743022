import { beforeEach, describe, expect, it } from 'vitest'
import { busyDesk, callIn } from './testing/busy-desk.ts'
import type { DeskFixture } from './testing/desk-fixture.ts'

/* Queues 1, 2 and 5 are read one after another. */

let fixture: DeskFixture
const listed = (): readonly string[] =>
  fixture.desk.snapshot.waiting.calls.map(({ callId, skillId }) => `${callId} in ${skillId}`)
const queries = (): readonly unknown[] => fixture.gateway.called('waitingCalls').map(([, skillId]) => skillId)

/** The next answer that is held back comes, and the next queue has its turn. */
async function answerNext(): Promise<void> {
  fixture.gateway.held.shift()!.release()
  await fixture.clock.advance(2_500)
}

async function readAll(): Promise<void> {
  const reading = fixture.desk.refreshWaiting()
  await fixture.clock.advance(5_000)
  expect(await reading).toMatchObject({ ok: true })
}

beforeEach(async () => {
  fixture = await busyDesk()
})

describe('a whole reading', () => {
  it('lists each queue as soon as it was read, and is called read when all were', async () => {
    fixture.gateway.waiting.set(1, [callIn(1, 'a')])
    fixture.gateway.waiting.set(2, [callIn(2, 'b')])
    fixture.gateway.hold('waitingCalls')
    void fixture.desk.refreshWaiting()
    await fixture.clock.advance(0)
    await answerNext()
    expect(listed()).toEqual(['a in 1'])
    expect(fixture.desk.snapshot.waiting.read).toMatchObject({ isLoading: true, readAt: null })
    await answerNext()
    await answerNext()
    expect(listed()).toEqual(['a in 1', 'b in 2'])
    expect(fixture.desk.snapshot.waiting.read).toMatchObject({ isLoading: false, error: null })
    expect(fixture.desk.snapshot.waiting.read.readAt).toBe(fixture.clock.now() - 2_500)
  })

  it('keeps the calls of a queue that could not be read, with the time of their own reading', async () => {
    fixture.gateway.waiting.set(1, [callIn(1, 'a')])
    await readAll()
    const [before] = fixture.desk.snapshot.waiting.calls
    fixture.gateway.waiting.set(1, [])
    fixture.gateway.failNext('waitingCalls', { kind: 'timed-out' })
    const reading = fixture.desk.refreshWaiting()
    await fixture.clock.advance(5_000)
    expect(await reading).toMatchObject({ error: { code: 'timed-out' } })
    expect(fixture.desk.snapshot.waiting.calls).toEqual([before])
  })

  it('drops the calls of a queue that is the agent’s no more', async () => {
    fixture.gateway.waiting.set(5, [callIn(5, 'c')])
    await readAll()
    const choosing = fixture.desk.signInToSkills({ mode: 'chosen', skillIds: [1] }, 'window')
    fixture.gateway.roster = fixture.gateway.roster.filter(({ skillId }) => skillId === 1)
    await fixture.clock.advance(10_000)
    await choosing
    await readAll()
    expect(listed()).toEqual([])
  })

  it('changes nothing in the list while the same calls wait', async () => {
    fixture.gateway.waiting.set(1, [callIn(1, 'a')])
    fixture.gateway.waiting.set(2, [callIn(2, 'b')])
    await readAll()
    const { calls } = fixture.desk.snapshot.waiting
    fixture.gateway.waiting.set(1, [{ ...callIn(1, 'a'), waitedSeconds: 10 }])
    await readAll()
    expect(fixture.desk.snapshot.waiting.calls).toBe(calls)
    fixture.gateway.waiting.set(1, [{ ...callIn(1, 'a'), priority: 3 }])
    await readAll()
    expect(fixture.desk.snapshot.waiting.calls).toMatchObject([{ callId: 'a', priority: 3 }, calls[1]])
  })

  it('shows a call once that moved on while the queues were read', async () => {
    fixture.gateway.waiting.set(1, [callIn(1, 'a')])
    fixture.gateway.hold('waitingCalls')
    void fixture.desk.refreshWaiting()
    await fixture.clock.advance(0)
    fixture.gateway.waiting.set(2, [callIn(2, 'a')])
    await answerNext()
    expect(listed()).toEqual(['a in 1'])
    await answerNext()
    expect(listed()).toEqual(['a in 2'])
  })
})

describe('readings that meet', () => {
  it('one that only keeps the list fresh takes part in the one under way', async () => {
    fixture.gateway.hold('waitingCalls')
    void fixture.desk.refreshWaiting()
    await fixture.clock.advance(0)
    fixture.desk.watch(1, ['waiting'])
    await fixture.clock.advance(10_000)
    expect(queries()).toEqual([1])
  })

  it('an answer that comes after a later one about the same queue is not listed', async () => {
    fixture.gateway.hold('waitingCalls')
    fixture.gateway.waiting.set(1, [callIn(1, 'older')])
    void fixture.desk.refreshWaiting()
    await fixture.clock.advance(0)
    const [older] = fixture.gateway.held
    fixture.gateway.waiting.set(1, [callIn(1, 'newer')])
    void fixture.desk.refreshWaiting()
    await fixture.clock.advance(2_500)
    const [, newer] = fixture.gateway.held
    newer!.release()
    await fixture.settle()
    older!.release()
    await fixture.settle()
    expect(listed()).toEqual(['newer in 1'])
  })
})
