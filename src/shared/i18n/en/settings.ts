import type { Preferences } from '../../preferences/preference-schemas.ts'
import type { PreferenceSource } from '../../preferences/preferences-snapshot.ts'

/** The settings sheet. A row has a name and one sentence that says what it does; both are searched. */
export const settings = {
  name: 'Settings',
  about: 'All settings of Deskside, in sections. Changes hold at once.',
  close: 'Close settings',
  sections: 'Sections',
  section: {
    general: 'General',
    appearance: 'Appearance',
    desk: 'Desk',
    queues: 'Queues',
    notifications: 'Notifications',
    shortcuts: 'Shortcuts',
    connection: 'Connection',
    about: 'About',
  },
  search: 'Search settings',
  clearSearch: 'Clear the search',
  found: 'no setting found | one setting found | {count} settings found',
  noMatch: 'No setting matches “{text}”.',
  noMatchNext: 'Try another word. English words work as well.',
  results: 'Settings found',
  sources: {
    default: 'Default',
    yours: 'Set by you',
    'command-line': 'Set by the command line, for this run',
  } satisfies Record<PreferenceSource, string>,
  reset: 'Reset',
  resetRow: 'Reset: {name}',
  undo: 'Undo',
  undoRow: 'Undo: {name}',
  notSaved: 'This was not saved',
  rows: {
    language: {
      name: 'Language',
      text: 'Language of the window, the tray and the messages. Holds at once.',
    },
    startsAtLogin: {
      name: 'Start when I log in to this computer',
      text: 'Deskside is there before the first call. Signing in is still up to you.',
    },
    startsHidden: {
      name: 'Start in the tray',
      text: 'No window at the start; click the tray icon to see it.',
    },
    isAlwaysOnTop: {
      name: 'Keep the window above others',
      text: 'The full window stays in sight beside your other programs.',
    },
    theme: { name: 'Colours', text: 'Light, dark, or high contrast for tired eyes and bright rooms.' },
    textSize: { name: 'Text size', text: 'Everything grows with it, not only the words.' },
    busyReasons: {
      name: 'Busy reasons',
      text: 'Offered when you become busy. Use the codes that your contact centre has agreed on.',
    },
    skillSets: {
      name: 'Saved queue sets',
      text: 'Choices of skill queues under a name. Save one at the desk, under Skill sign-in.',
    },
    guardMs: {
      name: 'Pause after a change',
      text: 'For this long after your state or call has changed by itself, keys that end or change something do nothing: what you meant may be gone. 0 turns the pause off.',
    },
    thresholds: {
      name: 'Queue thresholds',
      text: 'From how many waiting calls, or from which wait, a queue turns amber or red.',
    },
    alerts: { name: 'Notes and sounds', text: 'What calls for you while you look elsewhere.' },
    soundVolume: { name: 'Volume', text: 'How loud Deskside’s sounds are.' },
    quietHours: { name: 'Quiet hours', text: 'No notes and no sounds at these times of the day.' },
    shortcuts: {
      name: 'Keyboard shortcuts',
      text: 'Keys that work in every program, and whether they are free.',
    },
    gateway: { name: 'Gateway', text: 'The gateway that you sign in to, and the demo instead of it.' },
    check: {
      name: 'Connection check',
      text: 'Goes from the address to the phone, step by step, and says what is wrong and what to do.',
    },
    version: { name: 'Version and system', text: 'What support asks for first.' },
    userData: {
      name: 'Folder of your data',
      text: 'It holds the settings, the activity log and the log files.',
    },
    licences: { name: 'Licences', text: 'The free software that Deskside is built on.' },
  },
  languageOfSystem: 'As the system ({language})',
  themes: {
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  } satisfies Record<Preferences['theme'], string>,
  percent: '{percent}%',
  milliseconds: 'ms',
  less: 'Less',
  more: 'More',
  busyReason: {
    code: 'Code ({min} to {max})',
    name: 'Name',
    add: 'Add a reason',
    remove: 'Remove reason {code}',
    none: 'No reasons yet: Busy is asked for without one.',
    duplicate: 'This code is used twice.',
    full: 'Every code from {min} to {max} is used.',
  },
  skillSet: {
    none: 'No set yet.',
    remove: 'Remove the set {name}',
    queues: 'no queue | one queue | {count} queues',
  },
}
