import type { ErrorCode, FieldName, FieldProblem, RefusalReason } from '../../app-error.ts'
import type { Unavailable } from '../../domain/desk-snapshot.ts'

/** What happened, and what the reader can do about it. */
export interface ErrorText {
  readonly what: string
  readonly next: string
}

/** Texts by error code; `refused` is only used when the gateway gave no reason we know a better text for. */
export const errors = {
  'invalid-input': {
    what: 'Something in the form is not right.',
    next: 'Correct the marked fields and try again.',
  },
  'forbidden-sender': {
    what: 'This window is not allowed to do that.',
    next: 'Close Deskside, start it again, and tell support if it returns.',
  },
  'not-connected': { what: 'You are not signed in.', next: 'Sign in first.' },
  'timed-out': {
    what: 'The gateway did not answer in time.',
    next: 'Try again. If it stays slow, tell support.',
  },
  unreachable: {
    what: 'The gateway cannot be reached.',
    next: 'Check the address and your network or VPN, then try again.',
  },
  'untrusted-certificate': {
    what: 'The gateway’s certificate is not trusted by this computer.',
    next: 'Choose the CA certificate file of your company under Advanced, or ask IT for it.',
  },
  'insecure-address': {
    what: 'The address is not encrypted.',
    next: 'Use an address that starts with https.',
  },
  'malformed-answer': {
    what: 'An answer came that makes no sense.',
    next: 'Check that the address belongs to the gateway and not to a proxy or a portal page.',
  },
  'outcome-unknown': {
    what: 'No answer came, so it may or may not have happened.',
    next: 'Look at what is shown now before you ask again.',
  },
  refused: { what: 'The gateway refused.', next: 'Try again, or give the code to support.' },
  'session-ended': { what: 'Your session has ended.', next: 'Sign in again.' },
  superseded: { what: 'A newer request replaced this one.', next: 'Nothing to do.' },
  'storage-failed': {
    what: 'A file on this computer could not be read or written.',
    next: 'Check free disk space and access rights, then try again.',
  },
  internal: {
    what: 'Something went wrong inside Deskside.',
    next: 'Try again. If it returns, give the reference to support.',
  },
} satisfies Record<ErrorCode, ErrorText>

export const refusals = {
  'already-signed-in': {
    what: 'This agent is already signed in somewhere else.',
    next: 'Take over to end the other session, or sign out there.',
  },
  'signed-in-and-protected': {
    what: 'This agent is signed in elsewhere and that session cannot be taken over.',
    next: 'Sign out at the other place, or ask your supervisor.',
  },
  'wrong-credentials': {
    what: 'Agent ID or password is wrong.',
    next: 'Type the password again. Too many attempts lock the account.',
  },
  'wrong-sign-in-data': {
    what: 'The gateway does not take what was typed.',
    next: 'Check agent ID and phone number, and that the phone mode is the usual one.',
  },
  'password-expired': { what: 'The password has expired.', next: 'Have it changed, then sign in.' },
  'account-locked': {
    what: 'The account is locked after too many attempts.',
    next: 'Wait, or ask your administrator to unlock it.',
  },
  'phone-not-usable': {
    what: 'The phone number cannot be used.',
    next: 'Check the number, that the phone is registered, and that nobody else uses it.',
  },
  'agent-type-not-allowed': {
    what: 'This type of agent cannot sign in here.',
    next: 'Ask your administrator to check the agent type.',
  },
  'sign-in-in-progress': {
    what: 'A sign-in of this agent is already under way.',
    next: 'Wait a few seconds and try again.',
  },
  'bad-request': { what: 'The gateway did not understand the request.', next: 'Give the code to support.' },
  'switch-over': {
    what: 'The gateway is switching to its standby system.',
    next: 'Wait a moment and try again.',
  },
  'platform-refused': {
    what: 'The call platform refused.',
    next: 'Try again, or give the code to support.',
  },
  'platform-unavailable': {
    what: 'The call platform is not available.',
    next: 'Wait a minute and try again. If it lasts, tell support.',
  },
  'not-in-this-state': {
    what: 'That is not possible in your present state.',
    next: 'Change your state first, then try again.',
  },
  'in-a-call': { what: 'You are in a call.', next: 'End the call first.' },
  'no-longer-fits': {
    what: 'That does not fit what the gateway knows by now.',
    next: 'Look at what is shown now, then try again.',
  },
  'call-gone': {
    what: 'There is no such call any more.',
    next: 'It was answered elsewhere, hung up or moved. Nothing to do.',
  },
  'nothing-found': { what: 'Nothing was found.', next: 'Refresh and check what is asked for.' },
  'no-right': { what: 'You have no right to do that.', next: 'Ask your administrator for the right.' },
  'wrong-app-key': {
    what: 'App key or app secret is wrong.',
    next: 'Check both with your administrator and connect again.',
  },
  'just-changed': {
    what: 'Your state or your call had just changed, so this was not done.',
    next: 'Look at what is shown now, then press again.',
  },
  'not-now': { what: 'That is not possible now.', next: 'The window says why.' },
  'unknown-code': {
    what: 'The gateway refused with a code Deskside does not know.',
    next: 'Give the code to support.',
  },
} satisfies Record<RefusalReason, ErrorText>

/** Text beside a field. `{min}` and `{max}` are the range of agent IDs. */
export const fieldProblems = {
  required: 'Fill this in.',
  'not-a-number': 'Use digits only.',
  'out-of-range': 'Use a number from {min} to {max}.',
  'too-long': 'This is too long.',
  'not-an-address': 'This is not an address. Example: https://gateway.example.com:8043',
  'insecure-address': 'Use https. Plain http is allowed to this computer only.',
  'not-readable': 'The file cannot be read.',
  'not-a-certificate': 'The file holds no PEM certificate.',
  'does-not-match': 'This does not match.',
  malformed: 'This has a form that cannot be used.',
} satisfies Record<FieldProblem, string>

/** Text beside a field that can say more than the rule does. */
export const phoneMalformed = 'Use digits, *, # and + only, without spaces. Example: 8101'

export const fieldNames = {
  gatewayAddress: 'Gateway address',
  managementAddress: 'Management address',
  caFile: 'CA certificate file',
  agentId: 'Agent ID',
  password: 'Password',
  phone: 'Phone number',
  skillIds: 'Skill queues',
  confirmation: 'Type the queue name to confirm',
  accounts: 'Accounts',
  appKey: 'App key',
  appSecret: 'App secret',
  input: 'Input',
} satisfies Record<FieldName, string>

/** Why a control cannot be used now. */
export const unavailable = {
  'not-signed-in': 'Sign in first.',
  'session-changing': 'Wait until signing in or out is done.',
  'gateway-silent': 'The gateway does not answer. Possible again when it does.',
  'in-a-call': 'Not possible during a call.',
  'phone-mode-forbids': 'Your phone mode makes wrap-up compulsory.',
  'no-skills-configured': 'No skill queue is configured for you. Ask your supervisor.',
  'no-waiting-calls': 'No call is waiting.',
  'no-target-queue': 'There is no other queue of the same kind to move a call to.',
} satisfies Record<Unavailable, string>
