import { expect, it } from 'vitest'
import { busyDesk, callIn } from './testing/busy-desk.ts'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

/* What burdens the platform for all agents keeps to five queries in any two seconds, whatever is asked for at once. */

const queueQueries: ReadonlySet<string> = new Set([
  'vdnSkills',
  'waitingCalls',
  'queueFigures',
  'onlineAgents',
])

/** The most of them in any two seconds. */
function peak({ gateway }: DeskFixture): number {
  const times = gateway.calls.filter(({ method }) => queueQueries.has(method)).map(({ at }) => at)
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 2_000).length))
}

it.each([
  ['a sign-in', createFixture],
  ['a while', busyDesk],
])('after %s everything is asked for at once', async (_name, begin) => {
  const fixture = await begin()
  if (fixture.desk.snapshot.session.phase !== 'online') await fixture.signIn()
  fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
  for (const skillId of [1, 2, 5]) fixture.gateway.waiting.set(skillId, [callIn(skillId, `c-${skillId}`)])
  fixture.desk.watch(1, ['waiting', 'roster', 'queues'])
  const { desk } = fixture
  void Promise.all([desk.refreshWaiting(), desk.refreshSkills(), desk.refreshRoster(), desk.refreshQueues()])
  void desk.transferWaitingCall({ callId: 'c-1', fromSkillId: 1, toSkillId: 2 })
  await fixture.clock.advance(20_000)
  expect(peak(fixture)).toBe(5)
})
