import { describe, expect, it } from 'vitest'
import { judgeTransfer } from './judge-transfer.ts'

describe('judgeTransfer', () => {
  it.each([
    ['accepted', false, true, 'moved'],
    ['accepted', false, false, 'accepted'],
    ['accepted', false, null, 'accepted'],
    ['accepted', true, false, 'accepted'],
    ['accepted', null, null, 'accepted'],
    ['accepted', null, true, 'moved'],
    ['refused', true, false, 'refused'],
    ['refused', null, null, 'refused'],
    ['refused', false, false, 'gone'],
    ['unknown', true, false, 'unknown'],
    ['unknown', false, false, 'unknown'],
    ['unknown', null, null, 'unknown'],
    ['unknown', false, true, 'moved'],
  ] as const)('answer %s, in source %s, in target %s: %s', (answer, isInSource, isInTarget, outcome) => {
    expect(judgeTransfer(answer, { isInSource, isInTarget })).toBe(outcome)
  })
})
