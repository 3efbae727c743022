import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  accountsSchema,
  addressSchema,
  agentIdSchema,
  isLoopbackHost,
  passwordSchema,
  phoneSchema,
  signInSchema,
  skillChoiceSchema,
  callActionSchema,
  stateRequestSchema,
} from './inputs.ts'

const problemOf = (schema: v.GenericSchema, input: unknown): string | undefined => {
  const result = v.safeParse(schema, input)
  return result.success ? undefined : result.issues[0].message
}

describe('agent ID', () => {
  it.each([
    ['', 'required'],
    ['   ', 'required'],
    ['abc', 'not-a-number'],
    ['10a', 'not-a-number'],
    ['-101', 'not-a-number'],
    ['101.5', 'not-a-number'],
    ['100', 'out-of-range'],
    ['1000000', 'out-of-range'],
    [101, 'malformed'],
    [null, 'malformed'],
  ])('refuses %j: %s', (input, problem) => {
    expect(problemOf(agentIdSchema, input)).toBe(problem)
  })

  it.each([
    ['101', '101'],
    ['999999', '999999'],
    [' 101 ', '101'],
    ['00101', '101'],
  ])('takes %j as %s', (input, agentId) => {
    expect(v.parse(agentIdSchema, input)).toBe(agentId)
  })
})

describe('gateway address', () => {
  it.each([
    ['', 'required'],
    ['https://', 'not-an-address'],
    ['ftp://gateway', 'not-an-address'],
    ['javascript://x', 'not-an-address'],
    ['https://user:secret@gateway', 'not-an-address'],
    ['https://gateway?x=1', 'not-an-address'],
    ['two words', 'not-an-address'],
    ['http://gateway:8000', 'insecure-address'],
    ['http://127.0.0.1.example.com', 'insecure-address'],
    ['http://localhost.example.com', 'insecure-address'],
    ['http://10.0.0.1', 'insecure-address'],
    [42, 'malformed'],
  ])('refuses %j: %s', (input, problem) => {
    expect(problemOf(addressSchema, input)).toBe(problem)
  })

  it.each([
    ['gateway.example:8043', 'https://gateway.example:8043'],
    ['https://gateway.example:8043/agentgateway/resource', 'https://gateway.example:8043'],
    ['http://127.0.0.1:8043', 'http://127.0.0.1:8043'],
    ['http://localhost:8043/', 'http://localhost:8043'],
    ['http://[::1]:8043', 'http://[::1]:8043'],
    [' HTTPS://Gateway.Example ', 'https://gateway.example'],
  ])('takes %j as %s', (input, origin) => {
    expect(v.parse(addressSchema, input)).toBe(origin)
  })

  it('calls no foreign name loopback', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(isLoopbackHost(domain)).toBe(domain.toLowerCase() === 'localhost')
      }),
    )
  })
})

describe('phone and password', () => {
  it.each([
    [phoneSchema, '', 'required'],
    [phoneSchema, '1'.repeat(25), 'too-long'],
    [phoneSchema, '81 01', 'malformed'],
    [phoneSchema, "8101'", 'malformed'],
    [passwordSchema, '', 'required'],
    [passwordSchema, 'x'.repeat(33), 'too-long'],
  ])('refuse what the gateway would refuse', (schema, input, problem) => {
    expect(problemOf(schema, input)).toBe(problem)
  })
})

describe('skill choice', () => {
  it.each([
    [{ mode: 'chosen', skillIds: [] }, 'required'],
    [{ mode: 'chosen', skillIds: [0] }, 'out-of-range'],
    [{ mode: 'chosen', skillIds: [1.5] }, 'malformed'],
    [{ mode: 'chosen', skillIds: ['1'] }, 'malformed'],
    [{ mode: 'chosen', skillIds: Array.from({ length: 1000 }, (_, index) => 1000 + index) }, 'too-long'],
  ])('refuses %j', (input, problem) => {
    expect(problemOf(skillChoiceSchema, input)).toBe(problem)
  })

  it('takes a list of exactly 4000 characters', () => {
    const skillIds = [...Array.from({ length: 799 }, (_, index) => 1000 + index), 10_000]
    expect(skillIds.map(String).join(';')).toHaveLength(4000)
    expect(v.is(skillChoiceSchema, { mode: 'chosen', skillIds })).toBe(true)
  })

  it.each([{ mode: 'every' }, { mode: 'none', skillIds: [] }, {}, null, 'all'])('refuses %j', (input) => {
    expect(v.is(skillChoiceSchema, input)).toBe(false)
  })
})

describe('accounts to unbind', () => {
  it('refuses the empty list, which would mean everyone', () => {
    expect(problemOf(accountsSchema, [])).toBe('required')
  })

  it('refuses empty names in a list', () => {
    expect(v.is(accountsSchema, ['agent101', ''])).toBe(false)
  })
})

describe('sign-in', () => {
  it('refuses fields it does not know', () => {
    const input = {
      gatewayAddress: 'https://gateway',
      caFile: '',
      agentId: '101',
      password: 'x',
      phone: '8101',
      isAlwaysOffHook: true,
      takeOver: false,
    }
    expect(v.is(signInSchema, input)).toBe(true)
    expect(v.is(signInSchema, { ...input, isAdmin: true })).toBe(false)
  })

  it('never accepts garbage', () => {
    fc.assert(fc.property(fc.anything(), (input) => !v.is(signInSchema, input)))
  })
})

describe('a state with its reason', () => {
  it.each([
    [{ state: 'talking' }, 'malformed'],
    [{ state: 'busy', reason: 199 }, 'out-of-range'],
    [{ state: 'busy', reason: 251 }, 'out-of-range'],
    [{ state: 'busy', reason: 200.5 }, 'malformed'],
    [{ state: 'rest', reason: 256 }, 'out-of-range'],
    [{ state: 'idle', reason: 200 }, 'out-of-range'],
    [{ state: 'wrap-up', reason: 1 }, 'out-of-range'],
    [{ state: 'rest', restSeconds: 0 }, 'out-of-range'],
    [{ state: 'rest', restSeconds: 86_400 }, 'out-of-range'],
    [{ state: 'busy', restSeconds: 60 }, 'malformed'],
  ])('refuses %j: %s', (input, problem) => {
    expect(problemOf(stateRequestSchema, input)).toBe(problem)
  })

  it.each([
    [{ state: 'idle' }, { state: 'idle', reason: null }],
    [
      { state: 'busy', reason: 250 },
      { state: 'busy', reason: 250 },
    ],
    [
      { state: 'rest', reason: 0, restSeconds: 1 },
      { state: 'rest', reason: 0, restSeconds: 1 },
    ],
  ])('takes %j', (input, expected) => {
    expect(v.parse(stateRequestSchema, input)).toEqual(expected)
  })

  it('knows what can be done with a call, and nothing else', () => {
    expect(v.is(callActionSchema, 'hold')).toBe(true)
    expect(v.is(callActionSchema, 'constructor')).toBe(false)
  })
})
