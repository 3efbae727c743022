import type { JournalKind } from '../../domain/journal.ts'
import type { GapCause, SessionView } from '../../domain/session.ts'
import type { TransferOutcome } from '../../domain/waiting.ts'
import type { WishName } from '../../domain/wishes.ts'

/** Outcomes of unbindings as the journal names them; an undo under way is not written down. */
type UnbindOutcomeName =
  | 'unbinding'
  | 'unbound'
  | 'unbound-partly'
  | 'unbinding-refused'
  | 'unbinding-unknown'
  | 'unbinding-stopped'
  | 'undone'
  | 'nothing-to-undo'
  | 'undo-failed'
  | 'undo-stopped'

const wishNames = {
  'agent-state': 'Agent state',
  'after-call': 'Enter idle after call',
  linkage: 'Phone linkage',
  skills: 'Skill sign-in',
} satisfies Record<WishName, string>

/** What an interface of the gateway is for, by its log name. */
const interfaces = {
  login: 'Sign in',
  forceLogin: 'Sign in and take over',
  logout: 'Sign out',
  forceLogout: 'Sign out, ending a call',
  getAgentEvent: 'Events',
  getAgentStatus: 'Your state',
  sayFree: 'Become idle',
  sayBusy: 'Become busy',
  rest: 'Rest',
  cancelRest: 'End rest',
  sayWork: 'Enter wrap-up',
  setAgentAutoEnterIdle: 'State after a call',
  resetSkill: 'Skill sign-in and phone linkage',
  queryAgentSkills: 'Your configured queues',
  querySkillQueueOnAgentVDN: 'All queues',
  queryStatInfoOfAcd: 'Figures of queues',
  queryWaitCallInfoBySkillId: 'Waiting calls of a queue',
  assignUserInQueue: 'Transfer of a waiting call',
  queryAllOnlineAgents: 'Online agents',
  queryCallInfo: 'Your call',
  tokenByAkSk: 'Access to the management service',
  queryBoundAccounts: 'Accounts bound to a queue',
  releaseAgentBySkillId: 'Unbinding',
  addSkillsToAgent: 'Binding again',
  getAgentRestReason: 'Reasons for a rest',
  cancelBusy: 'End busy',
  cancelWork: 'End wrap-up',
  answer: 'Answer the call',
  hold: 'Put the call on hold',
  getHold: 'Take the call back from hold',
  beginMute: 'Mute',
  endMute: 'Unmute',
  release: 'End the call',
  phonePickup: 'Lift the linked phone',
  phoneHangUp: 'Hang up the linked phone',
  setAgentAutoAnswer: 'Automatic answer',
  transfer: 'Transfer of the call',
  callout: 'Call out',
  secondDial: 'Send digits',
  forceLogoutWithReason: 'Sign out by force',
  handShake: 'Sign of life',
  heartBeat: 'Sign of life of older gateways',
  modifyAccountPwdEx: 'Change of the password',
  queryAgentInfoBySkillId: 'Agents of a queue',
  getAllStatusAgents: 'States of all agents',
  queryAgentSkillsByWorkNo: 'Queues of another agent',
  queryCallInfoByCallId: 'A call by its ID',
  queryCallStatisticsInfo: 'Figures of the day',
  queryCustomState: 'Your own state',
  setCustomState: 'Set your own state',
  cancelSetCustomState: 'End your own state',
}

/** What is asked for at a door beside the wishes. */
const commands = {
  'sign-in': 'Sign in',
  return: 'Sign in again',
  'sign-out': 'Sign out',
  call: 'Control the call',
  'cancel-wish': 'Take a request back',
  transfer: 'Transfer',
  'transfer-longest': 'Transfer longest-waiting call',
  'connect-management': 'Connect to the management service',
  unbind: 'Unbind from queue',
  'unbind-all': 'Unbind everyone from queue',
  'undo-unbinding': 'Undo an unbinding',
  'stop-unbinding': 'Stop an unbinding',
  'save-journal': 'Save for support',
  'export-roster': 'Save the team as a table',
  state: 'Agent state',
  'auto-idle': 'Enter idle after call',
  'skill-set': 'Skill sign-in',
  show: 'Show',
  window: 'Size of the window',
  quit: 'Quit Deskside',
}

/** What an entry is about: by its kind, then by its code. */
export const entryNames = {
  command: { ...wishNames, ...commands },
  wish: wishNames,
  transition: {
    'signed-out': 'Signed out',
    'signing-in': 'Signing in',
    online: 'Connected',
    doubtful: 'No answer from the gateway',
    recovering: 'Catching up',
    'signing-out': 'Signing out',
    'taken-over': 'Ended from elsewhere',
    ended: 'Session ended',
  } satisfies Record<SessionView['phase'], string>,
  gap: {
    sleep: 'The computer slept',
    'clock-jump': 'Deskside did not run, or the clock was set',
    'no-answer': 'The gateway did not answer',
  } satisfies Record<GapCause, string>,
  absence: {
    'session-kept': 'Caught up after a gap',
    'session-ended': 'The session ended during a gap',
  },
  receipt: {
    'in-progress': 'Transfer under way',
    moved: 'Transfer: moved',
    taken: 'Transfer: taken meanwhile',
    gone: 'Transfer: gone before the move',
    refused: 'Transfer: not moved',
    unknown: 'Transfer: outcome not known',
    unbound: 'Unbinding: done',
    'unbinding-refused': 'Unbinding: not done',
    'unbinding-unknown': 'Unbinding: outcome not known',
    undone: 'Unbinding: undone',
    'undo-failed': 'Unbinding: not all bound again',
    unbinding: 'Unbinding: begun',
    'unbound-partly': 'Unbinding: done in part',
    'unbinding-stopped': 'Unbinding: stopped',
    'nothing-to-undo': 'Undo: nothing left to do',
    'undo-stopped': 'Undo: stopped',
  } satisfies Record<TransferOutcome | UnbindOutcomeName, string>,
  event: {
    'in-service': 'Signed in at the platform',
    shutdown: 'The platform ended the session',
    idle: 'Idle',
    busy: 'Busy',
    'wrap-up': 'Wrap-up',
    rest: 'Rest',
    'rest-over': 'Rest time is over',
    occupied: 'Taken for a call',
    ringing: 'A call rings',
    talking: 'A call is on',
    held: 'The call is on hold',
    'call-released': 'The call ended',
    'customer-released': 'The other side left the call',
    'no-answer': 'A call was not answered',
    'linkage-result': 'Phone linkage answered',
    'linked-phone': 'The linked phone changed',
    'phone-alerting': 'The phone rings',
    'phone-off-hook': 'The phone was lifted',
    'phone-released': 'The phone was hung up',
    'phone-busy': 'The phone is busy',
    'phone-unknown': 'The phone is not reachable',
    'customer-alerting': 'The other phone rings',
    'incoming-call': 'A call arrives',
    'call-out-failed': 'A call out failed',
    note: 'A note arrived',
    bulletin: 'A bulletin arrived',
    'all-agents-busy': 'All agents are busy',
  },
  answer: interfaces,
  app: {
    start: 'Deskside started',
    end: 'Deskside ended',
    'window-crashed': 'The window failed',
    'unhandled-error': 'Something unplanned failed',
    'journal-written-again': 'The activity log is written to disk again',
    'entry-refused': 'A line that could not be kept',
    'connection-check': 'Connection check',
  },
} satisfies Record<JournalKind, Record<string, string>>
