export const signIn = {
  heading: 'Sign in',
  lead: 'to your contact-centre desk',
  demo: 'Filled in for the built-in demo gateway.',
  gatewayAddress: 'Gateway address',
  gatewayExample: 'https://gateway.example.com:8043',
  agentId: 'Agent ID',
  password: 'Password',
  phone: 'Phone number',
  alwaysOffHook: 'Always off-hook',
  alwaysOffHookHint: 'Without it, wrap-up after calls is compulsory.',
  advanced: 'Advanced',
  caFile: 'CA certificate file',
  caFileHint: 'Only for a certificate authority of your company’s own.',
  browse: 'Browse…',
  submit: 'Sign in',
  submitting: 'Signing in…',
  progress: 'Signing in as agent {agentId}',
  failed: 'Sign-in failed',
  outcomeUnknown:
    'No answer came, so you may be signed in or not. Try again; if you are told that you are signed in already, take over.',
  check: 'One field needs your attention | {count} fields need your attention',
  ended: 'Your last session',
  takeOverTitle: 'Already signed in',
  takeOverText:
    'Agent {agentId} is signed in somewhere else. Taking over ends that session; a call in progress there may be cut.',
  /** Added when nothing says that the last session of this computer was ended in order. */
  takeOverOwn: 'This may be your own last session.',
  takeOver: 'Take over',
}

export const session = {
  name: 'Session',
  agent: 'Agent {agentId}',
  connected: 'Connected',
  connectedSince: 'Connected since {time}',
  doubtful: 'No answer since {time}',
  doubtfulTitle: 'No answer from the gateway since {time}.',
  doubtfulText: 'What you see may be old; what you ask for is kept.',
  doubtfulRetry: 'Deskside keeps trying by itself.',
  recovering: 'Catching up…',
  recoveringText: 'The gateway answers again. Everything is being read anew; until then it may be old.',
  staleList: 'This list is old: no answer from the gateway since {time}.',
  staleListRecovering: 'This list is old. It is read again as soon as Deskside has caught up.',
  signingOut: 'Signing out…',
  at: 'at {gateway}',
  alwaysOffHook: 'always off-hook',
  passwordDays:
    'Password expires today. Have it changed before you sign out. | Password expires in one day. Have it changed in time. | Password expires in {days} days. Have it changed in time.',
  passwordForcedTitle: 'Your password must be changed',
  passwordForcedText:
    'You are signed in, but no calls come before that. Change it where your contact centre asks for it, then sign out and in again.',
  signOut: 'Sign out',
  signOutFailed: 'Sign-out failed',
  inCallTitle: 'You are in a call',
  inCallText: 'The gateway signs you out during a call only by force. That ends the call.',
  force: 'Sign out and end the call',
}

/** The screen that takes the place of the desk when the gateway has no session of ours any more. */
export const ended = {
  heading: 'Your session has ended',
  headingTakenOver: 'Your session was ended from elsewhere',
  headingHeldElsewhere: 'Signed in elsewhere',
  who: 'Agent {agentId}, ended {time}',
  wishesKept: 'Skill sign-in, phone linkage and after-call state are asked for again when you are back.',
  stateDropped: 'The state you asked for is not: the session ended before it could be sent.',
  stayingDown: 'Deskside does nothing by itself now.',
  back: 'Sign in again',
  backBusy: 'Signing in…',
  takeBack: 'Take back',
  takeBackText: 'Taking back ends the other session; a call in progress there may be cut.',
  failed: 'You are not back yet',
  typePassword: 'Type your password to come back.',
  notForgotten: 'Your password could not be forgotten. Close Deskside before you leave the desk.',
  /** Not "Sign in…": one button of that name is enough. */
  somebodyElse: 'Use another agent ID',
}
