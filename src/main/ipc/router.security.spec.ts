import { describe, expect, it } from 'vitest'
import { maxNamedAccounts } from '../../shared/domain/supervisor.ts'
import { commandChannels } from '../../shared/ipc/channels.ts'
import { err, ok } from '../../shared/result.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { ownOriginOf } from '../security/own-origin.ts'
import type { CommandHandlers } from './command-handlers.ts'
import { FakeDesk } from './testing/fake-desk.ts'
import { fakeRecords } from './testing/fake-records.ts'
import { FakeContents, ownFrame } from './testing/fake-window.ts'
import { createHandlers } from './handlers.ts'
import { CommandRouter } from './router.ts'
import type { SenderFrame } from './sender-policy.ts'
import { Watches } from './watches.ts'

const forbidden = { ok: false, error: { code: 'forbidden-sender' } }

const signIn = {
  gatewayAddress: 'https://gw:8043',
  caFile: '',
  agentId: '101',
  password: 'Deskside#101',
  phone: '8101',
  isAlwaysOffHook: true,
  takeOver: false,
}

function setUp(overrides: Partial<CommandHandlers> = {}, checksOutputs = true) {
  const desk = new FakeDesk()
  const { log, entries } = createRecordingLogger()
  const clock = { time: 0, now: () => clock.time }
  const end = { hasBegun: false }
  const refuse = async () => err({ code: 'not-connected' } as const)
  const handlers = createHandlers({
    desk,
    supervisor: {
      connect: refuse,
      readBindings: refuse,
      unbind: refuse,
      unbindAll: refuse,
      undo: refuse,
      stop: refuse,
      readReport: refuse,
    },
    watches: new Watches(desk),
    ...fakeRecords(),
    snapshotAsked: () => undefined,
    chooseCaFile: async () => null,
    saveJournal: async () => ok(null),
    saveRoster: async () => ok(null),
    quit: () => desk.calls.push(['quit']),
  })
  const router = new CommandRouter({
    handlers: { ...handlers, ...overrides },
    own: ownOriginOf('app://deskside/'),
    log,
    clock,
    newReference: () => 'ref-1',
    checksOutputs,
    isEnding: () => end.hasBegun,
  })
  const contents = new FakeContents(7)
  router.attach(contents)
  return { desk, entries, clock, contents, router, end }
}

describe('who may speak', () => {
  const frames: readonly (readonly [string, SenderFrame | null])[] = [
    ['no frame any more', null],
    ['a destroyed frame', { ...ownFrame, isDestroyed: () => true }],
    ['a detached frame', { ...ownFrame, detached: true }],
    ['a subframe of our own origin', { ...ownFrame, parent: ownFrame }],
    ['a foreign page', { ...ownFrame, url: 'https://evil.example/', origin: 'https://evil.example' }],
    ['a look-alike host', { ...ownFrame, url: 'app://deskside.evil/', origin: 'app://deskside.evil' }],
    ['another host of our scheme', { ...ownFrame, url: 'app://other/', origin: 'app://other' }],
    ['our address with an opaque origin', { ...ownFrame, origin: 'null' }],
    ['a blank page that inherits our origin', { ...ownFrame, url: 'about:blank' }],
    ['a page from the disk', { ...ownFrame, url: 'file:///out/renderer/index.html', origin: 'file://' }],
    ['a page without address', { ...ownFrame, url: '', origin: '' }],
  ]

  it.each(frames)('not %s', async (_name, senderFrame) => {
    const { contents, desk, entries } = setUp()
    const answer = await contents.invoke('session:sign-out', [{ force: true }], { senderFrame })
    expect(answer).toEqual(forbidden)
    expect(desk.calls).toEqual([])
    const url = senderFrame?.url ?? null
    expect(entries).toMatchObject([
      { level: 'error', message: 'sender refused', fields: { channel: 'session:sign-out', url } },
    ])
  })

  it('not another window', async () => {
    const { contents, desk } = setUp()
    expect(await contents.invoke('app:quit', [{}], { sender: { id: 8 } })).toEqual(forbidden)
    expect(desk.calls).toEqual([])
  })

  it('the frame is read before anything is awaited', async () => {
    const { contents } = setUp()
    let isGone = false
    const event = {
      get senderFrame() {
        if (isGone) throw new Error('read too late')
        return ownFrame
      },
    }
    const answer = contents.invoke('desk:watch', [{ views: [] }], event)
    isGone = true
    expect(await answer).toEqual(ok(null))
  })
})

describe('every channel', () => {
  it('of the contract is registered on the window, and nothing else', () => {
    expect(setUp().contents.channels).toEqual(commandChannels)
  })

  const hostile: readonly unknown[] = [null, undefined, 'text', 7, [], [{}], { unknown: 1 }]
  it.each(commandChannels)('%s refuses what its schema does not know', async (channel) => {
    const { contents, desk } = setUp()
    for (const input of hostile) {
      expect(await contents.invoke(channel, [input])).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    }
    expect(desk.calls).toEqual([])
  })

  it.each(commandChannels)('%s takes exactly one argument', async (channel) => {
    const { contents, desk } = setUp()
    for (const args of [[], [{}, {}]]) {
      expect(await contents.invoke(channel, args)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    }
    expect(desk.calls).toEqual([])
  })
})

describe('what is said', () => {
  it.each([
    ['session:sign-in', { ...signIn, agentId: '' }, 'agentId', 'required'],
    ['session:sign-in', { ...signIn, agentId: 'x' }, 'agentId', 'not-a-number'],
    ['session:sign-in', { ...signIn, agentId: '7' }, 'agentId', 'out-of-range'],
    ['session:sign-in', { ...signIn, gatewayAddress: 'http://gw' }, 'gatewayAddress', 'insecure-address'],
    ['session:sign-in', { ...signIn, gatewayAddress: 'ftp://gw' }, 'gatewayAddress', 'not-an-address'],
    ['session:sign-in', { ...signIn, password: 'x'.repeat(33) }, 'password', 'too-long'],
    ['session:sign-in', { ...signIn, phone: 'me' }, 'phone', 'malformed'],
    ['session:sign-in', { ...signIn, caFile: 7 }, 'caFile', 'malformed'],
    ['session:sign-in', { ...signIn, extra: 1 }, 'input', 'malformed'],
    ['agent:set-state', { state: 'asleep' }, 'input', 'malformed'],
    ['skills:sign-in', { choice: { mode: 'chosen', skillIds: [] } }, 'skillIds', 'required'],
    ['skills:sign-in', { choice: { mode: 'chosen', skillIds: [0] } }, 'skillIds', 'out-of-range'],
    ['skills:sign-in', { choice: { mode: 'some' } }, 'input', 'malformed'],
    ['waiting:transfer', { callId: '', fromSkillId: 1, toSkillId: 2 }, 'input', 'required'],
    ['supervisor:unbind', { skillId: 1, accounts: [] }, 'accounts', 'required'],
    ['supervisor:unbind-all', { skillId: 1, typedName: 'x'.repeat(201) }, 'confirmation', 'too-long'],
    [
      'supervisor:connect',
      { managementAddress: 'https://m', appKey: '', appSecret: 's' },
      'appKey',
      'required',
    ],
    ['notices:dismiss', { id: 1.5 }, 'input', 'malformed'],
    ['session:return', { takeOver: 'yes' }, 'input', 'malformed'],
    ['session:return', { takeOver: true, password: 'x' }, 'password', 'malformed'],
    ['wishes:cancel', { wish: 'password' }, 'input', 'malformed'],
    ['absence:dismiss', { id: -1 }, 'input', 'malformed'],
    ['journal:read', { kinds: ['secret'], before: null, limit: 1 }, 'input', 'malformed'],
    ['journal:read', { kinds: [], before: -1, limit: 1 }, 'input', 'malformed'],
    ['journal:read', { kinds: [], before: null, limit: 0 }, 'input', 'malformed'],
    ['journal:read', { kinds: [], before: null, limit: 501 }, 'input', 'malformed'],
    ['journal:read', { kinds: [], text: 'x', before: null, limit: 1 }, 'input', 'malformed'],
    ['journal:read', { kinds: [], isRecentOnly: 1, before: null, limit: 1 }, 'input', 'malformed'],
    ['journal:save', { path: '/etc/passwd' }, 'input', 'malformed'],
    ['diagnostics:read', { since: 0 }, 'input', 'malformed'],
    ['desk:watch', { views: Array.from({ length: 5 }, () => 'waiting') }, 'input', 'malformed'],
  ])('%s names the field and the rule: %j', async (channel, input, field, problem) => {
    const { contents, desk } = setUp()
    const answer = await contents.invoke(channel, [input])
    expect(answer).toEqual({ ok: false, error: { code: 'invalid-input', field, problem } })
    expect(desk.calls).toEqual([])
  })

  it('never reaches the log', async () => {
    const { contents, entries } = setUp()
    await contents.invoke('session:sign-in', [{ ...signIn, agentId: 'hunter2', password: 'hunter3' }])
    expect(entries).toMatchObject([{ level: 'warn', fields: { field: 'agentId', problem: 'not-a-number' } }])
    expect(JSON.stringify(entries)).not.toMatch(/hunter/)
  })
})

describe('once the end has begun', () => {
  const reading: ReadonlyMap<string, object> = new Map([
    ['desk:get-snapshot', {}],
    ['roster:get-snapshot', {}],
    ['queues:get-snapshot', {}],
    ['preferences:get-snapshot', {}],
    ['commands:get-snapshot', {}],
    ['journal:read', { kinds: [], before: null, limit: 1 }],
    ['diagnostics:read', {}],
    ['app:quit', {}],
  ])

  it.each(commandChannels.filter((channel) => !reading.has(channel)))('%s is superseded', async (channel) => {
    const { contents, desk, end } = setUp()
    end.hasBegun = true
    expect(await contents.invoke(channel, [{}])).toEqual({ ok: false, error: { code: 'superseded' } })
    expect(desk.calls).toEqual([])
  })

  it('a sign-in in order is not accepted', async () => {
    const { contents, desk, end } = setUp()
    end.hasBegun = true
    expect(await contents.invoke('session:sign-in', [signIn])).toMatchObject({ ok: false })
    expect(desk.calls).toEqual([])
  })

  it.each([...reading])('%s is answered: the window shows the sign-out', async (channel, input) => {
    const { contents, end } = setUp()
    end.hasBegun = true
    expect(await contents.invoke(channel, [input])).toMatchObject({ ok: true })
  })

  it('a stranger is still told nothing', async () => {
    const { contents, end } = setUp()
    end.hasBegun = true
    expect(await contents.invoke('session:sign-out', [{ force: true }], { senderFrame: null })).toEqual(
      forbidden,
    )
  })
})

describe('how much', () => {
  const outOfBounds = { ok: false, error: { code: 'invalid-input', field: 'input', problem: 'out-of-range' } }
  const deep = Array.from({ length: 20 }).reduce<unknown>((inner) => ({ inner }), {})

  it.each([
    ['a huge text', { receiptId: 'x'.repeat(1_000_000) }],
    ['a huge list', { accounts: Array.from({ length: 100_000 }, () => 'a') }],
    ['a huge key', { ['x'.repeat(1_000_000)]: 1 }],
    ['a huge buffer', { data: new Uint8Array(1_000_000) }],
    ['a huge map', new Map([['x', 'y'.repeat(1_000_000)]])],
    ['a huge set', new Set(Array.from({ length: 100_000 }, (_, index) => index))],
    ['a list of a milliard holes', { accounts: new Array<string>(1_000_000_000) }],
    ['a deep object', deep],
    ['a deep map', new Map([['inner', deep]])],
  ])('%s is refused before its shape is looked at', async (_name, input) => {
    const { contents, entries } = setUp()
    expect(await contents.invoke('supervisor:undo', [input])).toEqual(outOfBounds)
    expect(entries).toMatchObject([{ message: 'message out of bounds' }])
  })

  it.each([[[]], [[{}, {}]]])('not one message but %j is refused', async (args) => {
    const { contents } = setUp()
    expect(await contents.invoke('desk:get-snapshot', args)).toEqual(outOfBounds)
  })

  it('the largest honest message passes', async () => {
    const { contents } = setUp()
    const accounts = Array.from({ length: maxNamedAccounts }, (_, index) => String(index).padStart(50, 'a'))
    expect(await contents.invoke('supervisor:unbind', [{ skillId: 1, accounts }])).toEqual(
      err({ code: 'not-connected' }),
    )
  })

  it('a flood is refused until it is over', async () => {
    const { contents, clock } = setUp()
    const ask = () => contents.invoke('desk:watch', [{ views: [] }])
    for (let n = 0; n < 100; n += 1) expect(await ask()).toEqual(ok(null))
    expect(await ask()).toEqual(outOfBounds)
    clock.time = 20
    expect(await ask()).toEqual(ok(null))
    expect(await ask()).toEqual(outOfBounds)
  })

  it('a flood of one window does not silence another', async () => {
    const { contents, router } = setUp()
    const other = new FakeContents(8)
    router.attach(other)
    for (let n = 0; n < 101; n += 1) await contents.invoke('desk:watch', [{ views: [] }])
    expect(await other.invoke('desk:watch', [{ views: [] }])).toEqual(ok(null))
  })
})

describe('what goes wrong inside', () => {
  it('is answered with a reference that is in the log, and nothing else', async () => {
    const { contents, entries } = setUp({
      'app:quit': async () => {
        throw new Error('password=hunter2')
      },
    })
    expect(await contents.invoke('app:quit', [{}])).toEqual({
      ok: false,
      error: { code: 'internal', reference: 'ref-1' },
    })
    expect(entries).toMatchObject([
      { level: 'error', message: 'command failed', fields: { channel: 'app:quit', reference: 'ref-1' } },
    ])
    expect(JSON.stringify(entries)).not.toContain('hunter2')
  })

  it('a result of the wrong shape is an internal error where results are checked', async () => {
    const wrong = { 'settings:choose-ca-file': async () => ok(7 as unknown as string) }
    expect(await setUp(wrong).contents.invoke('settings:choose-ca-file', [{}])).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
    expect(await setUp(wrong, false).contents.invoke('settings:choose-ca-file', [{}])).toEqual(ok(7))
  })
})
