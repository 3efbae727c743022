import { rosterColumns } from '../domain/roster.ts'
import type { Preferences } from './preference-schemas.ts'

const quiet = { note: true, sound: false } as const
const silent = { note: false, sound: false } as const
const loud = { note: true, sound: true } as const

/** What holds until somebody says otherwise. */
export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  textSize: 100,
  gatewayChoice: 'undecided',
  windowMode: 'full',
  isAlwaysOnTop: false,
  startsHidden: false,
  startsAtLogin: false,
  isTrayExplained: false,
  shortcuts: {},
  alerts: {
    'call-arriving': loud,
    'call-missed': quiet,
    'state-forced': loud,
    // Asks the gateway in the background, so only for those who want it.
    'waiting-long': silent,
    'session-trouble': loud,
    'transfer-result': quiet,
    'rest-over': loud,
  },
  soundVolume: 60,
  quietHours: { isOn: false, from: '22:00', to: '06:00' },
  thresholds: {
    usual: { waitingAmber: 5, waitingRed: 10, waitAmberSeconds: 60, waitRedSeconds: 180 },
    byQueue: {},
  },
  skillSets: [],
  rosterColumns: [...rosterColumns],
  isRosterByQueue: false,
  busyReasons: [],
  guardMs: 600,
}
