import { describe, expect, it } from 'vitest'
import { afterCallRule } from './after-call-rule.ts'

describe('afterCallRule', () => {
  it.each([
    // always off-hook, linked, idle after call
    [true, false, true, 'idle-at-once'],
    [true, true, true, 'idle-at-once-linked'],
    [true, false, false, 'wrap-up-by-choice'],
    [true, true, false, 'wrap-up-by-choice-linked'],
    [false, false, false, 'wrap-up-compulsory'],
    [false, true, false, 'wrap-up-compulsory-linked'],
    // A gateway that lets the agent be idle all the same.
    [false, false, true, 'wrap-up-compulsory-not-followed'],
    [false, true, true, 'wrap-up-compulsory-not-followed-linked'],
    // What nobody knows is not claimed; the phone mode is always known.
    [true, null, null, 'not-known'],
    [true, true, null, 'not-known'],
    [true, null, true, 'idle-at-once'],
    [false, null, null, 'wrap-up-compulsory'],
  ] as const)(
    'always off-hook %s, linked %s, idle after call %s: %s',
    (isAlwaysOffHook, isLinked, autoIdle, rule) => {
      expect(afterCallRule({ isAlwaysOffHook, autoIdle, isLinked })).toBe(rule)
    },
  )
})
