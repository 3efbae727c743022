import { describe, expect, it } from 'vitest'
import { judgeTransfer } from './judge-transfer.ts'

describe('judgeTransfer', () => {
  it.each([
    ['accepted', false, true, 'moved'],
    ['accepted', null, true, 'moved'],
    ['accepted', false, false, 'taken'],
    ['accepted', false, null, 'unknown'],
    ['accepted', null, false, 'unknown'],
    ['accepted', null, null, 'unknown'],
    // "0" was answered and nothing was done.
    ['accepted', true, false, 'refused'],
    ['refused', true, false, 'refused'],
    ['refused', null, null, 'refused'],
    ['refused', false, false, 'gone'],
    ['refused', false, null, 'gone'],
    ['none', true, false, 'unknown'],
    ['none', false, false, 'gone'],
    ['none', false, null, 'unknown'],
    ['none', null, null, 'unknown'],
    ['none', false, true, 'moved'],
  ] as const)('answer %s, in source %s, in target %s: %s', (answer, isInSource, isInTarget, outcome) => {
    expect(judgeTransfer(answer, { isInSource, isInTarget, isSettled: false })).toBe(outcome)
  })

  it('calls a request without an answer refused only when it cannot arrive any more', () => {
    const evidence = { isInSource: true, isInTarget: false, isSettled: true }
    expect(judgeTransfer('none', evidence)).toBe('refused')
  })
})
