import { unavailableReason } from '../../shared/commands/command-table.ts'
import {
  refineReason,
  shownSwitch,
  type CommandContext,
  type CommandUnavailable,
} from '../../shared/commands/command-unavailable.ts'
import type { Command } from '../../shared/commands/command.ts'
import { formatCommand } from '../../shared/commands/format-command.ts'
import { requestableStates } from '../../shared/domain/agent.ts'
import type { SkillSignInView, SwitchView } from '../../shared/domain/desk-snapshot.ts'
import { expectedSkills, sameSkillIds, type SkillChoice } from '../../shared/domain/skills.ts'
import type { TrayTexts } from '../../shared/i18n/tables.ts'
import type { TrayItem } from './tray-item.ts'

/** Carries out what an item stands for. */
export type RunCommand = (command: Command) => void

/**
 * The whole menu. Pure: the same context gives the same menu. Every item stands for a command of the table; one that cannot
 * work now is disabled and says why.
 */
export function buildTrayTemplate(context: CommandContext, run: RunCommand, texts: TrayTexts): TrayItem[] {
  const { snapshot } = context
  const { agentState, skills } = snapshot
  const item = itemMaker(context, run, texts)
  const group = (label: string, reason: CommandUnavailable | null, submenu: TrayItem[]): TrayItem => ({
    label,
    ...disabledFor(reason === null ? null : refineReason(reason, snapshot.session), texts),
    submenu,
  })
  return [
    item(texts.open, { name: 'show', part: 'window' }),
    { type: 'separator' },
    group(
      nameOf(texts.agentState, agentState.isKept, texts),
      agentState.unavailable,
      stateItems(context, item, texts),
    ),
    switchItem(texts.afterCall, snapshot.afterCall, texts, (label, isOn) =>
      item(label, { name: 'auto-idle', to: isOn ? 'off' : 'on' }),
    ),
    switchItem(texts.linkage, snapshot.linkage, texts, (label, isOn) =>
      item(label, { name: 'linkage', to: isOn ? 'off' : 'on' }),
    ),
    group(nameOf(texts.skills, skills.isKept, texts), skills.unavailable, skillItems(skills, item, texts)),
    group(
      texts.transfer,
      snapshot.waiting.unavailable ?? (snapshot.queues.length === 0 ? 'no-target-queue' : null),
      snapshot.queues.map(({ id, name }) => item(name, { name: 'transfer-longest', queue: String(id) })),
    ),
    { type: 'separator' },
    item(texts.signOut, { name: 'sign-out' }),
    item(texts.quit, { name: 'quit' }),
  ]
}

type MakeItem = (label: string, command: Command) => TrayItem

/** An item that runs a command. Its id is the command's text: two menus that look alike and do the same are equal as JSON. */
function itemMaker(context: CommandContext, run: RunCommand, texts: TrayTexts): MakeItem {
  return (label, command) => ({
    id: formatCommand(command),
    label,
    ...disabledFor(unavailableReason(command, context), texts),
    click: () => run(command),
  })
}

/** Programs and people find an item by its name, so that what is added stands behind it. */
function nameOf(name: string, isKept: boolean, { kept }: TrayTexts): string {
  return isKept ? kept.replace('{name}', name) : name
}

function disabledFor(reason: CommandUnavailable | null, texts: TrayTexts): Partial<TrayItem> {
  if (reason === null) return { enabled: true }
  const text = texts.reasons[reason]
  return { enabled: false, sublabel: text, toolTip: text }
}

function stateItems({ snapshot }: CommandContext, item: MakeItem, texts: TrayTexts): TrayItem[] {
  const { effective, isKept, line } = snapshot.agentState
  // As the switches do: a wish that waits for the gateway is shown as asked, marked as kept.
  const marked = isKept ? (line.wished?.value ?? effective) : effective
  const type = radioType(requestableStates.some((state) => state === marked))
  return requestableStates.map((state) => ({
    ...item(nameOf(texts.states[state], isKept && state === line.wished?.value, texts), {
      name: 'state',
      state,
      reason: null,
    }),
    type,
    checked: state === marked,
  }))
}

/** The system moves the mark at once when it is clicked; what the item asks for is the other one of what it shows. */
function switchItem(
  label: string,
  view: SwitchView<boolean>,
  texts: TrayTexts,
  make: (label: string, isOn: boolean) => TrayItem,
): TrayItem {
  const isOn = shownSwitch(view) ?? false
  return { ...make(nameOf(label, view.isKept, texts), isOn), type: 'checkbox', checked: isOn }
}

function skillItems(skills: SkillSignInView, item: MakeItem, texts: TrayTexts): TrayItem[] {
  const mode = modeInForce(skills)
  return (['all', 'chosen', 'none'] as const).map((name) => ({
    ...item(nameOf(texts.skillModes[name], skills.isKept && name === skills.choice?.mode, texts), {
      name: 'skills',
      mode: name,
    }),
    type: radioType(mode !== null),
    checked: name === mode,
  }))
}

function modeInForce({ choice, effective, configured, isKept }: SkillSignInView): SkillChoice['mode'] | null {
  if (isKept && choice !== null) return choice.mode
  if (effective === null) return choice?.mode ?? null
  // Several choices can lead to the same queues; the one that was made is the one to show.
  if (choice !== null && sameSkillIds(expectedSkills(choice, configured), effective)) return choice.mode
  if (effective.length === 0) return 'none'
  return sameSkillIds(expectedSkills({ mode: 'all' }, configured), effective) ? 'all' : 'chosen'
}

/** Electron marks the first item of a radio group that has none marked; unknown must not look like a value. */
function radioType(isKnown: boolean): 'radio' | 'checkbox' {
  return isKnown ? 'radio' : 'checkbox'
}
