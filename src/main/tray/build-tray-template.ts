import { requestableStates, type AgentState, type RequestableState } from '../../shared/domain/agent.ts'
import type { DeskSnapshot, SkillSignInView, SwitchView } from '../../shared/domain/desk-snapshot.ts'
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
export function buildTrayTemplate(model: TrayModel, actions: TrayActions, texts: TrayTexts): TrayItem[] {
  const { snapshot } = model
  const { session } = snapshot
  const signOutReason: Reason | null =
    session.phase === 'online' ? null : session.phase === 'signed-out' ? 'not-signed-in' : 'session-changing'
  return [
    { label: texts.open, click: () => actions.open() },
    { type: 'separator' },
    {
      label: texts.agentState,
      ...disabledFor(snapshot.agentState.unavailable, texts),
      submenu: stateItems(snapshot, actions, texts),
    },
    switchItem(texts.afterCall, snapshot.afterCall, texts, (on) => actions.setAfterCall(on)),
    switchItem(texts.linkage, snapshot.linkage, texts, (on) => actions.setLinkage(on)),
    {
      label: texts.skills,
      ...disabledFor(snapshot.skills.unavailable, texts),
      submenu: skillItems(model, actions, texts),
    },
    transferItem(snapshot, actions, texts),
    { type: 'separator' },
    { label: texts.signOut, ...disabledFor(signOutReason, texts), click: () => actions.signOut() },
    { label: texts.quit, click: () => actions.quit() },
  ]
}

function disabledFor(reason: Reason | null, texts: TrayTexts): Partial<TrayItem> {
  if (reason === null) return { enabled: true }
  const text = texts.reasons[reason]
  return { enabled: false, sublabel: text, toolTip: text }
}

function stateItems({ agentState }: DeskSnapshot, actions: TrayActions, texts: TrayTexts): TrayItem[] {
  const { effective, allowed, unavailable } = agentState
  const type = radioType(requestableStates.some((state) => state === effective))
  return requestableStates.map((state) => {
    const reason: Reason | null =
      unavailable ??
      (allowed.includes(state) ? null : state === effective ? 'present-state' : 'not-from-this-state')
    return {
      label: texts.states[state],
      type,
      checked: state === effective,
      ...disabledFor(reason, texts),
      click: () => actions.setAgentState(state),
    }
  })
}

/**
 * A switch shows the value in force, or what was asked while nobody knows; a click asks for the other one. The system moves
 * the mark at once when it is clicked, so while the answer is awaited the item goes by what was asked: a second click takes
 * it back instead of asking for the same again.
 */
function switchItem(
  label: string,
  view: SwitchView<boolean>,
  texts: TrayTexts,
  ask: (on: boolean) => void,
): TrayItem {
  const asked = view.line.wished?.value
  const isOn = (view.line.isPending ? asked : undefined) ?? view.effective ?? asked ?? false
  return {
    label,
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
      label: texts.skillModes[name],
      type: radioType(mode !== null),
      checked: name === mode,
      ...disabledFor(skills.unavailable ?? reason, texts),
      click: () => actions.signInToSkills(name),
    }
  })
}

function modeInForce({ choice, effective, configured }: SkillSignInView): SkillChoice['mode'] | null {
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
export type TrayStatus = AgentState | 'interrupted'

export function trayStatus({ session, agentState }: DeskSnapshot): TrayStatus {
  if (session.phase !== 'online') return 'signed-out'
  return session.interruption === null ? (agentState.effective ?? 'unknown') : 'interrupted'
}
