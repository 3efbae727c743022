import { describe, expect, it } from 'vitest'
import type { AgentState } from '../../shared/domain/agent.ts'
import type { CallView } from '../../shared/domain/desk-snapshot.ts'
import { emptyLine, type TruthLine } from '../../shared/domain/truth-line.ts'
import { tray as texts } from '../../shared/i18n/en/tray.ts'
import { neverRead, type DeskState } from '../agent/desk-state.ts'
import { snapshotOf } from '../ipc/testing/fake-desk.ts'
import { signedOut, type SessionState } from '../session/session-state.ts'
import { buildTrayTemplate, trayStatus, type TrayActions } from './build-tray-template.ts'
import type { TrayItem } from './tray-item.ts'

const signedIn = {
  agentId: '101',
  since: 1,
  isAlwaysOffHook: true,
  loginTime: null,
  passwordDaysLeft: null,
  isPasswordChangeForced: false,
  attempt: 0,
}
const online: SessionState = { phase: 'online', ...signedIn }
const doubt = { doubtSince: 1, gapCause: 'no-answer', failures: 1 } as const
const doubtful: SessionState = { phase: 'doubtful', ...signedIn, ...doubt, error: { kind: 'timed-out' } }
const recovering: SessionState = { phase: 'recovering', ...signedIn, ...doubt, step: 'reading' }
const over = { agentId: '101', ended: { cause: 'shut-down', at: 1 } } as const
const held = { agentId: '101', ended: { cause: 'held-elsewhere', at: 1 } } as const
const seen = <T>(value: T): TruthLine<T> => ({ ...emptyLine<T>(), seen: { value, at: 1, by: 'event' } })
const queues = [
  { id: 1, name: 'Billing', mediaType: 5 },
  { id: 2, name: 'Technical support', mediaType: 5 },
]
const configuredSkills = {
  choices: emptyLine<never>(),
  seen: null,
  configured: queues,
  configuredRead: { ...neverRead, readAt: 1 },
}

function build(changes: Partial<DeskState> = {}, hasChosenQueues = false) {
  const calls: unknown[][] = []
  const record =
    (name: string) =>
    (...args: unknown[]): void => {
      calls.push([name, ...args])
    }
  const actions: TrayActions = {
    open: record('open'),
    setAgentState: record('setAgentState'),
    setAfterCall: record('setAfterCall'),
    setLinkage: record('setLinkage'),
    signInToSkills: record('signInToSkills'),
    transferLongestWaiting: record('transferLongestWaiting'),
    signOut: record('signOut'),
    quit: record('quit'),
  }
  const items = buildTrayTemplate({ snapshot: snapshotOf(changes), hasChosenQueues }, actions, texts)
  return { items, calls, find: (...path: string[]) => find(items, path) }
}

function find(items: readonly TrayItem[], [label, ...rest]: readonly string[]): TrayItem {
  const item = items.find((other) => other.label === label)
  if (item === undefined) throw new Error(`No item ${label ?? ''}`)
  return rest.length === 0 ? item : find(item.submenu ?? [], rest)
}

describe('signed out', () => {
  it('everything but the window and the end is disabled and says why', () => {
    const { items } = build()
    const enabled = items.filter((item) => item.label !== undefined && item.enabled !== false)
    expect(enabled.map((item) => item.label)).toEqual(['Open Deskside', 'Quit'])
    for (const item of items.filter((one) => one.enabled === false)) {
      expect([item.sublabel, item.toolTip]).toEqual(['Sign in first', 'Sign in first'])
    }
  })

  it('no state looks like the present one', () => {
    const { find: item } = build()
    for (const state of ['Idle', 'Busy', 'Rest', 'Wrap-up']) {
      expect(item('Agent state', state)).toMatchObject({ type: 'checkbox', checked: false, enabled: false })
    }
  })
})

describe('reasons', () => {
  it.each([
    [
      'while signing in',
      { session: { phase: 'signing-in', agentId: '101', since: 1, before: signedOut } },
      ['Sign out'],
      'Signing in or out',
    ],
    [
      'while signing out',
      {
        session: {
          phase: 'signing-out',
          since: 1,
          cause: 'signed-out-by-user',
          from: { phase: 'online', ...signedIn },
        },
      },
      ['Sign out'],
      'Signing in or out',
    ],
    [
      'a session that ended',
      { session: { phase: 'ended', ...over } },
      ['Phone linkage'],
      texts.reasons['session-ended'],
    ],
    [
      'a session that ended',
      { session: { phase: 'ended', ...over } },
      ['Sign out'],
      texts.reasons['session-ended'],
    ],
    [
      'a session taken over',
      { session: { phase: 'taken-over', ...over } },
      ['Agent state', 'Idle'],
      texts.reasons['taken-over'],
    ],
    [
      'a session held elsewhere',
      { session: { phase: 'taken-over', ...held } },
      ['Agent state', 'Idle'],
      texts.reasons['held-elsewhere'],
    ],
    [
      'a gateway that does not answer',
      { session: doubtful, queues },
      ['Transfer longest-waiting call', 'Billing'],
      'The gateway does not answer',
    ],
    [
      'a gateway that is being read anew',
      { session: recovering, queues },
      ['Transfer longest-waiting call'],
      'The gateway does not answer',
    ],
    [
      'a phone mode that makes wrap-up compulsory',
      { session: { ...online, isAlwaysOffHook: false } },
      ['Enter idle after call'],
      'Your phone mode makes wrap-up compulsory',
    ],
    [
      'a state that cannot follow',
      { session: online, agentState: { line: seen('rest'), since: 1 } },
      ['Agent state', 'Busy'],
      'Not possible from the present state',
    ],
    [
      'the present state',
      { session: online, agentState: { line: seen('idle'), since: 1 } },
      ['Agent state', 'Idle'],
      'This is the present state',
    ],
    [
      'no queue to transfer to',
      { session: online },
      ['Transfer longest-waiting call'],
      'There is no other queue',
    ],
    [
      'no configured skills',
      { session: online, skills: { ...configuredSkills, configured: [] } },
      ['Skill sign-in', 'All skills'],
      'No skill queue is configured for you',
    ],
    [
      'nothing chosen before',
      { session: online, skills: configuredSkills },
      ['Skill sign-in', 'Chosen skills'],
      'Choose skills in the window first',
    ],
  ] as readonly (readonly [string, Partial<DeskState>, readonly string[], string])[])(
    '%s',
    (_name, changes, path, reason) => {
      expect(build(changes).find(...path)).toMatchObject({
        enabled: false,
        sublabel: reason,
        toolTip: reason,
      })
    },
  )
})

describe('signed in', () => {
  it('has exactly the agreed items', () => {
    const { items } = build({ session: online, queues, skills: configuredSkills })
    const labels = items.map((item) =>
      item.submenu === undefined ? (item.label ?? '—') : [item.label, item.submenu.map((sub) => sub.label)],
    )
    expect(labels).toEqual([
      'Open Deskside',
      '—',
      ['Agent state', ['Idle', 'Busy', 'Rest', 'Wrap-up']],
      'Enter idle after call',
      'Phone linkage',
      ['Skill sign-in', ['All skills', 'Chosen skills', 'No skills']],
      ['Transfer longest-waiting call', ['Billing', 'Technical support']],
      '—',
      'Sign out',
      'Quit',
    ])
  })

  it.each(['idle', 'busy', 'talking'] as const)('a waiting call can be moved while %s', (state) => {
    const { find: item } = build({ session: online, queues, agentState: { line: seen(state), since: 1 } })
    for (const path of [[], ['Billing'], ['Technical support']]) {
      expect(item('Transfer longest-waiting call', ...path)).toMatchObject({ enabled: true })
    }
  })

  it('marks what is seen, not what is wished', () => {
    const { find: item } = build({
      session: online,
      agentState: { line: seen('busy'), since: 1 },
      linkage: { ...seen(true), wished: { value: false, at: 2, origin: 'window' } },
    })
    expect(item('Agent state', 'Busy')).toMatchObject({ type: 'radio', checked: true })
    expect(item('Agent state', 'Idle')).toMatchObject({ type: 'radio', checked: false, enabled: true })
    expect(item('Phone linkage')).toMatchObject({ type: 'checkbox', checked: true, enabled: true })
  })

  it('goes by what was asked while the answer is awaited: a second click takes it back', () => {
    const pending = {
      ...seen(false),
      wished: { value: true, at: 2, origin: 'tray' as const },
      isPending: true,
    }
    const { find: item, calls } = build({ session: online, linkage: pending })
    expect(item('Phone linkage')).toMatchObject({ checked: true, enabled: true })
    item('Phone linkage').click?.()
    expect(calls).toEqual([['setLinkage', false]])
  })

  it('marks a wish while nobody knows the value', () => {
    const wished = { ...emptyLine<boolean>(), wished: { value: true, at: 1, origin: 'restored' as const } }
    expect(build({ session: online, afterCall: wished }).find('Enter idle after call')).toMatchObject({
      checked: true,
    })
  })

  it.each([
    [[], 'No skills'],
    [[1], 'Chosen skills'],
    [[1, 2], 'All skills'],
  ])('queues %j are %s', (value, label) => {
    const { find: item } = build({
      session: online,
      skills: { ...configuredSkills, seen: { value, at: 1, by: 'roster' } },
    })
    const marked = item('Skill sign-in')
      .submenu?.filter((sub) => sub.checked)
      .map((sub) => sub.label)
    expect(marked).toEqual([label])
  })

  it('shows the choice that was made when several lead to the same queues', () => {
    const { find: item } = build({
      session: online,
      skills: {
        ...configuredSkills,
        choices: {
          ...emptyLine(),
          accepted: { value: { mode: 'chosen', skillIds: [1, 2] }, at: 1, askedAt: 1 },
          wished: { value: { mode: 'chosen', skillIds: [1, 2] }, at: 1, origin: 'window' },
        },
      },
    })
    expect(item('Skill sign-in', 'Chosen skills')).toMatchObject({ checked: true })
    expect(item('Skill sign-in', 'All skills')).toMatchObject({ checked: false })
  })
})

describe.each([
  ['doubtful', doubtful],
  ['recovering', recovering],
])('while the session is %s', (_name, session) => {
  const wished = <T>(value: T, before: TruthLine<T>): TruthLine<T> => ({
    ...before,
    wished: { value, at: 2, origin: 'tray' },
  })

  it('the lasting switches, the state and the sign-out can be used', () => {
    const { find: item } = build({ session, skills: configuredSkills }, true)
    for (const path of [
      ['Agent state', 'Busy'],
      ['Enter idle after call'],
      ['Phone linkage'],
      ['Skill sign-in', 'No skills'],
      ['Sign out'],
    ])
      expect(item(...path)).toMatchObject({ enabled: true })
  })

  it('nothing is called kept that is not', () => {
    expect(JSON.stringify(build({ session, linkage: wished(true, seen(false)) }).items)).not.toContain('kept')
  })

  it('a kept switch says so, shows what was asked, and is taken back by a second click', () => {
    const { find: item, calls } = build({
      session,
      linkage: wished(true, seen(false)),
      afterCall: wished(false, seen(true)),
      kept: ['linkage', 'after-call'],
    })
    expect(item('Phone linkage (kept)')).toMatchObject({ checked: true, enabled: true })
    expect(item('Enter idle after call (kept)')).toMatchObject({ checked: false, enabled: true })
    item('Phone linkage (kept)').click?.()
    expect(calls).toEqual([['setLinkage', false]])
  })

  it('a kept choice is shown as asked, and says that it is kept', () => {
    const { find: item, calls } = build(
      {
        session,
        agentState: { line: wished('busy', seen('idle')), since: 1 },
        skills: {
          ...configuredSkills,
          choices: wished(
            { mode: 'none' },
            { ...emptyLine(), accepted: { value: { mode: 'all' }, at: 1, askedAt: 1 } },
          ),
        },
        kept: ['agent-state', 'skills'],
      },
      true,
    )
    expect(item('Agent state (kept)', 'Idle')).toMatchObject({ checked: false })
    expect(item('Agent state (kept)', 'Busy (kept)')).toMatchObject({ checked: true })
    expect(item('Skill sign-in (kept)', 'All skills')).toMatchObject({ checked: false })
    expect(item('Skill sign-in (kept)', 'No skills (kept)')).toMatchObject({ checked: true })
    item('Agent state (kept)', 'Idle').click?.()
    expect(calls).toEqual([['setAgentState', 'idle']])
  })
})

describe('clicks', () => {
  it.each([
    [['Open Deskside'], ['open']],
    [
      ['Agent state', 'Idle'],
      ['setAgentState', 'idle'],
    ],
    [
      ['Agent state', 'Wrap-up'],
      ['setAgentState', 'wrap-up'],
    ],
    [['Enter idle after call'], ['setAfterCall', true]],
    [['Phone linkage'], ['setLinkage', false]],
    [
      ['Skill sign-in', 'All skills'],
      ['signInToSkills', 'all'],
    ],
    [
      ['Skill sign-in', 'Chosen skills'],
      ['signInToSkills', 'chosen'],
    ],
    [
      ['Skill sign-in', 'No skills'],
      ['signInToSkills', 'none'],
    ],
    [
      ['Transfer longest-waiting call', 'Technical support'],
      ['transferLongestWaiting', 2],
    ],
    [['Sign out'], ['signOut']],
    [['Quit'], ['quit']],
  ])('%j', (path, call) => {
    const { calls, find: item } = build(
      { session: online, queues, skills: configuredSkills, linkage: seen(true), afterCall: seen(false) },
      true,
    )
    item(...path).click?.()
    expect(calls).toEqual([call])
  })
})

describe('icon', () => {
  const talking = { line: seen<AgentState>('talking'), since: 1 }
  const call = (phase: CallView['phase']): CallView => ({ callId: '1', phase, caller: null, since: 1 })
  it.each([
    [{}, 'signed-out'],
    [{ session: online }, 'unknown'],
    [{ session: online, agentState: { line: seen('talking'), since: 1 } }, 'talking'],
    [{ session: doubtful, agentState: { line: seen('idle'), since: 1 } }, 'interrupted'],
    [{ session: recovering, agentState: { line: seen('idle'), since: 1 } }, 'recovering'],
    [{ session: online, agentState: talking, call: call('arriving') }, 'arriving'],
    [{ session: online, agentState: talking, call: call('ringing') }, 'ringing'],
    [{ session: online, agentState: talking, call: call('talking') }, 'talking'],
    [{ session: doubtful, agentState: talking, call: call('ringing') }, 'interrupted'],
    [{ session: { phase: 'taken-over', ...over } }, 'taken-over'],
    [{ session: { phase: 'taken-over', ...held } }, 'held-elsewhere'],
    [{ session: { phase: 'ended', ...over } }, 'ended'],
  ] as readonly (readonly [Partial<DeskState>, string])[])('%# %s', (changes, status) => {
    expect(trayStatus(snapshotOf(changes))).toBe(status)
  })
})
