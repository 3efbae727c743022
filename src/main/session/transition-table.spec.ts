import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SessionEndCause } from '../../shared/domain/session.ts'
import { reduceSession } from './reduce-session.ts'
import { activePart, type SessionEffect, type SessionEvent, type SessionState } from './session-state.ts'
import { events, groups, states } from './testing/machine-examples.ts'
import { readTransitionTable, type TransitionRow } from './testing/read-transition-table.ts'

const document = readFileSync(new URL('../../../docs/session-states.md', import.meta.url), 'utf8')
const rows = readTransitionTable(document, groups)

/** Words of the table for an outcome that is the very state that was left. */
const asBefore = 'what it was before'

function wordsOf(cause: SessionEndCause, previous: SessionState): string {
  return previous.phase === 'signing-out' && previous.cause === cause ? 'as asked' : cause
}

/** The state in the words of the table; written for it alone, so that it cannot err together with the reducer. */
function nameOf(state: SessionState, previous: SessionState): string {
  if (previous.phase === 'signing-in' && state === previous.before) return asBefore
  if (previous.phase === 'signing-out' && state === previous.from) return asBefore
  switch (state.phase) {
    case 'signed-out':
      return state.ended === null
        ? 'signed-out: no cause'
        : `signed-out: ${wordsOf(state.ended.cause, previous)}`
    case 'taken-over':
    case 'ended':
      return `${state.phase}: ${state.ended.cause}`
    case 'recovering':
      return state.step
    case 'signing-out':
      return `signing-out (${nameOf(state.from, state.from)})`
    case 'signing-in':
    case 'online':
    case 'doubtful':
      return state.phase
  }
}

const nameOfEffect = (effect: SessionEffect): string =>
  effect.type === 'poll' ? `poll(${effect.after})` : effect.type

interface Arrow {
  readonly title: string
  readonly row: TransitionRow
  readonly state: SessionState
  readonly event: SessionEvent
}

/** What the table says of each pair, by name; a pair in two rows is there twice. */
const pairs = rows.flatMap((row) =>
  row.from.flatMap((from) => row.events.map((event) => ({ from, event, row, key: `${from} + ${event}` }))),
)
const arrows = pairs.flatMap(({ from, event, row, key }): Arrow[] =>
  (states[from] ?? []).flatMap((state, nth) =>
    (events[event] ?? []).map((example, mth) => ({
      title: `line ${row.line}: ${key}, example ${nth + 1}.${mth + 1}`,
      row,
      state,
      event: example,
    })),
  ),
)

describe('the table in docs/session-states.md', () => {
  it('is found', () => {
    expect(rows.length).toBeGreaterThan(50)
  })

  it('names only states and events of which there are examples', () => {
    expect(pairs.filter(({ from }) => !(from in states))).toEqual([])
    expect(pairs.filter(({ event }) => !(event in events))).toEqual([])
    for (const examples of [...Object.values(states), ...Object.values(events)]) {
      expect(examples.length).toBeGreaterThan(0)
    }
  })

  it('has every pair at most once', () => {
    const keys = pairs.map(({ key }) => key)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('has no row for a pair that changes nothing', () => {
    const idle = rows.filter(
      (row) => row.effects.length === 0 && !row.isNewAttempt && row.from.includes(row.to),
    )
    expect(idle).toEqual([])
  })

  it.each(arrows.map((arrow) => [arrow.title, arrow] as const))('%s', (_title, { row, state, event }) => {
    const step = reduceSession(state, event)
    expect(nameOf(step.state, state)).toBe(row.to)
    expect(step.effects.map(nameOfEffect)).toEqual(row.effects)

    const before = activePart(state)
    const after = activePart(step.state)
    if (before === null || after === null || row.to === asBefore) return
    expect(after.attempt).toBe(before.attempt + (row.isNewAttempt ? 1 : 0))
    for (const effect of step.effects) if ('attempt' in effect) expect(effect.attempt).toBe(after.attempt)
    const failed = before.phase === 'online' ? 1 : before.failures + 1
    if (after.phase === 'doubtful' && after !== before) {
      expect(after.failures).toBe(failed)
      expect(step.effects).toEqual([expect.objectContaining({ type: 'poll', failures: failed })])
    }
    // A row that leads to where it comes from changes nothing but what it does.
    if (row.from.includes(row.to) && after.phase !== 'doubtful' && !row.isNewAttempt) {
      expect(step.state).toBe(state)
    }
  })

  const inTable = new Set(pairs.map(({ key }) => key))
  const others = Object.keys(states).flatMap((from) =>
    Object.keys(events)
      .filter((event) => !inTable.has(`${from} + ${event}`))
      .map((event) => [from, event] as const),
  )

  it.each(others)('has no row for %s + %s, and nothing happens', (from, event) => {
    for (const state of states[from] ?? []) {
      for (const example of events[event] ?? []) {
        const step = reduceSession(state, example)
        expect(step.state).toBe(state)
        expect(step.effects).toEqual([])
      }
    }
  })
})
