import { beforeEach, describe, expect, it } from 'vitest'
import { alertKinds, type AlertKind, type Preferences } from '../../shared/preferences/preference-schemas.ts'
import { MemorySettings } from '../agent/testing/desk-fixture.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { PreferencesKeeper } from '../preferences/preferences.ts'
import { ManualClock } from '../time/testing/manual-clock.ts'
import { AlertDesk } from './alert-desk.ts'

let clock: ManualClock
let isFocused: boolean
/** How far the system's time of day was set, beside the clock that only goes on. */
let setByMs: number
let done: string[]
let click: () => void

function open(preferences: Partial<Preferences> = {}): AlertDesk {
  clock = new ManualClock(new Date(2026, 10, 21, 14, 0).getTime())
  isFocused = false
  setByMs = 0
  done = []
  return new AlertDesk({
    preferences: new PreferencesKeeper({
      settings: new MemorySettings({ preferences }),
      fromCommandLine: {},
      log: createRecordingLogger().log,
    }),
    clock,
    timeOfDay: () => clock.now() + setByMs,
    isFocused: () => isFocused,
    showNote: (note, onClick) => {
      done.push(`note ${note.body}`)
      click = onClick
    },
    playSound: ({ kind, volume }) => done.push(`sound ${kind} at ${volume}`),
    show: (part) => done.push(`show ${part}`),
    moreOf: (kind, count) => ({ title: kind, body: `${count} more` }),
  })
}

const raise = (desk: AlertDesk, kind: AlertKind, body = 'first', subject: string | null = null): void =>
  desk.raise({ kind, subject, note: { title: 'Deskside', body } })

const everything = Object.fromEntries(
  alertKinds.map((kind) => [kind, { note: true, sound: true }]),
) as Preferences['alerts']
const nothing = Object.fromEntries(
  alertKinds.map((kind) => [kind, { note: false, sound: false }]),
) as Preferences['alerts']

describe('nothing is heard or shown', () => {
  it.each(alertKinds)('when nobody wants it: %s', (kind) => {
    raise(open({ alerts: nothing }), kind)
    expect(done).toEqual([])
  })

  it.each(alertKinds)('in the quiet hours: %s', (kind) => {
    raise(open({ alerts: everything, quietHours: { isOn: true, from: '13:00', to: '15:00' } }), kind)
    expect(done).toEqual([])
  })

  it('when the quiet hours began before the summary of several', async () => {
    const desk = open({ alerts: everything, quietHours: { isOn: true, from: '14:01', to: '15:00' } })
    await clock.advance(55_000)
    raise(desk, 'call-missed')
    raise(desk, 'call-missed')
    await clock.advance(10_000)
    expect(done).toEqual(['sound call-missed at 60', 'note first'])
  })

  it('once the program has begun to end', async () => {
    const desk = open({ alerts: everything })
    raise(desk, 'call-missed')
    raise(desk, 'call-missed')
    desk.dispose()
    raise(desk, 'state-forced')
    await clock.advance(10_000)
    expect(done).toEqual(['sound call-missed at 60', 'note first'])
  })
})

describe('the quiet hours are those of the time of day that the agent reads', () => {
  const quietHours = { isOn: true, from: '13:00', to: '14:00' }

  it('also when it was set back into them', () => {
    const desk = open({ alerts: everything, quietHours })
    setByMs = -3_600_000
    raise(desk, 'call-missed')
    expect(done).toEqual([])
  })

  it('also when it was set on out of them', () => {
    const desk = open({ alerts: everything, quietHours: { ...quietHours, to: '15:00' } })
    setByMs = 3_600_000
    raise(desk, 'call-missed')
    expect(done).toEqual(['sound call-missed at 60', 'note first'])
  })
})

describe('who looks at the window', () => {
  beforeEach(() => {
    done = []
  })

  it.each(alertKinds)('gets no note: %s', (kind) => {
    const desk = open({ alerts: everything })
    isFocused = true
    raise(desk, kind)
    expect(done.filter((line) => line.startsWith('note'))).toEqual([])
  })

  it('hears only what cannot wait for the eye', () => {
    const desk = open({ alerts: everything, soundVolume: 35 })
    isFocused = true
    for (const kind of alertKinds) raise(desk, kind)
    expect(done).toEqual(['sound call-arriving at 35', 'sound rest-over at 35'])
  })
})

it('a volume of nothing is no sound', () => {
  raise(open({ alerts: everything, soundVolume: 0 }), 'call-arriving')
  expect(done).toEqual(['note first'])
})

it.each<[AlertKind, string]>([
  ['call-arriving', 'desk'],
  ['waiting-long', 'waiting'],
  ['transfer-result', 'waiting'],
  ['session-trouble', 'window'],
])('a click on the note of %s shows %s', (kind, part) => {
  raise(open({ alerts: everything }), kind)
  click()
  expect(done.at(-1)).toBe(`show ${part}`)
})

describe('several within ten seconds', () => {
  it('are one sound and one note, and then one that counts the others', async () => {
    const desk = open({ alerts: everything })
    for (let n = 0; n < 4; n++) raise(desk, 'call-missed')
    await clock.advance(9999)
    expect(done).toEqual(['sound call-missed at 60', 'note first'])
    await clock.advance(1)
    expect(done.slice(2)).toEqual(['note 3 more'])
  })

  it('a second one is told with the same words again', async () => {
    const desk = open({ alerts: everything })
    raise(desk, 'transfer-result')
    raise(desk, 'transfer-result')
    await clock.advance(10_000)
    expect(done).toEqual(['sound transfer-result at 60', 'note first', 'note first'])
  })

  it('of one kind with different words: each is shown at once, and heard once', async () => {
    const desk = open({ alerts: everything })
    raise(desk, 'session-trouble', 'the linkage failed')
    raise(desk, 'session-trouble', 'the session ended')
    const all = ['sound session-trouble at 60', 'note the linkage failed', 'note the session ended']
    expect(done).toEqual(all)
    await clock.advance(10_000)
    expect(done).toEqual(all)
    expect(clock.pendingTimers).toBe(0)
  })

  it('of different kinds, or about different things, are told each', () => {
    const desk = open({ alerts: everything })
    raise(desk, 'call-missed')
    raise(desk, 'state-forced')
    raise(desk, 'call-arriving', 'first', 'call 1')
    raise(desk, 'call-arriving', 'next', 'call 2')
    expect(done.filter((line) => line.startsWith('sound'))).toHaveLength(4)
  })

  it('afterwards the next is fresh, and no timer is left', async () => {
    const desk = open({ alerts: everything })
    raise(desk, 'call-missed')
    await clock.advance(10_000)
    raise(desk, 'call-missed', 'later')
    await clock.advance(10_000)
    expect(done).toEqual(['sound call-missed at 60', 'note first', 'sound call-missed at 60', 'note later'])
    expect(clock.pendingTimers).toBe(0)
  })
})
