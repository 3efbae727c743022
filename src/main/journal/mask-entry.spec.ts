import { describe, expect, it } from 'vitest'
import type { JournalEntry, NewJournalEntry } from '../../shared/domain/journal.ts'
import { commandChannels } from '../../shared/ipc/channels.ts'
import { maskEntry, maskNew } from './mask-entry.ts'

const mask = '[redacted]'
const masked = (details: Readonly<Record<string, unknown>>): JournalEntry['details'] =>
  maskNew(1, 2, {
    kind: 'event',
    name: 'x',
    cause: null,
    details: details as JournalEntry['details'],
  }).details

describe('details that are refused', () => {
  it.each([
    'password',
    'newPassword',
    'pwd',
    'Guid',
    'token',
    'appKey',
    'secret',
    'cookie',
    'phone',
    'phoneNum',
    'phonenum',
    'otherPhone',
    'caller',
    'called',
    'callerNo',
    'ani',
    'number',
    'addrCalled',
    'customerName',
  ])('the value of %s', (name) => {
    expect(masked({ [name]: '8101' })).toEqual({ [name]: mask })
    expect(masked({ [name]: 8101 })).toEqual({ [name]: mask })
  })

  it.each([
    ['an object', {}],
    ['a list', ['13800000001']],
    ['a function', () => 1],
    ['a large integer', 13800000001n],
    ['nothing', undefined],
  ])('%s', (_name, value) => expect(masked({ x: value })).toEqual({ x: mask }))

  it.each(['13800000001', 'a b', '', '__proto__', 'tel13800000001', 'x'.repeat(33), 'ключ'])(
    'a detail named "%s"',
    (name) => {
      expect(masked({ a: 1, ...Object.fromEntries([[name, 2]]) })).toEqual({ a: 1, omitted: 1 })
    },
  )

  it('more than sixteen', () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`d${n}`, n]))
    const kept = masked(many)
    expect(Object.keys(kept)).toHaveLength(16)
    expect(kept).toMatchObject({ d0: 0, d14: 14, omitted: 5 })
  })
})

describe('numbers', () => {
  it.each([
    ['x', 13800000001, mask],
    ['x', -13800000001, mask],
    ['x', 999_999, 999_999],
    ['x', 1.5, 1.5],
    ['x', -0, 0],
    ['x', Number.NaN, null],
    ['x', Infinity, null],
    ['durationMs', 86_400_000, 86_400_000],
    ['askedAt', 1_700_000_000_000, 1_700_000_000_000],
    ['since', 1_700_000_000_000, 1_700_000_000_000],
    ['from', 1_700_000_000_000, 1_700_000_000_000],
    ['from', 13_800_000_001, mask],
    ['seenAt', 8_613_800_000_001, mask],
    ['ms', 3_600_000, 3_600_000],
    ['sizeBytes', 4_194_304, 4_194_304],
    ['agentId', 12_345_678, 12_345_678],
    ['skillId', 3, 3],
  ])('%s: %d', (name, value, expected) => expect(masked({ [name]: value })).toEqual({ [name]: expected }))
})

describe('identifiers that look like numbers', () => {
  it.each([
    ['callId', '1663580465-1134', '1663580465-1134'],
    ['callId', '1663580465', '1663580465'],
    ['agentId', '10012345', '10012345'],
    ['reference', '12345678', '12345678'],
    ['skills', '101 102 103 104', '101 102 103 104'],
    ['skillIds', '1,2,3,4,5,6,7,8', '1,2,3,4,5,6,7,8'],
    ['skills', '13800000001', mask],
    ['skills', '+49 30 1234567', mask],
    ['callId', 'call from 13800000001', 'call from [redacted]'],
    ['callId', '7f3a9a12-90b1-4c53-8a2e-0f6d1a2b3c4d', mask],
    ['agentId', 'agent 13800000001', 'agent [redacted]'],
    ['otherId', '10012345', mask],
  ])('%s: %s', (name, value, expected) => expect(masked({ [name]: value })).toEqual({ [name]: expected }))
})

describe('an entry that is not of its type', () => {
  const hostile = Object.defineProperty({}, 'kind', {
    get: () => {
      throw new Error('13800000001')
    },
  })

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['an unknown kind', { kind: 'secret', name: 'x', cause: null }],
    ['a name that is no text', { kind: 'app', name: 5, cause: null }],
    ['a missing cause', { kind: 'app', name: 'x' }],
    ['a getter that throws', hostile],
  ])('%s leaves a mark in its place', (_name, entry) => {
    expect(maskNew(7, 8, entry as NewJournalEntry)).toEqual({
      id: 7,
      at: 8,
      kind: 'app',
      name: 'entry-refused',
      cause: null,
      details: {},
    })
  })
})

describe('what is needed', () => {
  it.each([
    ...commandChannels,
    'AgentEvent_linkagePhoneTransferOut_Result',
    'AgentState_SetNotReady_Success',
    'forceLogoutWithReason',
    'setAutoIdle',
    '100-006',
    'online',
    'signed-out-by-platform',
    'ECONNRESET',
  ])('%s stays as name and cause', (code) => {
    expect(maskNew(1, 2, { kind: 'command', name: code, cause: code })).toMatchObject({
      name: code,
      cause: code,
    })
  })

  it.each([
    ['state', 'wrap-up'],
    ['skill', 'Technical support (Premium) 技术支持'],
    ['gateway', 'https://127.0.0.1:8043'],
    ['gateway', 'https://10.120.130.140:8043/agentgateway'],
    ['skillIds', '1,2,3,10001,10002'],
    ['phoneLinkage', 'linked'],
    ['isPhoneOnline', true],
    ['passwordDaysLeft', null],
  ])('%s: %s stays', (name, value) => expect(masked({ [name]: value })).toEqual({ [name]: value }))

  it('masking twice changes nothing', () => {
    const once = maskNew(1, 2, {
      kind: 'answer',
      name: 'password=x y z',
      cause: 'call +49 (30) 1234567',
      details: { text: `${'é'.repeat(199)}😀😀`, '!': 1, phone: 5, callId: '1663580465-1134' },
    })
    expect(maskEntry(once)).toEqual(once)
  })
})
