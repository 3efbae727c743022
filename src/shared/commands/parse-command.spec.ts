import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestableStates } from '../domain/agent.ts'
import { callActions } from '../domain/call-control.ts'
import { wishNames } from '../domain/wishes.ts'
import { shownParts } from '../ipc/contract.ts'
import {
  commandMaxLength,
  commandNames,
  switchOrders,
  windowOrders,
  type Command,
  type CommandName,
} from './command.ts'
import { formatCommand } from './format-command.ts'
import { explainProblem, parseCommand } from './parse-command.ts'

describe('refused', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
    ['x'.repeat(commandMaxLength + 1), { kind: 'too-long' }],
    ['sign-in', { kind: 'unknown-command' }],
    ['__proto__=on', { kind: 'unknown-command' }],
    ['constructor', { kind: 'unknown-command' }],
    ['=on', { kind: 'unknown-command' }],
    ['auto-idle', { kind: 'value-needed', known: 'auto-idle' }],
    ['auto-idle=', { kind: 'value-needed', known: 'auto-idle' }],
    ['auto-idle=of', { kind: 'value-not-known', known: 'auto-idle' }],
    ['state=talking', { kind: 'value-not-known', known: 'state' }],
    ['state=idle:203', { kind: 'value-not-known', known: 'state' }],
    ['state=busy:', { kind: 'value-not-known', known: 'state' }],
    ['state=busy:2034', { kind: 'value-not-known', known: 'state' }],
    ['state=busy:20:3', { kind: 'value-not-known', known: 'state' }],
    ['state=busy:-1', { kind: 'value-not-known', known: 'state' }],
    ['show=__proto__', { kind: 'value-not-known', known: 'show' }],
    ['show=constructor', { kind: 'value-not-known', known: 'show' }],
    ['call=dial', { kind: 'value-not-known', known: 'call' }],
    ['transfer-longest=  ', { kind: 'value-needed', known: 'transfer-longest' }],
    ['sign-out=now', { kind: 'no-value-wanted', known: 'sign-out' }],
    ['quit=', { kind: 'no-value-wanted', known: 'quit' }],
  ] as const)('%j: %j', (text, problem) => {
    expect(parseCommand(text)).toEqual({ ok: false, error: problem })
  })

  it('in one line that names what would be right', () => {
    const lineOf = (text: string): string => {
      const parsed = parseCommand(text)
      return parsed.ok ? '' : explainProblem(parsed.error)
    }
    expect(lineOf('auto-idle=of')).toBe('auto-idle takes on, off or toggle')
    expect(lineOf('quit=now')).toBe('quit takes no value')
    expect(lineOf('dial=1')).toContain('transfer-longest')
    for (const text of ['', 'dial', 'state', 'show=x']) expect(lineOf(text)).not.toMatch(/\n|undefined/)
  })

  it('without ever throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCommand(text)))
    const nearly = fc.tuple(fc.constantFrom(...commandNames), fc.string()).map(([name, rest]) => name + rest)
    fc.assert(fc.property(nearly, (text) => void parseCommand(text)))
  })
})

describe('understood', () => {
  it.each([
    ['state=busy:203', { name: 'state', state: 'busy', reason: 203 }],
    [' State = BUSY ', { name: 'state', state: 'busy', reason: null }],
    ['auto-idle=off', { name: 'auto-idle', to: 'off' }],
    ['skill-set=Mornings = early', { name: 'skill-set', set: 'Mornings = early' }],
    ['transfer-longest= Technical support ', { name: 'transfer-longest', queue: 'Technical support' }],
    ['show=team', { name: 'show', part: 'roster' }],
    ['show=roster', { name: 'show', part: 'roster' }],
    ['quit', { name: 'quit' }],
  ] as const)('%j', (text, command) => {
    expect(parseCommand(text)).toEqual({ ok: true, value: command })
  })

  const spokenName = fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const byName: Readonly<Record<CommandName, fc.Arbitrary<Command>>> = {
    state: fc.oneof(
      fc.record({
        name: fc.constant('state' as const),
        state: fc.constantFrom(...requestableStates),
        reason: fc.constant(null),
      }),
      fc.record({
        name: fc.constant('state' as const),
        state: fc.constantFrom('busy' as const, 'rest' as const),
        reason: fc.nat(999),
      }),
    ),
    'auto-idle': fc.record({ name: fc.constant('auto-idle' as const), to: fc.constantFrom(...switchOrders) }),
    linkage: fc.record({ name: fc.constant('linkage' as const), to: fc.constantFrom(...switchOrders) }),
    skills: fc.record({
      name: fc.constant('skills' as const),
      mode: fc.constantFrom('all' as const, 'chosen' as const, 'none' as const),
    }),
    'skill-set': fc.record({ name: fc.constant('skill-set' as const), set: spokenName }),
    'transfer-longest': fc.record({ name: fc.constant('transfer-longest' as const), queue: spokenName }),
    call: fc.record({ name: fc.constant('call' as const), action: fc.constantFrom(...callActions) }),
    'cancel-wish': fc.record({
      name: fc.constant('cancel-wish' as const),
      wish: fc.constantFrom(...wishNames),
    }),
    'sign-out': fc.constant({ name: 'sign-out' as const }),
    show: fc.record({
      name: fc.constant('show' as const),
      part: fc.constantFrom(...shownParts, 'window' as const),
    }),
    window: fc.record({ name: fc.constant('window' as const), mode: fc.constantFrom(...windowOrders) }),
    quit: fc.constant({ name: 'quit' as const }),
  }

  it.each(commandNames)('%s is the same after being written and read', (name) => {
    fc.assert(
      fc.property(byName[name], (command) => {
        fc.pre(formatCommand(command).length <= commandMaxLength)
        expect(parseCommand(formatCommand(command))).toEqual({ ok: true, value: command })
      }),
    )
  })
})
