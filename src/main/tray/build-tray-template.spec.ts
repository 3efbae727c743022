import { describe, expect, it } from 'vitest'
import { emptyLine } from '../../shared/domain/truth-line.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import { tray as texts } from '../../shared/i18n/en/tray.ts'
import type { DeskState } from '../agent/desk-state.ts'
import { signedOut } from '../session/session-state.ts'
import {
  buildTray,
  configuredSkills,
  doubtful,
  held,
  online,
  over,
  queues,
  recovering,
  seen,
  signedIn,
} from './testing/tray-build.ts'

describe('signed out', () => {
  it('everything but the window and the end is disabled and says why', () => {
    const { items } = buildTray()
    const enabled = items.filter((item) => item.label !== undefined && item.enabled !== false)
    expect(enabled.map((item) => item.label)).toEqual(['Open Deskside', 'Quit'])
    for (const item of items.filter((one) => one.enabled === false)) {
      expect([item.sublabel, item.toolTip]).toEqual(['Sign in first', 'Sign in first'])
    }
  })

  it('no state looks like the present one', () => {
    const { find: item } = buildTray()
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
      expect(buildTray(changes).find(...path)).toMatchObject({
        enabled: false,
        sublabel: reason,
        toolTip: reason,
      })
    },
  )
})

describe('signed in', () => {
  it('has exactly the agreed items', () => {
    const { items } = buildTray({ session: online, queues, skills: configuredSkills })
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
    const { find: item } = buildTray({ session: online, queues, agentState: { line: seen(state), since: 1 } })
    for (const path of [[], ['Billing'], ['Technical support']]) {
      expect(item('Transfer longest-waiting call', ...path)).toMatchObject({ enabled: true })
    }
  })

  it('marks what is seen, not what is wished', () => {
    const { find: item } = buildTray({
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
    const { find: item, calls } = buildTray({ session: online, linkage: pending })
    expect(item('Phone linkage')).toMatchObject({ checked: true, enabled: true })
    item('Phone linkage').click?.()
    expect(calls).toEqual(['linkage=off'])
  })

  it('marks a wish while nobody knows the value', () => {
    const wished = { ...emptyLine<boolean>(), wished: { value: true, at: 1, origin: 'restored' as const } }
    expect(buildTray({ session: online, afterCall: wished }).find('Enter idle after call')).toMatchObject({
      checked: true,
    })
  })

  it.each([
    [[], 'No skills'],
    [[1], 'Chosen skills'],
    [[1, 2], 'All skills'],
  ])('queues %j are %s', (value, label) => {
    const { find: item } = buildTray({
      session: online,
      skills: { ...configuredSkills, seen: { value, at: 1, by: 'roster' } },
    })
    const marked = item('Skill sign-in')
      .submenu?.filter((sub) => sub.checked)
      .map((sub) => sub.label)
    expect(marked).toEqual([label])
  })

  it.each([
    ['all was chosen, of which nothing came', { mode: 'all' }, [], 'No skills'],
    ['all was chosen, and some queues are missing', { mode: 'all' }, [1], 'Chosen skills'],
    ['none was chosen, and nobody knows what came of it', { mode: 'none' }, null, 'No skills'],
  ] as const)('%s', (_what, choice, seenIds, label) => {
    const { find } = buildTray({
      session: online,
      skills: {
        ...configuredSkills,
        choices: { ...emptyLine<SkillChoice>(), wished: { value: choice, at: 1, origin: 'window' } },
        seen: seenIds === null ? null : { value: seenIds, at: 2, by: 'roster' },
      },
    })
    const items = find('Skill sign-in').submenu ?? []
    expect(items.filter(({ checked }) => checked).map((item) => item.label)).toEqual([label])
    expect(items.map(({ type }) => type)).toEqual(['radio', 'radio', 'radio'])
  })

  it('marks no choice of queues that nobody knows', () => {
    const { find } = buildTray({ session: online, skills: configuredSkills })
    for (const item of find('Skill sign-in').submenu ?? [])
      expect(item).toMatchObject({ type: 'checkbox', checked: false })
  })

  it('shows the choice that was made when several lead to the same queues', () => {
    const { find: item } = buildTray({
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

it.each([
  ['on', seen(true), true, 'off'],
  ['off', seen(false), false, 'on'],
  ['known to nobody', emptyLine<boolean>(), false, 'on'],
] as const)('a switch that is %s asks for the other', (_what, line, checked, order) => {
  const { find } = buildTray({ session: online, afterCall: line, linkage: line })
  for (const [label, name] of [
    ['Enter idle after call', 'auto-idle'],
    ['Phone linkage', 'linkage'],
  ] as const) {
    expect(find(label)).toMatchObject({ id: `${name}=${order}`, type: 'checkbox', checked })
  }
})

it('a state that is asked for is neither marked nor called kept while its answer is awaited', () => {
  const wished = { value: 'busy' as const, at: 1, origin: 'tray' as const }
  const line = { ...emptyLine<'busy' | 'idle'>(), ...seen('idle' as const), wished, isPending: true }
  const { find } = buildTray({ session: online, agentState: { line, since: 1 } })
  expect(find('Agent state', 'Idle').checked).toBe(true)
  expect(find('Agent state', 'Busy').checked).toBe(false)
})

describe('clicks run the command they stand for', () => {
  it.each([
    [['Open Deskside'], 'show=window'],
    [['Agent state', 'Idle'], 'state=idle'],
    [['Agent state', 'Wrap-up'], 'state=wrap-up'],
    [['Enter idle after call'], 'auto-idle=on'],
    [['Phone linkage'], 'linkage=off'],
    [['Skill sign-in', 'All skills'], 'skills=all'],
    [['Skill sign-in', 'Chosen skills'], 'skills=chosen'],
    [['Skill sign-in', 'No skills'], 'skills=none'],
    [['Transfer longest-waiting call', 'Technical support'], 'transfer-longest=2'],
    [['Sign out'], 'sign-out'],
    [['Quit'], 'quit'],
  ])('%j', (path, call) => {
    const { calls, find: item } = buildTray(
      { session: online, queues, skills: configuredSkills, linkage: seen(true), afterCall: seen(false) },
      true,
    )
    item(...path).click?.()
    expect(calls).toEqual([call])
  })
})
