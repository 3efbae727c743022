import type { Notice, NoticeContent } from '../../domain/notice.ts'
import type { SessionEndCause } from '../../domain/session.ts'

export const sessionEnds = {
  'signed-out-by-user': 'You signed out.',
  'signed-out-at-quit': 'You were signed out when Deskside closed.',
  'signed-out-by-platform':
    'The platform signed you out: another sign-in, a supervisor, or a time-out. Sign in again to go on.',
  'not-signed-in': 'The gateway says that you are not signed in any more. Sign in again.',
  'guid-refused': 'The gateway no longer knows this session, often after a sign-in elsewhere. Sign in again.',
  'switch-over-failed': 'The gateway switched to its standby system and lost the session. Sign in again.',
} satisfies Record<SessionEndCause, string>

type WishName = Extract<NoticeContent, { readonly kind: 'wish-failed' }>['wish']
type TransferNoticeOutcome = Extract<NoticeContent, { readonly kind: 'transfer' }>['outcome']

export const notices = {
  region: 'Notifications',
  dismiss: 'Dismiss',
  showAll: 'Show {count} more',
  showFewer: 'Show fewer',
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
    'session-ended': 'Session ended. {cause}',
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
  } satisfies Record<NoticeContent['kind'], string>,
  wishes: {
    'after-call': 'Enter idle after call',
    linkage: 'Phone linkage',
    skills: 'Skill sign-in',
    'agent-state': 'Agent state',
  } satisfies Record<WishName, string>,
  transfers: {
    moved: 'it now waits in {to}.',
    accepted:
      'the gateway accepted the transfer to {to}, but it was not found there. It may have been answered or hung up.',
    gone: 'it had left {from} before it could be moved.',
    refused: 'the gateway refused to move it to {to}.',
    unknown: 'nobody knows yet whether it was moved to {to}. Refresh the list before you try again.',
  } satisfies Record<TransferNoticeOutcome, string>,
  /** Stands for the caller when his number is not known. */
  callWithId: 'unknown caller ({callId})',
}
