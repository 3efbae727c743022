import { expect, it } from 'vitest'
import { emptyLine } from '../../shared/domain/truth-line.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { configuredSkills } from '../tray/testing/tray-build.ts'
import { ChosenQueues } from './chosen-queues.ts'

const wishing = (value: SkillChoice) => {
  const wished = { value, at: 1, origin: 'window' as const }
  return snapshotOf({ skills: { ...configuredSkills, choices: { ...emptyLine<SkillChoice>(), wished } } })
}
const chosen = (...skillIds: readonly number[]) => wishing({ mode: 'chosen', skillIds })
const all = wishing({ mode: 'all' })

function setUp(before = snapshotOf()) {
  const desk = new FakeDesk()
  desk.snapshot = before
  const queues = new ChosenQueues(desk)
  queues.start()
  return { desk, queues }
}

it('there are none before any were chosen', () => {
  const { desk, queues } = setUp()
  desk.change(all)
  expect([queues.hasAny, queues.choiceOf('chosen')]).toEqual([false, null])
})

it('all and none need none', () => {
  const { queues } = setUp()
  expect([queues.choiceOf('all'), queues.choiceOf('none')]).toEqual([{ mode: 'all' }, { mode: 'none' }])
})

it('what was chosen before the start is still there after "all"', () => {
  const { desk, queues } = setUp(chosen(1, 2))
  desk.change(all)
  expect(queues.choiceOf('chosen')).toEqual({ mode: 'chosen', skillIds: [1, 2] })
})

it('what was chosen last counts', () => {
  const { desk, queues } = setUp(chosen(1))
  desk.change(chosen(2, 3))
  desk.change(all)
  expect([queues.hasAny, queues.choiceOf('chosen')]).toEqual([true, { mode: 'chosen', skillIds: [2, 3] }])
})

it('is known to whoever asks before it was told', () => {
  const { desk, queues } = setUp()
  desk.snapshot = chosen(4)
  expect(queues.hasAny).toBe(true)
})

it('hears nothing once it is disposed of', () => {
  const { desk, queues } = setUp()
  queues.dispose()
  expect(desk.listeners.size).toBe(0)
})
