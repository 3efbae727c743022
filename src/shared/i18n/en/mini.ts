/** The strip that the window can shrink to. */
export const mini = {
  name: 'Mini strip',
  open: 'Open the full window',
  /** Said when something waits to be read there. */
  openWithNotes: 'Open the full window: one notification | Open the full window: {count} notifications',
  waiting: 'No call waits | One call waits | {count} calls wait',
  waitingUnknown: 'How many calls wait is not known',
  signIn: 'Sign in',
  /** Beside what is wrong with the session. */
  look: 'Look into it',
  phases: {
    'signed-out': 'Signed out',
    'signing-in': 'Signing in…',
    'signing-out': 'Signing out…',
    doubtful: 'No answer from the gateway',
    recovering: 'Catching up…',
    'taken-over': 'Session ended from elsewhere',
    ended: 'Session ended',
  },
  failed: 'That did not work. Open the full window to read why.',
}
