import type { AlertKind } from '../../preferences/preference-schemas.ts'
import type { NoticeContent } from '../../domain/notice.ts'

type TransferOutcome = Extract<NoticeContent, { readonly kind: 'transfer' }>['outcome']

/** Sounds and notes outside the window, and their settings. */
export const alerts = {
  kinds: {
    'call-arriving': {
      name: 'A call arrives',
      about: 'The sound is played also while you work in the window.',
    },
    'call-missed': { name: 'Missed call', about: 'A call was offered to you and taken back.' },
    'state-forced': { name: 'State changed by a supervisor', about: 'Somebody else changed your state.' },
    'waiting-long': { name: 'Long waits', about: 'A queue of yours has come to its red threshold.' },
    'session-trouble': {
      name: 'Session and sign-in',
      about: 'The session ended, the gateway is silent, or what holds is not what you asked for.',
    },
    'transfer-result': { name: 'Result of a transfer', about: 'What became of a waiting call you moved.' },
    'rest-over': {
      name: 'Rest is over',
      about: 'The sound is played also while you work in the window.',
    },
  } satisfies Record<AlertKind, { name: string; about: string }>,
  note: 'Note',
  sound: 'Sound',
  /** Names of the controls of a row. */
  noteFor: 'Note: {kind}',
  soundFor: 'Sound: {kind}',
  testNoteFor: 'Try the note: {kind}',
  testSoundFor: 'Try the sound: {kind}',
  lead: 'Notes are shown by your system while you work elsewhere, sounds are played by Deskside. Neither names a caller.',
  silent: 'At 0 no sound is heard.',
  quietAbout:
    'Between these times there are no sounds and no notes, not even for calls. The window shows everything as always.',
  from: 'From',
  to: 'To',
  quietUntil: 'Quiet now, until {time}.',
  quietAllDay: 'The same time twice: quiet all day.',
  quietNot: 'Not quiet now.',
  noteShown:
    'The note was handed to your system. If you do not see it, look into its settings for notifications.',
  noNotes: 'This system shows no notes.',
  soundPlayed:
    'The sound was played. If you did not hear it, look at the volume of your system and the chosen loudspeaker.',
  soundMuted: 'The volume is at 0.',
  soundFailed: 'The sound could not be played. Check that your computer has a loudspeaker or a headset.',
  notes: {
    call: { title: 'A call arrives', body: 'Open Deskside to see who calls.' },
    silent: {
      title: 'No answer from the gateway',
      body: 'What Deskside shows may be old. It goes on trying by itself.',
    },
    transfer: {
      title: 'Result of a transfer',
      outcomes: {
        moved: 'The call you moved now waits in the other queue.',
        taken: 'The call you moved waits no more: answered, or hung up.',
        gone: 'The call you wanted to move was no longer waiting.',
        refused: 'The call was not moved; it still waits in its queue.',
        unknown: 'It is not known yet whether the call was moved. Open Deskside to look.',
      } satisfies Record<TransferOutcome, string>,
    },
    more: '{count} more since the last note. Open Deskside to read them.',
    test: 'This is how this note looks. Nothing has happened.',
  },
}

export const login = {
  notInstalled: 'Not offered: this Deskside runs from its source and is not installed.',
  notOnThisSystem: 'Not offered on this system: start Deskside by its own autostart.',
  on: 'Your system says: on.',
  off: 'Your system says: off.',
  failed: 'Your system did not let this be changed. Look into its settings for autostart.',
}
