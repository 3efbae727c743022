import { requestableStates, type RequestableState } from '../../shared/domain/agent.ts'
import type { DeskSnapshot, SkillSignInView, SwitchView } from '../../shared/domain/desk-snapshot.ts'
import { isSignedIn, type SessionView } from '../../shared/domain/session.ts'
import { shownState, type ShownState } from '../../shared/domain/shown-state.ts'
import { expectedSkills, sameSkillIds, type SkillChoice } from '../../shared/domain/skills.ts'
import type { tray } from '../../shared/i18n/en/tray.ts'
import type { TrayItem } from './tray-item.ts'

export type TrayTexts = typeof tray
type Reason = keyof TrayTexts['reasons']

/** What the items of the menu do. */
export interface TrayActions {
  open(): void
  setAgentState(state: RequestableState): void
  setAfterCall(autoIdle: boolean): void
  setLinkage(linked: boolean): void
  /** "Chosen" stands for the queues chosen last, whichever these are when it is clicked. */
  signInToSkills(mode: SkillChoice['mode']): void
  transferLongestWaiting(toSkillId: number): void
  signOut(): void
  quit(): void
}

/** What the menu shows. */
export interface TrayModel {
  readonly snapshot: DeskSnapshot
  /** Whether queues were ever chosen, which an "all" or "none" since then has replaced. */
  readonly hasChosenQueues: boolean
}

/** The whole menu. Pure: the same model gives the same menu. Items that cannot work now are disabled and say why. */
export function buildTrayTemplate(model: TrayModel, actions: TrayActions, allTexts: TrayTexts): TrayItem[] {
  const { snapshot } = model
  const texts = { ...allTexts, reasons: reasonsFor(snapshot.session, allTexts) }
  const { agentState, skills } = snapshot
  return [
    { label: texts.open, click: () => actions.open() },
    { type: 'separator' },
    {
      label: nameOf(texts.agentState, agentState.isKept, texts),
      ...disabledFor(agentState.unavailable, texts),
      submenu: stateItems(snapshot, actions, texts),
    },
    switchItem(texts.afterCall, snapshot.afterCall, texts, (on) => actions.setAfterCall(on)),
    switchItem(texts.linkage, snapshot.linkage, texts, (on) => actions.setLinkage(on)),
    {
      label: nameOf(texts.skills, skills.isKept, texts),
      ...disabledFor(skills.unavailable, texts),
      submenu: skillItems(model, actions, texts),
    },
    transferItem(snapshot, actions, texts),
    { type: 'separator' },
    {
      label: texts.signOut,
      ...disabledFor(signOutReason(snapshot.session), texts),
      click: () => actions.signOut(),
    },
    { label: texts.quit, click: () => actions.quit() },
  ]
}

/** A session that somebody or something ended calls for more than signing in for the first time does. */
function reasonsFor(session: SessionView, { reasons }: TrayTexts): TrayTexts['reasons'] {
  if (session.phase === 'ended') return { ...reasons, 'not-signed-in': reasons['session-ended'] }
  if (session.phase === 'taken-over') return { ...reasons, 'not-signed-in': reasons[whoEnded(session)] }
  return reasons
}

/** Only an answer that says so proves that somebody else is signed in; the event of an end does not (cec_07_0552). */
function whoEnded({
  ended,
}: Extract<SessionView, { readonly phase: 'taken-over' }>): 'taken-over' | 'held-elsewhere' {
  return ended.cause === 'held-elsewhere' ? 'held-elsewhere' : 'taken-over'
}

/** Signing out needs no gateway that answers: the silence signs the agent out there. */
function signOutReason(session: SessionView): Reason | null {
  if (isSignedIn(session)) return null
  return session.phase === 'signing-in' || session.phase === 'signing-out'
    ? 'session-changing'
    : 'not-signed-in'
}

/** Programs and people find an item by its name, so that what is added stands behind it. */
function nameOf(name: string, isKept: boolean, { kept }: TrayTexts): string {
  return isKept ? kept.replace('{name}', name) : name
}

function disabledFor(reason: Reason | null, texts: TrayTexts): Partial<TrayItem> {
  if (reason === null) return { enabled: true }
  const text = texts.reasons[reason]
  return { enabled: false, sublabel: text, toolTip: text }
}

function stateItems({ agentState }: DeskSnapshot, actions: TrayActions, texts: TrayTexts): TrayItem[] {
  const { effective, allowed, unavailable, isKept, line } = agentState
  // As the switches do: a wish that waits for the gateway is shown as asked, marked as kept.
  const marked = isKept ? (line.wished?.value ?? effective) : effective
  const type = radioType(requestableStates.some((state) => state === marked))
  return requestableStates.map((state) => {
    const reason: Reason | null =
      unavailable ??
      (allowed.includes(state) ? null : state === effective ? 'present-state' : 'not-from-this-state')
    return {
      label: nameOf(texts.states[state], isKept && state === line.wished?.value, texts),
      type,
      checked: state === marked,
      ...disabledFor(reason, texts),
      click: () => actions.setAgentState(state),
    }
  })
}

/**
 * A switch shows the value in force, or what was asked while nobody knows; a click asks for the other one. The system moves
 * the mark at once when it is clicked, so while the answer is awaited, or the wish waits for the gateway, the item goes by
 * what was asked: a second click takes it back instead of asking for the same again.
 */
function switchItem(
  label: string,
  view: SwitchView<boolean>,
  texts: TrayTexts,
  ask: (on: boolean) => void,
): TrayItem {
  const asked = view.line.wished?.value
  const isWaiting = view.line.isPending || view.isKept
  const isOn = (isWaiting ? asked : undefined) ?? view.effective ?? asked ?? false
  return {
    label: nameOf(label, view.isKept, texts),
    type: 'checkbox',
    checked: isOn,
    ...disabledFor(view.unavailable, texts),
    click: () => ask(!isOn),
  }
}

function skillItems(
  { snapshot, hasChosenQueues }: TrayModel,
  actions: TrayActions,
  texts: TrayTexts,
): TrayItem[] {
  const { skills } = snapshot
  const mode = modeInForce(skills)
  return (['all', 'chosen', 'none'] as const).map((name) => {
    const reason: Reason | null = name === 'chosen' && !hasChosenQueues ? 'nothing-chosen' : null
    return {
      label: nameOf(texts.skillModes[name], skills.isKept && name === skills.choice?.mode, texts),
      type: radioType(mode !== null),
      checked: name === mode,
      ...disabledFor(skills.unavailable ?? reason, texts),
      click: () => actions.signInToSkills(name),
    }
  })
}

function modeInForce({ choice, effective, configured, isKept }: SkillSignInView): SkillChoice['mode'] | null {
  if (isKept && choice !== null) return choice.mode
  if (effective === null) return choice?.mode ?? null
  // Several choices can lead to the same queues; the one that was made is the one to show.
  if (choice !== null && sameSkillIds(expectedSkills(choice, configured), effective)) return choice.mode
  if (effective.length === 0) return 'none'
  return sameSkillIds(expectedSkills({ mode: 'all' }, configured), effective) ? 'all' : 'chosen'
}

/**
 * Not disabled while nobody waits or the agent is idle: the list is not polled while no window shows it, and some
 * gateways give it to idle agents too. The desk reads the queues when asked, and says so when there is nothing to move.
 */
function transferItem(snapshot: DeskSnapshot, actions: TrayActions, texts: TrayTexts): TrayItem {
  const { waiting, queues } = snapshot
  const availability = disabledFor(
    waiting.unavailable ?? (queues.length === 0 ? 'no-target-queue' : null),
    texts,
  )
  return {
    label: texts.transfer,
    ...availability,
    submenu: queues.map((queue) => ({
      id: `transfer-to-${queue.id}`,
      label: queue.name,
      ...availability,
      click: () => actions.transferLongestWaiting(queue.id),
    })),
  }
}

/** Electron marks the first item of a radio group that has none marked; unknown must not look like a value. */
function radioType(isKnown: boolean): 'radio' | 'checkbox' {
  return isKnown ? 'radio' : 'checkbox'
}

/** What icon and tool tip tell. */
export type TrayStatus = ShownState | 'interrupted' | 'recovering' | 'taken-over' | 'held-elsewhere' | 'ended'

export function trayStatus(snapshot: DeskSnapshot): TrayStatus {
  const { session } = snapshot
  switch (session.phase) {
    case 'online':
      return shownState(snapshot)
    case 'doubtful':
      return 'interrupted'
    case 'taken-over':
      return whoEnded(session)
    case 'recovering':
    case 'ended':
      return session.phase
    case 'signed-out':
    case 'signing-in':
    case 'signing-out':
      return 'signed-out'
  }
}
