import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/command.ts'
import { parseCommand } from '../../shared/commands/parse-command.ts'
import type { NewJournalEntry } from '../../shared/domain/journal.ts'
import { doors, emptyLine, type Door } from '../../shared/domain/truth-line.ts'
import type { Preferences } from '../../shared/preferences/preference-schemas.ts'
import { err, ok } from '../../shared/result.ts'
import { newCall } from '../agent/call-facts.ts'
import type { DeskState } from '../agent/desk-state.ts'
import { FakeDesk, snapshotOf } from '../ipc/testing/fake-desk.ts'
import { fakeRecords } from '../ipc/testing/fake-records.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import {
  configuredSkills,
  doubtful,
  held,
  online,
  over,
  queues,
  seen,
  signingIn,
} from '../tray/testing/tray-build.ts'
import { ChosenQueues } from './chosen-queues.ts'
import { CommandRunner } from './command-runner.ts'

const command = (text: string): Command => {
  const parsed = parseCommand(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.kind}`)
  return parsed.value
}

async function setUp(changes: Partial<DeskState> = {}, preferences: Partial<Preferences> = {}) {
  const desk = new FakeDesk()
  desk.snapshot = snapshotOf({ session: online, queues, skills: configuredSkills, ...changes })
  const records = fakeRecords()
  await records.preferences.change(preferences)
  const journal: NewJournalEntry[] = []
  const told: string[] = []
  const guard = { isClosed: false }
  const end = { hasBegun: false }
  const runner = new CommandRunner({
    desk,
    preferences: records.preferences,
    chosen: new ChosenQueues(desk),
    guard,
    show: (part) => told.push(`show ${part}`),
    quit: () => told.push('quit'),
    isEnding: () => end.hasBegun,
    journal: { record: (entry) => void journal.push(entry) },
    log: createRecordingLogger().log,
  })
  const run = (text: string, door: Door = 'tray') => runner.run(command(text), door)
  return { desk, runner, run, journal, told, guard, end, preferences: records.preferences }
}

describe('refused', () => {
  it('once the end has begun: everything, at every door', async () => {
    const { run, end, desk, told } = await setUp()
    end.hasBegun = true
    for (const text of ['state=busy', 'auto-idle=on', 'sign-out', 'show=desk', 'quit']) {
      for (const door of doors) expect(await run(text, door)).toMatchObject({ ok: false })
    }
    expect([desk.calls, told]).toEqual([[], []])
  })

  it.each(['state=busy', 'sign-out', 'transfer-longest=2'])(
    '%s from a key just after the situation had changed by itself',
    async (text) => {
      const { run, guard, desk, journal } = await setUp()
      guard.isClosed = true
      for (const door of ['shortcut', 'palette'] as const) {
        expect(await run(text, door)).toEqual(err({ code: 'refused', reason: 'just-changed' }))
      }
      expect(desk.calls).toEqual([])
      expect(journal).toMatchObject([
        { kind: 'command', cause: 'shortcut', details: { refused: 'just-changed' } },
        { kind: 'command', cause: 'palette', details: { refused: 'just-changed' } },
      ])
      expect(await run(text, 'tray')).toMatchObject({ ok: text !== 'transfer-longest=2' })
      expect(desk.calls).toHaveLength(1)
    },
  )

  it.each(['auto-idle=off', 'linkage=on', 'skills=none', 'show=desk', 'window=mini'])(
    'not %s, which is easily taken back',
    async (text) => {
      const { run, guard } = await setUp()
      guard.isClosed = true
      expect(await run(text, 'shortcut')).toEqual({ ok: true, value: null })
    },
  )

  it.each([
    ['sign-out', { session: { phase: 'signed-out', ended: null } }, { code: 'not-connected' }],
    ['auto-idle=on', { session: { phase: 'ended', ...over } }, 'session-ended'],
    ['state=idle', { session: { phase: 'taken-over', ...over } }, 'taken-over'],
    ['linkage=on', { session: { phase: 'taken-over', ...held } }, 'held-elsewhere'],
    ['state=idle', { agentState: { line: seen('idle'), since: 1 } }, 'present-state'],
    ['state=busy', { agentState: { line: seen('rest'), since: 1 } }, 'not-from-this-state'],
    ['skills=chosen', {}, 'nothing-chosen'],
    ['skill-set=Mornings', {}, 'no-such-set'],
    ['transfer-longest=9', {}, 'no-such-queue'],
    ['transfer-longest=billing', {}, 'no-such-queue'],
    ['transfer-longest=1', { queues: [] }, 'no-target-queue'],
    ['call=release', {}, 'no-call'],
    ['call=release', { session: doubtful }, 'gateway-silent'],
    ['call=release', { session: doubtful, call: newCall('talking', 1) }, 'gateway-silent'],
    ['call=release', { session: signingIn }, 'session-changing'],
    ['call=retrieve', { call: newCall('talking', 1) }, 'not-on-hold'],
    ['call=hold', { call: newCall('ringing', 1) }, 'not-answered'],
    ['cancel-wish=linkage', {}, 'nothing-kept'],
  ] as readonly (readonly [string, Partial<DeskState>, string | object])[])(
    '%s, with the reason that also stands beside the control',
    async (text, changes, reason) => {
      const { run, desk, journal } = await setUp(changes)
      const error =
        typeof reason === 'string' ? { code: 'refused', reason: 'not-now', unavailable: reason } : reason
      expect(await run(text)).toEqual({ ok: false, error })
      expect(desk.calls).toEqual([])
      const refused = typeof reason === 'string' ? reason : 'not-connected'
      expect(journal).toMatchObject([{ kind: 'command', cause: 'tray', details: { refused } }])
    },
  )
})

describe('carried out, under the name of its door', () => {
  const mornings = [
    { name: 'Mornings', skillIds: [1, 2] },
    { name: 'Empty', skillIds: [] },
  ]

  it.each([
    ['state=busy', ['setAgentState', { state: 'busy', reason: null }, 'shortcut']],
    ['auto-idle=on', ['setAfterCall', true, 'shortcut']],
    ['auto-idle=off', ['setAfterCall', false, 'shortcut']],
    ['auto-idle=toggle', ['setAfterCall', false, 'shortcut']],
    ['linkage=toggle', ['setLinkage', true, 'shortcut']],
    ['skills=all', ['signInToSkills', { mode: 'all' }, 'shortcut']],
    ['skills=none', ['signInToSkills', { mode: 'none' }, 'shortcut']],
    ['skill-set=Mornings', ['signInToSkills', { mode: 'chosen', skillIds: [1, 2] }, 'shortcut']],
    ['skill-set=Empty', ['signInToSkills', { mode: 'none' }, 'shortcut']],
    ['transfer-longest=2', ['transferLongestWaiting', 2, 'shortcut']],
    ['transfer-longest=Technical support', ['transferLongestWaiting', 2, 'shortcut']],
    ['sign-out', ['signOut', { force: false }, 'shortcut']],
  ] as const)('%s', async (text, call) => {
    const { run, desk } = await setUp(
      { afterCall: seen(true), linkage: seen(false) },
      { skillSets: mornings },
    )
    await run(text, 'shortcut')
    expect(desk.calls).toEqual([call])
  })

  it.each([
    ['hold', 'talking'],
    ['mute', 'talking'],
    ['release', 'talking'],
    ['retrieve', 'held'],
  ] as const)('call=%s, with a call that is %s', async (action, phase) => {
    const { run, desk } = await setUp({ call: { ...newCall(phase, 1), callId: 'c-1' } })
    expect(await run(`call=${action}`, 'shortcut')).toMatchObject({ ok: true })
    expect(desk.calls).toEqual([['controlCall', action, 'shortcut']])
  })

  it('a wish that waits is taken back', async () => {
    const { run, desk } = await setUp({ kept: ['linkage'] })
    await run('cancel-wish=linkage', 'palette')
    expect(desk.calls).toEqual([['cancelWish', 'linkage', 'palette']])
  })

  it('chosen skills are the queues chosen last, also after "all" replaced them', async () => {
    const chosenAs = (skillIds: readonly number[]) => ({
      ...configuredSkills,
      choices: {
        ...emptyLine<never>(),
        wished: { value: { mode: 'chosen' as const, skillIds }, at: 1, origin: 'window' as const },
      },
    })
    const { run, desk } = await setUp({ skills: chosenAs([2]) })
    await run('skills=chosen')
    expect(desk.calls).toEqual([['signInToSkills', { mode: 'chosen', skillIds: [2] }, 'tray']])
  })

  it('a switch that nobody knows is turned on by a toggle', async () => {
    const { run, desk } = await setUp()
    await run('linkage=toggle')
    expect(desk.calls).toEqual([['setLinkage', true, 'tray']])
  })

  it('the windows are shown, resized and closed', async () => {
    const { run, told, preferences } = await setUp()
    await run('show=team')
    await run('show=window')
    await run('quit')
    expect(told).toEqual(['show roster', 'show window', 'quit'])
    const modes = []
    for (const mode of ['full', 'mini', 'mini', 'toggle', 'toggle', 'full']) {
      await run(`window=${mode}`)
      modes.push(preferences.get('windowMode'))
    }
    expect(modes).toEqual(['full', 'mini', 'mini', 'full', 'mini', 'full'])
  })

  it('a transfer answers that it was done; its receipt is in the snapshot', async () => {
    const { run, desk } = await setUp()
    desk.transferLongestWaiting = async () =>
      ok({
        callId: 'c-1',
        fromSkillId: 1,
        toSkillId: 2,
        outcome: 'moved',
        answer: null,
        askedAt: 1,
        at: 2,
        error: null,
      })
    expect(await run('transfer-longest=2')).toEqual(ok(null))
  })

  it('what the desk refuses comes back as it is', async () => {
    const { run, desk } = await setUp()
    desk.setLinkage = async () => err({ code: 'timed-out' })
    expect(await run('linkage=on')).toEqual(err({ code: 'timed-out' }))
  })
})
