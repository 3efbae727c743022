import type { Notice, NoticeContent } from '../../domain/notice.ts'
import type { SessionEndCause } from '../../domain/session.ts'
import type { WishName } from '../../domain/wishes.ts'

/** What happened, as far as it is known. What to do stands beside it: a button, or the words of the notice. */
export const sessionEnds = {
  'signed-out-by-user': 'You signed out.',
  'signed-out-at-quit': 'You were signed out when Deskside closed.',
  'shut-down':
    'The platform ended your session: somebody signed in under your ID at another place, or a supervisor signed you out. The gateway does not say which.',
  'held-elsewhere': 'Somebody is signed in under your ID at another place.',
  'silent-too-long':
    'The gateway heard nothing from Deskside for more than two minutes; it signs everyone out then. Whether somebody else signed in meanwhile shows when you sign in again.',
  'not-signed-in': 'The gateway says that you are not signed in any more. It does not say why.',
  'guid-refused': 'The gateway no longer knows this session, often after a sign-in at another place.',
  'switch-over-failed': 'The gateway switched to its standby system and lost your session.',
} satisfies Record<SessionEndCause, string>

type TransferNoticeOutcome = Extract<NoticeContent, { readonly kind: 'transfer' }>['outcome']

export const notices = {
  region: 'Notifications',
  dismiss: 'Dismiss',
  showAll: 'Show {count} more',
  showFewer: 'Show fewer',
  /** In a short window, where a notice is cut off after a line. */
  showWhole: 'Show all of it',
  severities: {
    info: 'Information',
    success: 'Done',
    warning: 'Warning',
    error: 'Problem',
  } satisfies Record<Notice['severity'], string>,
  texts: {
    'settings-damaged':
      'The settings file was damaged. Deskside started with defaults and kept the old file as {keptAs}.',
    'settings-not-saved':
      'Your settings could not be saved. Check disk space and access rights; they are lost when Deskside closes.',
    'session-ended': 'Session ended. {cause} Sign in again when you want to go on.',
    'wish-failed': '{wish}: {what} {next}',
    'linkage-failed':
      'The phone could not be linked (result {result}). Check that it is on and registered, then switch linkage on again.',
    'skills-differ': 'You are signed in to other queues than you asked for. Look at Skill sign-in.',
    'rest-over': 'Your rest time is over. Choose Idle when you are ready for calls.',
    'password-expires':
      'Your password expires today. Have it changed. | Your password expires in one day. Have it changed. | Your password expires in {days} days. Have it changed.',
    'second-start': 'Deskside is already running. This is its window.',
    'password-change-forced':
      'Your password must be changed before calls reach you. Change it where your contact centre asks for it, then sign in again.',
    transfer: 'Call from {caller}: {outcome}',
    'no-call-to-transfer': 'There was no waiting call that could be moved to that queue.',
    'sign-out-unconfirmed':
      'The gateway did not confirm the sign-out. You may stay signed in there for up to two minutes.',
    'wish-dropped':
      '{wish}: your request was kept while the gateway did not answer. After that it was not possible any more, so it was not sent. Ask again if you still want it.',
    'call-missed': 'You missed a call from {caller}.',
    'state-forced': 'A supervisor changed your state to {state}.',
    'link-not-understood': 'A link was opened that Deskside does not understand. Nothing was done.',
    'journal-not-kept':
      'The activity log cannot be written to disk. It goes on in memory and is lost when Deskside closes. Check disk space and access rights.',
  } satisfies Record<Exclude<NoticeContent['kind'], 'command' | 'queue-threshold'>, string>,
  /** By the level that a queue has come to. */
  queueLevels: {
    amber: '{queue} calls for attention: {waiting} waiting, the first for {seconds} s.',
    red: '{queue} calls for help: {waiting} waiting, the first for {seconds} s.',
  },
  /** On the desktop, where others may read it. */
  queueUnnamed: 'One of your queues is getting long. Open Deskside to see which.',
  /** A kept wish for a state, which cannot be asked for from every state. */
  stateDropped:
    'You asked for {asked} while the gateway did not answer. It cannot be asked for now that you are in {present}, so it was not sent.',
  unknownCaller: 'an unknown number',
  withheldCaller: 'a withheld number',
  /** On the desktop, where others may read it. */
  callMissedUnnamed: 'You missed a call. Open Deskside to see the number.',
  wishes: {
    'after-call': 'Enter idle after call',
    linkage: 'Phone linkage',
    skills: 'Skill sign-in',
    'agent-state': 'Agent state',
  } satisfies Record<WishName, string>,
  transfers: {
    moved: 'it now waits in {to}.',
    taken:
      'the gateway accepted the transfer to {to}, and it waits in neither queue any more: answered, or hung up.',
    gone: 'it had left {from}; nothing shows that it was moved to {to}.',
    refused: 'it was not moved to {to}; as far as can be seen it still waits in {from}.',
    unknown: 'nobody knows yet whether it was moved to {to}. Look at the list before you try again.',
  } satisfies Record<TransferNoticeOutcome, string>,
  /** Stands for the caller when his number is not known. */
  callWithId: 'unknown caller ({callId})',
}
