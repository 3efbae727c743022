import { describe, expect, it } from 'vitest'
import { emptyLine, type TruthLine } from '../../shared/domain/truth-line.ts'
import { buildTray, configuredSkills, doubtful, recovering, seen } from './testing/tray-build.ts'

describe.each([
  ['doubtful', doubtful],
  ['recovering', recovering],
])('while the session is %s', (_name, session) => {
  const wished = <T>(value: T, before: TruthLine<T>): TruthLine<T> => ({
    ...before,
    wished: { value, at: 2, origin: 'tray' },
  })

  it('the lasting switches, the state and the sign-out can be used', () => {
    const { find: item } = buildTray({ session, skills: configuredSkills }, true)
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
    expect(JSON.stringify(buildTray({ session, linkage: wished(true, seen(false)) }).items)).not.toContain(
      'kept',
    )
  })

  it('a kept switch says so, shows what was asked, and is taken back by a second click', () => {
    const { find: item, calls } = buildTray({
      session,
      linkage: wished(true, seen(false)),
      afterCall: wished(false, seen(true)),
      kept: ['linkage', 'after-call'],
    })
    expect(item('Phone linkage (kept)')).toMatchObject({ checked: true, enabled: true })
    expect(item('Enter idle after call (kept)')).toMatchObject({ checked: false, enabled: true })
    item('Phone linkage (kept)').click?.()
    expect(calls).toEqual(['linkage=off'])
  })

  it('a kept choice is shown as asked, and says that it is kept', () => {
    const { find: item, calls } = buildTray(
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
    expect(calls).toEqual(['state=idle'])
  })
})
