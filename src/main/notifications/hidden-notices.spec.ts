import { beforeEach, describe, expect, it } from 'vitest'
import type { AbsenceChange, AbsenceReport } from '../../shared/domain/absence.ts'
import { createFixture, type DeskFixture } from '../agent/testing/desk-fixture.ts'
import type { GatewayError } from '../gateway/gateway-error.ts'
import { alertKindOf } from './alert-kind.ts'
import { alertNote } from './alert-note.ts'
import { HiddenNotices, type DesktopNote } from './hidden-notices.ts'
import { wordsOf } from '../words/words.ts'
import { absenceText, noteText } from './note-text.ts'
import { ToldFailures } from './told-failures.ts'

describe('HiddenNotices', () => {
  let fixture: DeskFixture
  let isVisible: boolean
  let shown: DesktopNote[]
  let told: ToldFailures

  beforeEach(async () => {
    fixture = createFixture()
    isVisible = false
    shown = []
    told = new ToldFailures()
    new HiddenNotices({
      desk: fixture.desk,
      isAnyWindowVisible: () => isVisible,
      alertKindOf,
      raise: (_kind, note) => shown.push(note),
      noteFor: (content) => alertNote(content, wordsOf('en')),
      noteForAbsence: (report) => absenceText(report, wordsOf('en')),
      wasTold: (error) => told.wasTold(error),
      show: (note) => shown.push(note),
    }).start()
    await fixture.signIn()
  })

  it('leaves answers to the window while it is open', async () => {
    isVisible = true
    fixture.store.notify('error', { kind: 'wish-failed', wish: 'linkage', error: { code: 'timed-out' } })
    await fixture.settle()
    isVisible = false
    fixture.store.dismissNotice(99)
    await fixture.settle()
    expect(shown).toEqual([])
  })

  it('says once that the platform signed the agent out', async () => {
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
    fixture.store.notify('info', { kind: 'second-start' })
    await fixture.settle()
    expect(shown).toHaveLength(1)
    expect(shown[0]?.body).toMatch(/^Session ended\. /)
  })

  it('leaves notices that can wait to the window', async () => {
    fixture.store.notify('warning', { kind: 'settings-not-saved' })
    fixture.store.notify('warning', { kind: 'journal-not-kept' })
    await fixture.settle()
    expect(shown).toEqual([])
  })

  it.each([true, false])('raises an alert, also while a window is open: %s', async (isOpen) => {
    isVisible = isOpen
    fixture.store.notify('success', {
      kind: 'transfer',
      callId: 'c',
      caller: '13800000001',
      fromSkillId: 1,
      toSkillId: 2,
      outcome: 'moved',
      error: null,
    })
    await fixture.settle()
    expect(shown).toHaveLength(1)
    expect(JSON.stringify(shown)).not.toContain('13800000001')
  })

  it.each(['skills-differ', 'rest-over', 'password-change-forced'] as const)('tells %s', async (kind) => {
    fixture.store.notify('warning', { kind })
    await fixture.settle()
    expect(shown).toHaveLength(1)
  })

  it('tells that an inspector changed the state, and to what', async () => {
    fixture.store.notify('warning', { kind: 'state-forced', state: 'busy' })
    await fixture.settle()
    expect(shown[0]?.body).toMatch(/supervisor.*Busy/)
  })

  it('tells a missed call without its number', async () => {
    fixture.store.notify('warning', { kind: 'call-missed', caller: '13800000001' })
    await fixture.settle()
    expect(shown[0]?.body).toMatch(/missed a call/)
    expect(JSON.stringify(shown)).not.toContain('13800000001')
  })

  it('tells which state was not asked for, and what kept it from being asked', async () => {
    const states = { asked: 'rest', present: 'talking' } as const
    fixture.store.notify('warning', { kind: 'wish-dropped', wish: 'agent-state', states })
    await fixture.settle()
    expect(shown[0]?.body).toMatch(/Rest .* Talking/)
  })

  it('tells that a wish was dropped, and which', async () => {
    fixture.store.notify('warning', { kind: 'wish-dropped', wish: 'agent-state' })
    await fixture.settle()
    expect(shown[0]?.body).toMatch(/^Agent state: /)
  })

  it.each([
    { kind: 'session-ended', cause: 'shut-down' },
    { kind: 'state-forced', state: 'busy' },
    { kind: 'wish-dropped', wish: 'linkage' },
    { kind: 'wish-dropped', wish: 'agent-state', states: { asked: 'rest', present: 'talking' } },
    { kind: 'call-missed', caller: '13800000001' },
    { kind: 'linkage-failed', result: 3 },
    { kind: 'wish-failed', wish: 'linkage', error: { code: 'timed-out' } },
  ] as const)('%j leaves no place in its text unfilled', (content) => {
    expect(noteText(content, wordsOf('en'))?.body).not.toMatch(/[{}]/)
  })

  describe('a wish that failed', () => {
    const refusal: GatewayError = {
      kind: 'refused',
      reason: 'not-in-this-state',
      retcode: '100-009',
      message: 'call 13800000001',
    }
    /** As the tray asks: it tells a failure by itself. */
    const askInTray = async (ask: () => Promise<Awaited<ReturnType<DeskFixture['desk']['setLinkage']>>>) => {
      const answer = ask().then((result) => {
        if (!result.ok) told.tell(result.error)
      })
      told.expect(answer)
      await fixture.clock.advance(2_000)
      await answer
    }

    beforeEach(async () => {
      fixture.gateway.status = { state: 'busy', isInCall: false }
      fixture.gateway.emit({ type: 'busy', reason: 1, isForced: false })
      await fixture.settle()
    })

    it.each([
      [
        'an agent state',
        'rest',
        (desk: DeskFixture['desk']) => desk.setAgentState({ state: 'rest' }, 'tray'),
      ],
      ['a switch', 'resetSkills', (desk: DeskFixture['desk']) => desk.setLinkage(true, 'tray')],
    ] as const)('in the tray is not told twice: %s', async (_name, method, ask) => {
      fixture.gateway.failNext(method, refusal)
      await askInTray(() => ask(fixture.desk))
      expect(fixture.desk.snapshot.notices).toMatchObject([{ content: { kind: 'wish-failed' } }])
      expect(shown).toEqual([])
    })

    it('after it was kept in a gap is told: the tray has long answered', async () => {
      fixture.gateway.failPoll({ kind: 'timed-out' })
      await fixture.clock.advance(100)
      fixture.gateway.failNext('rest', refusal)
      await askInTray(() => fixture.desk.setAgentState({ state: 'rest' }, 'tray'))
      fixture.gateway.emit(null)
      await fixture.clock.advance(5_000)
      expect(shown.map(({ body }) => body)).toEqual([expect.stringMatching(/^Agent state: .*100-009/)])
      expect(JSON.stringify(shown)).not.toContain('13800000001')
    })

    it('later is told, although another one of the same kind was told in the tray', async () => {
      fixture.gateway.failNext('rest', refusal, refusal)
      await askInTray(() => fixture.desk.setAgentState({ state: 'rest' }, 'tray'))
      void fixture.desk.setAgentState({ state: 'rest' }, 'window')
      await fixture.clock.advance(2_000)
      expect(shown).toHaveLength(1)
    })
  })

  describe('after an absence', () => {
    const caller = '13800000001'
    const report = (
      id: number,
      changes: readonly AbsenceChange[],
      hasSessionEnded = false,
    ): AbsenceReport => ({
      ...{ id, from: 1, until: 2, cause: 'sleep', unread: [], changes, hasSessionEnded },
    })
    const missed: AbsenceChange = { kind: 'call-missed', caller }
    const put = (absence: AbsenceReport): void => fixture.store.update((state) => ({ ...state, absence }))

    it.each<[string, AbsenceReport]>([
      ['in which nothing changed', report(1, [])],
      ['after which only a wish was sent', report(1, [{ kind: 'wish-sent', wish: 'linkage' }])],
      ['whose dropped wish is a notice', report(1, [{ kind: 'wish-dropped', wish: 'agent-state' }])],
      ['whose end of the session is a notice', report(1, [missed], true)],
    ])('%s it says nothing', async (_name, absence) => {
      put(absence)
      await fixture.settle()
      expect(shown).toEqual([])
    })

    it('it says nothing later of what a window has shown', async () => {
      isVisible = true
      put(report(1, [missed]))
      await fixture.settle()
      isVisible = false
      put(report(1, [missed, { kind: 'wish-sent', wish: 'linkage' }]))
      await fixture.settle()
      expect(shown).toEqual([])
    })

    it('it says what changed, each once, and no number of a caller', async () => {
      put(
        report(1, [
          { kind: 'agent-state', before: 'idle', after: 'busy', isForced: true },
          { kind: 'queues-lost', skillIds: [1] },
          { kind: 'queues-gained', skillIds: [2] },
          missed,
        ]),
      )
      await fixture.settle()
      expect(shown).toHaveLength(1)
      expect(shown[0]?.body).toContain('your state, your queues, and a missed call.')
      expect(JSON.stringify(shown)).not.toContain(caller)
    })

    it('it says so once for each absence', async () => {
      for (const absence of [report(1, [missed]), report(1, [missed, missed]), report(2, [missed])]) {
        put(absence)
        await fixture.settle()
      }
      expect(shown).toHaveLength(2)
    })
  })
})
