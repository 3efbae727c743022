import { describe, expect, it } from 'vitest'
import type { Diagnostics } from '../../shared/domain/diagnostics.ts'
import { err, ok } from '../../shared/result.ts'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { About, type AboutDeps } from './about.ts'

const facts = {
  version: '1.2.3',
  host: 'electron',
  system: 'Linux 6.8 x64',
  userData: '/home/a/Deskside',
} as const
const versions = { electron: '45.0.0', chrome: '153.0.0', node: '24.21.0' }
const quiet: Diagnostics = {
  startedAt: Date.UTC(2026, 10, 21, 8),
  requests: [],
  requestsLastHour: 0,
  queueQueryPeak: 0,
  answerMedianMs: null,
  answerSlowestMs: null,
  isJournalKept: false,
}

function setUp(change: Partial<AboutDeps> = {}, figures: Partial<Diagnostics> = {}) {
  const { log, entries: lines } = createRecordingLogger()
  const opened: string[] = []
  const about = new About({
    facts,
    versions,
    diagnostics: { read: () => ({ ...quiet, ...figures }) },
    openPath: async (path) => {
      opened.push(path)
      return ''
    },
    log,
    ...change,
  })
  return { about, opened, lines }
}

describe('the folder of the data', () => {
  it('that the system does not open: the agent is told that, the log why', async () => {
    const { about, lines } = setUp({ openPath: async () => 'No application is registered' })
    expect(await about.openUserData()).toEqual(err({ code: 'storage-failed' }))
    expect(JSON.stringify(lines)).toContain('No application is registered')
  })

  it('is the one that is opened', async () => {
    const { about, opened } = setUp()
    expect(await about.openUserData()).toEqual(ok(null))
    expect(opened).toEqual(['/home/a/Deskside'])
  })
})

describe('what it runs on', () => {
  it.each([
    ['no Electron on the trial host, whatever it claims', 'chromium', versions, { electron: null }],
    ['what nobody says is not known', 'electron', {}, { electron: null, chromium: null, node: '' }],
    [
      'Electron with what it brings',
      'electron',
      versions,
      { electron: '45.0.0', chromium: '153.0.0', node: '24.21.0' },
    ],
  ] as const)('%s', (_what, host, present, expected) => {
    const { about } = setUp({ facts: { ...facts, host }, versions: present })
    expect(about.read()).toMatchObject({ ...facts, host, ...expected })
  })
})

describe('the text for support', () => {
  it('says what is not there', () => {
    const { about } = setUp({ facts: { ...facts, host: 'chromium' }, versions: {} })
    expect(about.diagnosticsText()).toBe(
      [
        'Deskside 1.2.3, host chromium',
        'Electron none, Chromium unknown, Node ',
        'Linux 6.8 x64',
        'Running since 2026-11-21T08:00:00.000Z',
        'Requests in the last hour: 0; most queue queries in two seconds: 0',
        'Answers: median none ms, slowest none ms',
        'Activity log on disk: no',
        '',
      ].join('\n'),
    )
  })

  it('holds versions and figures, and neither the folder nor a person', () => {
    const { about } = setUp(
      {},
      {
        requests: [{ name: 'resetSkill', lastHour: 3, failedLastHour: 1, sinceStart: 9 }],
        requestsLastHour: 3,
        queueQueryPeak: 2,
        answerMedianMs: 14,
        answerSlowestMs: 230,
        isJournalKept: true,
      },
    )
    const text = about.diagnosticsText()
    for (const line of [
      'Deskside 1.2.3, host electron',
      'Electron 45.0.0, Chromium 153.0.0, Node 24.21.0',
      'Requests in the last hour: 3; most queue queries in two seconds: 2',
      'Answers: median 14 ms, slowest 230 ms',
      'Activity log on disk: yes',
      '  resetSkill: 3 in the last hour, 1 of them failed, 9 since the start',
    ])
      expect(text.split('\n')).toContain(line)
    expect(text).not.toContain('/home')
  })
})
