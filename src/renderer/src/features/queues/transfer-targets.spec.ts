import { expect, test } from 'vitest'
import { queues } from '../../testing/snapshots.ts'
import { transferTargets } from './transfer-targets.ts'

test.each([
  ['a voice queue', { skillId: 1, mediaType: 5 }, [2, 3, 4]],
  ['the only chat queue', { skillId: 5, mediaType: 53 }, []],
  ['the queue decides, not the call', { skillId: 5, mediaType: 5 }, []],
  ['an unknown queue: the call decides', { skillId: 99, mediaType: 53 }, [5]],
  ['nothing known: no guess', { skillId: 99, mediaType: null }, []],
])('targets from %s', (_, from, ids) => {
  expect(transferTargets(from, queues).map(({ id }) => id)).toEqual(ids)
})
