/** Words that belong to the window as a whole. Messages are in the syntax of vue-i18n: `{name}` and `one | many`. */
export const app = {
  name: 'Deskside',
  loading: 'Opening your desk…',
  loadFailed: 'The desk could not be read',
  version: 'Deskside {version}',
  chromiumHost: 'trial host (Chromium)',
  quit: 'Quit',
  quitTitle: 'Quit Deskside?',
  quitText: 'You are signed in. Quitting signs you out first, so no more calls reach you.',
  quitConfirm: 'Quit and sign out',
  quitInCallText: 'You are in a call. Quitting ends the call and signs you out.',
  quitInCallConfirm: 'Quit and end the call',
  views: {
    label: 'Views',
    desk: 'Desk',
    waiting: 'Queues',
    roster: 'Team',
    supervisor: 'Supervisor',
    activity: 'Activity',
  },
}

export const common = {
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  refresh: 'Refresh',
  loading: 'Loading…',
  neverRead: 'Not read yet',
  readAge: 'As of {time}, {age}',
  support: 'For support: {codes}',
  readGatewayWords: 'Read the platform’s words below; try again or give the code to support.',
  gatewaySays: 'The gateway says: “{text}”',
  on: 'on',
  off: 'off',
  notKnown: 'not known',
}

/** Titles of the operating system's window list: the state comes first, so that it survives a narrow task bar. */
export const title = {
  waiting: '({count}) {state} · Deskside',
  plain: '{state} · Deskside',
  signedOut: 'Signed out · Deskside',
  signingIn: 'Signing in… · Deskside',
  signingOut: 'Signing out… · Deskside',
  doubtful: 'No answer · Deskside',
  recovering: 'Catching up… · Deskside',
  ended: 'Session ended · Deskside',
  heldElsewhere: 'Signed in elsewhere · Deskside',
}
