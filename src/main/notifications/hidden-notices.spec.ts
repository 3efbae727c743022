import { beforeEach, describe, expect, it } from 'vitest'
import { createFixture, type DeskFixture } from '../agent/testing/desk-fixture.ts'
import { HiddenNotices, type DesktopNote } from './hidden-notices.ts'
import { noteText } from './note-text.ts'

describe('HiddenNotices', () => {
  let fixture: DeskFixture
  let isVisible: boolean
  let shown: DesktopNote[]

  beforeEach(async () => {
    fixture = createFixture()
    isVisible = false
    shown = []
    new HiddenNotices({
      desk: fixture.desk,
      isAnyWindowVisible: () => isVisible,
      noteFor: noteText,
      show: (note) => shown.push(note),
    }).start()
    await fixture.signIn()
  })

  it('says nothing while a window is open', async () => {
    isVisible = true
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
    isVisible = false
    fixture.store.dismissNotice(99)
    expect(shown).toEqual([])
  })

  it('says once that the platform signed the agent out', async () => {
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
    fixture.store.notify('info', { kind: 'second-start' })
    expect(shown).toHaveLength(1)
    expect(shown[0]?.body).toMatch(/^Session ended\. /)
  })

  it('leaves notices that can wait to the window', () => {
    fixture.store.notify('success', {
      kind: 'transfer',
      callId: 'c',
      caller: '13800000001',
      fromSkillId: 1,
      toSkillId: 2,
      outcome: 'moved',
      error: null,
    })
    fixture.store.notify('warning', { kind: 'settings-not-saved' })
    expect(shown).toEqual([])
  })

  it.each(['skills-differ', 'rest-over', 'password-change-forced'] as const)('tells %s', (kind) => {
    fixture.store.notify('warning', { kind })
    expect(shown).toHaveLength(1)
  })
})
