import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/i18n/languages.ts'
import { defaultPreferences } from '../../shared/preferences/default-preferences.ts'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { snapshotOf } from '../ipc/testing/fake-desk.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { failureText } from './failure-text.ts'
import { nameCommand, PresentWords, wordsOf } from './words.ts'

const english = wordsOf('en')

describe('text of a failure', () => {
  const { errors, refusals } = english.messages

  it.each([
    [{ code: 'timed-out' } as const, errors['timed-out'].what],
    [{ code: 'refused', reason: 'call-gone' } as const, refusals['call-gone'].what],
    [
      { code: 'refused', reason: 'call-gone', retcode: '200-003' } as const,
      'There is no call to mute. It was',
    ],
    [{ code: 'refused', reason: 'call-gone', retcode: '200-999' } as const, refusals['call-gone'].what],
  ])('%j says what and what next', (error, what) => {
    expect(failureText(error, english)).toContain(what)
  })

  it('names the codes for support and never the words of the gateway', () => {
    const text = failureText(
      {
        code: 'refused',
        reason: 'platform-refused',
        retcode: '100-007',
        gatewayMessage: 'call 13800000001',
      },
      english,
    )
    expect(text).toContain('(100-007)')
    expect(text).not.toMatch(/13800000001|below/)
  })

  it('gives the reason that stands beside the control', () => {
    const error = { code: 'refused', reason: 'not-now', unavailable: 'no-call' } as const
    expect(failureText(error, english)).toBe('There is no call')
  })
})

describe('language', () => {
  const setUp = (systemLocale: string) => {
    const preferences = new PreferencesKeeper({
      settings: new MemorySettings(),
      fromCommandLine: {},
      log: createRecordingLogger().log,
    })
    return { preferences, words: new PresentWords({ preferences, systemLocale: () => systemLocale }) }
  }

  it.each([
    ['es-MX', 'es'],
    ['zh-TW', 'zh-CN'],
    ['fr-FR', 'en'],
  ])('of a system that speaks %s is %s', (tag, language) => {
    expect(setUp(tag).words.now.language).toBe(language)
  })

  it('follows the preference at once, and tells when it has changed', async () => {
    const { preferences, words } = setUp('es')
    const told: string[] = []
    const undo = words.subscribe(() => told.push(words.now.language))
    await preferences.change({ guardMs: 0 })
    await preferences.change({ language: 'es' })
    expect(told).toEqual([])
    await preferences.change({ language: 'zh-CN' })
    await preferences.reset(['language'])
    expect(told).toEqual(['zh-CN', 'es'])
    undo()
    await preferences.change({ language: 'en' })
    expect(told).toEqual(['zh-CN', 'es'])
  })
})

describe('a command', () => {
  const context = {
    snapshot: snapshotOf({
      queues: [{ id: 2, name: 'Technical support', mediaType: 5 }],
      restReasons: [{ id: 3, text: 'Lunch' }],
    }),
    preferences: { ...defaultPreferences, busyReasons: [{ code: 203, name: 'Paper {state}' }] },
  }

  it.each([
    [{ name: 'transfer-longest', queue: '2' }, 'Transfer longest-waiting call to Technical support'],
    [{ name: 'transfer-longest', queue: '9' }, 'Transfer longest-waiting call to 9'],
    [{ name: 'state', state: 'busy', reason: 203 }, 'Agent state: Busy, Paper {state}'],
    [{ name: 'state', state: 'busy', reason: 204 }, 'Agent state: Busy, reason 204'],
    [{ name: 'state', state: 'rest', reason: 3 }, 'Agent state: Rest, Lunch'],
    [{ name: 'state', state: 'rest', reason: 4 }, 'Agent state: Rest, reason 4'],
    [{ name: 'skill-set', set: '{set}' }, 'Skill sign-in: set “{set}”'],
  ] as const)('%j', (command, text) => {
    expect(nameCommand(command, english, context)).toBe(text)
  })

  it.each(languages)('has a name in %s', (language) => {
    const name = nameCommand({ name: 'auto-idle', to: 'off' }, wordsOf(language), context)
    expect(name).not.toContain('commands.')
    expect(name.length).toBeGreaterThan(3)
  })
})
