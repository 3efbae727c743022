import type { AfterCallRule } from '../../domain/after-call-rule.ts'
import type { AgentState, PlatformBusyReason, RequestableState } from '../../domain/agent.ts'
import type { PhoneStatus } from '../../domain/linked-phone.ts'
import type { OfferedPhase } from '../../domain/shown-state.ts'
import type { SkillChoice } from '../../domain/skills.ts'
import type { SeenSource, TruthVerdict, WishOrigin } from '../../domain/truth-line.ts'
import type { WishName } from '../../domain/wishes.ts'

export const agentStates = {
  unknown: 'Not known',
  'signed-out': 'Signed out',
  idle: 'Idle',
  busy: 'Busy',
  'wrap-up': 'Wrap-up',
  talking: 'Talking',
  rest: 'Rest',
  'rest-requested': 'Rest requested',
} satisfies Record<AgentState, string>

export const agentState = {
  name: 'Agent state',
  since: 'since {time}',
  meaning: {
    unknown: 'The gateway has not said yet.',
    'signed-out': 'No calls reach you.',
    idle: 'Ready for the next call.',
    busy: 'No calls reach you until you are idle.',
    'wrap-up': 'Finishing the last call.',
    talking: 'A call is on.',
    rest: 'On a break.',
    'rest-requested': 'The platform grants it when it can.',
  } satisfies Record<AgentState, string>,
  /** In the place of "A call is on." */
  onHold: 'The call is on hold.',
  muted: 'You are muted.',
  choices: { idle: 'Idle', busy: 'Busy', rest: 'Rest', 'wrap-up': 'Wrap-up' } satisfies Record<
    RequestableState,
    string
  >,
  /** In the place of the state while a call waits to be answered. The gateway calls that "talking" already. */
  offered: { arriving: 'A call arrives', ringing: 'A call rings' } satisfies Record<OfferedPhase, string>,
  offeredMeaning: 'You are not connected yet.',
  offeredLift: 'Lift the phone to take it.',
  /** In the place of "Ready for the next call." */
  passwordForced: 'No calls until the password has been changed.',
  /** In the place of the meaning while it is not certain: a state nobody can prove must not look like one to rely on. */
  inDoubt: 'The last state known. It may be another one by now.',
  notedInCall: '{state} is noted and follows when the call has ended.',
  notedInWrapUp: '{state} is noted and follows when wrap-up has ended.',
  /** Why the platform, and not the agent, made him busy. */
  busyReasons: {
    'no-answer': 'You did not answer a call.',
    forced: 'A supervisor made you busy.',
    rest: 'Because of a rest.',
    'phone-unavailable': 'Your phone is not available.',
    rejected: 'You rejected a call.',
  } satisfies Record<PlatformBusyReason, string>,
  /** A reason that nobody gave a name. */
  reasonCode: 'reason {code}',
  because: 'Reason: {reason}.',
  /** A state with its reason, as one thing that was asked for. */
  withReason: '{state}, {reason}',
  reasonsMenu: {
    busy: 'Busy: reason',
    rest: 'Rest: reason, time',
  },
  restReason: 'Rest for {length}',
  noReason: 'No reason',
  restLength: 'How long',
  restLeft: 'left, until {time}',
  restSoonOver: 'Your rest ends in one minute.',
  restOverSince: 'over since {time}',
  restOver: 'Your rest is over. Choose Idle when you are back.',
  /** Why a rest that was asked for does not begin. */
  restWaits:
    'Rest begins when the platform grants it: it may need approval, or a free place among those who rest.',
  restWaitsForQueue: 'Rest begins once you serve a queue again.',
  /** A press that came right after the state had changed by itself. */
  guarded: 'Your state had just changed: nothing was asked for. Look, then press again.',
  keys: 'Arrow keys move, Space or Enter asks for the state.',
}

export const afterCall = {
  name: 'Enter idle after call',
  /** What will happen after the next call, whatever the switch says. */
  rules: {
    'idle-at-once': 'After a call you are idle at once.',
    'idle-at-once-linked':
      'After a call you are idle at once, and the next call can be lifted at your desk phone.',
    'wrap-up-by-choice': 'After a call you stay in wrap-up until you choose Idle.',
    'wrap-up-by-choice-linked':
      'After a call you stay in wrap-up until you choose Idle; then the next call can be lifted at your desk phone.',
    'wrap-up-compulsory': 'Your phone mode makes wrap-up compulsory.',
    'wrap-up-compulsory-linked':
      'Your phone mode makes wrap-up compulsory, also while your desk phone is linked.',
    'wrap-up-compulsory-not-followed':
      'Your phone mode should make wrap-up compulsory, but the gateway made you idle at once. Tell support.',
    'wrap-up-compulsory-not-followed-linked':
      'Your phone mode should make wrap-up compulsory, also while your desk phone is linked, but the gateway made you idle at once. Tell support.',
    'not-known':
      'What happens after a call is not known yet: ask for it once, or wait for the next call to end.',
  } satisfies Record<AfterCallRule, string>,
}

export const linkage = {
  name: 'Phone linkage',
  on: 'The desk phone follows this desk',
  off: 'The desk phone is on its own',
  check: {
    name: 'Check the phone',
    facts: { answer: 'Gateway', phone: 'Phone', mode: 'Phone mode' },
    noAnswer: 'has not said yet whether it linked the phone',
    linked: 'has linked the phone',
    failed: 'could not link the phone (code {code})',
    notHeard: 'nothing heard from it yet',
    statuses: {
      'off-hook': 'lifted',
      'on-hook': 'put down',
      talking: 'in a call',
      online: 'reachable',
      offline: 'not reachable',
      ringing: 'ringing',
    } satisfies Record<PhoneStatus, string>,
    alwaysOffHook: 'always off-hook: it does not ring for a call',
    perCall: 'rings for each call',
    advice: {
      off: 'Linkage is off: lift and put the phone down by hand, or switch linkage on.',
      failed:
        'Check that your phone is an eSpace 7910, switched on and registered with the call centre, and that you signed in with its number. Then ask again.',
      offline:
        'The phone has lost its connection. Check its cable and its display, wait until it is registered, then ask again.',
      silent:
        'Not confirmed yet. Ask again; if no answer comes, check that the phone is switched on and registered.',
      offHook:
        'The phone is linked. As it is always off-hook, there is no ringing to lift or reject from here; its keys for hold and transfer are followed.',
      well: 'All is well: while the phone rings you can lift it or reject the call from here.',
    },
    ask: 'Ask the gateway again',
    askMeans: 'It links the phone once more and says whether it worked. Nothing else changes.',
  },
}

/** The truth line: what was asked, what the gateway accepted, what was seen. */
export const truth = {
  verdicts: {
    unknown: 'Not known',
    wished: 'Waiting to be sent',
    pending: 'Asking the gateway…',
    failed: 'Refused',
    uncertain: 'Outcome not known',
    accepted: 'Accepted {time}, not yet seen',
    confirmed: 'Confirmed {time}',
    doubted: 'Last seen {time}, not certain since',
    contradicted: 'Differs: accepted {time}, then seen otherwise',
  } satisfies Record<TruthVerdict, string>,
  failedWith: 'Failed {time}: {what}',
  refusedWith: 'Refused {time}: {what}',
  uncertainWith: 'Outcome not known since {time}: {what}',
  contradictedWith: 'Accepted {accepted} as {asked}, seen {time} as {seen}',
  wishedWith: 'Asked {time}, not sent yet',
  kept: 'Kept: will be sent when the gateway answers',
  asked: 'Asked: {value}',
  /** What a switch stands on while its wish waits, beside what holds. */
  keptSwitch: 'Asked for {asked}; last known to be {before}.',
  keptSwitchUnknown: 'Asked for {asked}; what holds now is not known.',
  tryAgain: 'Try again',
  /** Asks for the value that a failed wish was to change. */
  leaveIt: 'Leave it {value}',
  cancelWish: 'Keep {value}',
  takeBack: 'Take back',
  details: 'Details of {name}',
  said: '{name}: {text}',
  faces: { wished: 'Asked', accepted: 'Accepted', seen: 'Seen' },
  noFace: { wished: 'nothing yet', accepted: 'not yet', seen: 'not yet' },
  answeredBy: 'by the gateway',
  /** What to do when the gateway said yes and something else was seen. */
  contradictions: {
    'after-call': 'Switch it again; if it happens twice, tell support.',
    linkage: 'Check that the phone is on and registered, then switch linkage again.',
    skills: 'Apply again, or ask your supervisor whether the queue was taken from you.',
    'agent-state': 'Ask for the state again; if it happens twice, ask your supervisor.',
  } satisfies Record<WishName, string>,
  seenBy: {
    event: 'by an event of the gateway',
    'status-query': 'by asking the gateway for your state',
    roster: 'in the list of online agents',
    'waiting-list': 'in the waiting list',
    'call-end': 'by what happened after the last call',
  } satisfies Record<SeenSource, string>,
  askedIn: {
    window: 'asked here',
    tray: 'asked in the tray',
    palette: 'asked in the command palette',
    shortcut: 'asked by a key',
    'command-line': 'asked on the command line',
    'deep-link': 'asked by a link',
    restored: 'from your last session',
  } satisfies Record<WishOrigin, string>,
}

export const skills = {
  name: 'Skill sign-in',
  modes: { all: 'All skills', chosen: 'Chosen skills', none: 'No skills' } satisfies Record<
    SkillChoice['mode'],
    string
  >,
  apply: 'Apply skill sign-in',
  count: 'no queue | one queue | {count} queues',
  effective: 'You serve no queue | You serve one queue | You serve {count} queues',
  effectiveUnknown: 'Not known yet which queues you serve',
  seenSome: 'Seen {time}: you serve {seen} of {all} queues',
  missing: 'Asked for and not served: {queues}.',
  extra: 'Served and not asked for: {queues}.',
  /** "All" meant fewer queues when it was asked for. No contradiction of the gateway, and no alarm. */
  laterConfigured:
    'Not served yet: {queues}. It may have been configured for you after your skill sign-in; apply again to serve it. If it stays so, ask your supervisor.',
  /** The same for queues that were served before: these were taken away. */
  takenAway: 'No longer served: {queues}. Apply again, or ask your supervisor.',
  effectiveAll: 'All skills; which queues these are is not known yet',
  configured: 'none configured | one configured | {count} configured',
  filter: 'Filter skills',
  clearFilter: 'Clear the filter',
  /** What Apply, or a saved set, would change. */
  difference: { added: '+ {queues}', removed: '− {queues}', none: 'No change' },
  sets: {
    name: 'Saved sets',
    /** A set in the menu, with what it would change. */
    entry: '{name}: {change}',
    closed: 'Not possible now',
    first: 'Save the present choice…',
    edit: 'Save or change sets…',
    explanation: 'A set keeps some queues under a name of your own; two clicks then sign you in to them.',
    saveAs: 'Save the present choice as',
    example: 'Mornings',
    present: 'The present choice: {queues}',
    presentNone: 'no queue',
    save: 'Save',
    full: 'There are {count} sets, and no room for more: delete one first.',
    rename: 'Rename “{name}”',
    newName: 'New name of “{name}”',
    keepName: 'Keep this name',
    remove: 'Delete “{name}”',
    deleted: '“{name}” is deleted.',
    undo: 'Undo',
    problems: {
      required: 'Give the set a name.',
      taken: 'Another set has this name.',
      'too-long': 'The name may have 60 characters at most.',
    },
  },
  noMatch: 'No skill matches “{text}”.',
  chooseOne: 'Choose at least one skill, or choose No skills.',
  tooLong:
    'Too many skills: their list has {length} characters, the gateway takes {max}. Choose fewer, or All skills.',
  noneWarning: 'With no skills no queue call reaches you.',
  empty: 'No skill queue is configured for you.',
  emptyNext: 'Ask your supervisor to add you to a queue, then refresh.',
  loadFailed: 'Your skills could not be read',
  serving: 'serving',
  notServing: 'not serving',
  changed: 'Not applied yet',
  discard: 'Discard',
  pick: 'All shown',
  unpick: 'None shown',
}
