import type { CallAction } from '../../domain/call-control.ts'
import type { WishName } from '../../domain/wishes.ts'
import type { ShownPart } from '../../ipc/contract.ts'
import { tray } from './tray.ts'

/** The commands by name: in the palette, in the settings of keys, and in questions and notes of the system. */
export const commands = {
  state: 'Agent state: {state}',
  stateFor: 'Agent state: {state}, {reason}',
  states: { idle: 'Idle', busy: 'Busy', rest: 'Rest', 'wrap-up': 'Wrap-up' },
  reasonCode: 'reason {code}',
  afterCall: {
    on: 'Enter idle after call: turn on',
    off: 'Enter idle after call: turn off',
    toggle: 'Enter idle after call: on or off',
  },
  linkage: {
    on: 'Phone linkage: turn on',
    off: 'Phone linkage: turn off',
    toggle: 'Phone linkage: on or off',
  },
  skills: {
    all: 'Skill sign-in: all skills',
    chosen: 'Skill sign-in: chosen skills',
    none: 'Skill sign-in: no skills',
  },
  skillSet: 'Skill sign-in: set “{set}”',
  transfer: 'Transfer longest-waiting call to {queue}',
  call: {
    answer: 'Call: answer',
    hold: 'Call: put on hold',
    retrieve: 'Call: resume',
    mute: 'Call: mute your microphone',
    unmute: 'Call: unmute your microphone',
    release: 'Call: end it',
    'pick-up': 'Call: lift the linked phone',
    reject: 'Call: reject it',
  } satisfies Record<CallAction, string>,
  cancelWish: {
    'agent-state': 'Take back: agent state',
    'after-call': 'Take back: enter idle after call',
    linkage: 'Take back: phone linkage',
    skills: 'Take back: skill sign-in',
  } satisfies Record<WishName, string>,
  signOut: 'Sign out',
  show: {
    desk: 'Show the desk',
    waiting: 'Show the queues',
    roster: 'Show the team',
    supervisor: 'Show the supervisor’s page',
    activity: 'Show the activity log',
    settings: 'Show the settings',
    about: 'Show about Deskside',
    palette: 'Show the command palette',
    window: 'Open Deskside',
  } satisfies Record<ShownPart | 'window', string>,
  window: {
    full: 'Window: full size',
    mini: 'Window: mini strip',
    toggle: 'Window: full size or mini strip',
  },
  quit: 'Quit Deskside',
  /** What a command would change, as it is now. */
  now: 'now: {value}',
  nowOn: 'on',
  nowOff: 'off',
  /** Asked before a link may change anything. */
  link: {
    title: 'A link asks for something',
    text: 'A link that was opened on this computer asks Deskside for: {command}. Allow it only if you opened the link yourself.',
    confirm: 'Allow',
    cancel: 'Cancel',
  },
  /** What became of a command from outside the window. */
  outcome: {
    done: 'Done: {command}',
    failed: '{command}: not done. {why}',
    waits: 'Will be done after you have signed in: {command}',
  },
  /** Why one cannot be done now, in the words of the tray, as a sentence. */
  because: '{reason}.',
  reasons: tray.reasons,
}

export const palette = {
  title: 'Command palette',
  field: 'Command',
  placeholder: 'Type to search, or a command such as auto-idle=off',
  empty: 'No command matches.',
  emptyNext: 'Try another word, or clear the field to see everything.',
  list: 'Commands',
  recent: 'Used last',
  all: 'All commands',
  found: 'one command | one command | {count} commands',
  more: 'One more: type to narrow it down. | One more: type to narrow it down. | {count} more: type to narrow them down.',
  confirm: 'Press Enter again to confirm',
  running: 'Under way…',
  notDone: 'Not done: {command}',
  keys: 'Enter runs it, Escape closes',
}

export const shortcuts = {
  title: 'Keys that work everywhere',
  explanation: 'A key that another program has taken already does nothing here.',
  add: 'Add keys for a command',
  addChoice: 'Command',
  addEmpty: 'No command matches.',
  none: 'No keys are set.',
  keysOf: 'Keys for {command}',
  press: 'Press the new keys…',
  recordHint: 'Escape cancels, Backspace takes the keys away.',
  needsModifier: 'Add Ctrl, Alt or the system key, or use a function key.',
  taken: 'These keys already stand for: {command}',
  change: 'Change',
  changeOf: 'Change the keys for {command}',
  remove: 'Remove',
  removeOf: 'Remove the keys for {command}',
  test: 'Test',
  testOf: 'Test the keys for {command}',
  reset: 'Back to the usual keys',
  undo: 'Undo',
  removed: 'Removed: {command}',
  notSaved: 'The keys could not be saved',
  states: {
    registered: 'Ready',
    taken: 'Taken by another program',
    'not-valid': 'These keys cannot be used',
    clash: 'The same keys stand for another command',
    paused: 'Ready once you are signed in',
    'no-command': 'This command is not known',
  },
  stateNext: {
    taken: 'Choose other keys, or close the program that uses them.',
    'not-valid': 'Choose other keys.',
    clash: 'Change one of the two.',
    'no-command': 'Remove it.',
  },
  testing: 'Press these keys now. Their command will not run.',
  heard: 'They arrived: these keys work.',
  silent:
    'Nothing arrived within ten seconds. Another program may take the keys first, or the desktop does not pass them on. Choose other keys.',
  wayland:
    'Your desktop (Wayland) decides which programs may listen to keys. If a key does not arrive, allow it for Deskside in the settings of the desktop.',
}
