import type { CommandUnavailable } from '../../commands/command-unavailable.ts'
import type { AbsenceChange } from '../../domain/absence.ts'
import type { RequestableState } from '../../domain/agent.ts'
import type { ShownState } from '../../domain/shown-state.ts'
import type { SkillChoice } from '../../domain/skills.ts'

/** Words of the tray menu. The names are relied on from outside; the reasons stand beside items that are disabled. */
export const tray = {
  open: 'Open Deskside',
  agentState: 'Agent state',
  states: { idle: 'Idle', busy: 'Busy', rest: 'Rest', 'wrap-up': 'Wrap-up' } satisfies Record<
    RequestableState,
    string
  >,
  afterCall: 'Enter idle after call',
  linkage: 'Phone linkage',
  skills: 'Skill sign-in',
  skillModes: { all: 'All skills', chosen: 'Chosen skills', none: 'No skills' } satisfies Record<
    SkillChoice['mode'],
    string
  >,
  transfer: 'Transfer longest-waiting call',
  signOut: 'Sign out',
  quit: 'Quit',
  reasons: {
    'not-signed-in': 'Sign in first',
    'session-changing': 'Signing in or out',
    'gateway-silent': 'The gateway does not answer',
    'in-a-call': 'Not during a call',
    'phone-mode-forbids': 'Your phone mode makes wrap-up compulsory',
    'no-skills-configured': 'No skill queue is configured for you',
    'no-waiting-calls': 'No call is waiting',
    'no-target-queue': 'There is no other queue',
    'not-from-this-state': 'Not possible from the present state',
    'present-state': 'This is the present state',
    'nothing-chosen': 'Choose skills in the window first',
    'not-ringing': 'Nothing rings',
    'lift-the-phone': 'Lift the phone to take the call',
    'not-linked': 'The phone is not linked',
    'already-answered': 'The call has been answered',
    'not-answered': 'The call has not been answered',
    'on-hold': 'The call is on hold',
    'not-on-hold': 'The call is not on hold',
    muted: 'You are muted',
    'not-muted': 'You are not muted',
    'in-conference': 'Not in a conference',
    'under-way': 'Already asked for',
    'nothing-kept': 'Nothing waits to be taken back',
    'no-call': 'There is no call',
    'no-such-queue': 'There is no such queue',
    'no-such-set': 'There is no such saved set',
    'session-ended': 'Your session has ended: sign in again in the window',
    'taken-over': 'Your session was ended from elsewhere: look into the window',
    'held-elsewhere': 'Signed in elsewhere: look into the window',
  } satisfies Record<CommandUnavailable, string>,
  /** A wish that waits for the gateway. Begins with the name. */
  kept: '{name} (kept)',
  tooltip: {
    unknown: 'Deskside: signed in',
    'signed-out': 'Deskside: signed out',
    idle: 'Deskside: idle',
    busy: 'Deskside: busy',
    'wrap-up': 'Deskside: wrap-up',
    arriving: 'Deskside: a call arrives',
    ringing: 'Deskside: a call rings',
    talking: 'Deskside: in a call',
    rest: 'Deskside: rest',
    'rest-requested': 'Deskside: rest requested',
    interrupted: 'Deskside: no contact with the gateway',
    recovering: 'Deskside: catching up with the gateway',
    'taken-over': 'Deskside: your session was ended from elsewhere',
    'held-elsewhere': 'Deskside: signed in elsewhere',
    ended: 'Deskside: your session has ended',
  } satisfies Record<
    ShownState | 'interrupted' | 'recovering' | 'taken-over' | 'held-elsewhere' | 'ended',
    string
  >,
  /** The tool tip while calls wait. */
  waiting: '{tip} · {count} waiting',
  /** Title of the note shown when something asked for in the tray did not work. */
  failed: '{action}: not done',
  nothingToTransfer: 'No call is waiting that may go to that queue.',
  /** Asked before the tray's Quit when a call is on. */
  quitInCall: {
    title: 'Quit Deskside?',
    text: 'You are in a call. Quitting ends the call and signs you out.',
    confirm: 'Quit and end the call',
    cancel: 'Cancel',
  },
  /** Shown while no window is open: what had changed after a time without the gateway. */
  away: {
    title: 'While you were away',
    body: 'Changed meanwhile: {changes}. Click to read more.',
    changes: {
      'agent-state': 'your state',
      'queues-lost': 'your queues',
      'queues-gained': 'your queues',
      'call-missed': 'a missed call',
      'call-ended': 'your call',
      'call-began': 'a new call',
      transfer: 'a call you transferred',
      'linkage-lost': 'your phone linkage',
      'linkage-gained': 'your phone linkage',
    } satisfies Record<Exclude<AbsenceChange['kind'], 'wish-sent' | 'wish-dropped'>, string>,
  },
  stillRunning: {
    title: 'Deskside is still running',
    body: 'Your session goes on. Open the window from the tray; quit there when your work is over.',
  },
}
