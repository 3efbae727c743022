import { commandTable } from './command-table.ts'
import { shownSwitch, type CommandContext } from './command-unavailable.ts'
import { commandNames, type Command, type SwitchOrder } from './command.ts'

/** Every command that can be given a key. */
export function bindableCommands(context: CommandContext): readonly Command[] {
  return commandNames.flatMap((name): readonly Command[] => commandTable[name].offers(context))
}

/**
 * What the palette offers: of a switch only the order that changes it, of wishes only those that wait, of calls only what
 * there is a call for; whoever looks for the latter finds them at any time, and why they cannot work. A text that is a
 * command is understood there all the same.
 */
export function paletteCommands(context: CommandContext, isSearching: boolean): readonly Command[] {
  return bindableCommands(context).filter((command) => isWorthOffering(command, context, isSearching))
}

function isWorthOffering(command: Command, context: CommandContext, isSearching: boolean): boolean {
  const { snapshot, preferences } = context
  switch (command.name) {
    case 'auto-idle':
      return isTheOther(command.to, shownSwitch(snapshot.afterCall))
    case 'linkage':
      return isTheOther(command.to, shownSwitch(snapshot.linkage))
    case 'window':
      return command.mode !== 'toggle' && command.mode !== preferences.windowMode
    case 'show':
      return command.part !== 'window' && command.part !== 'palette'
    case 'cancel-wish':
      return commandTable['cancel-wish'].unavailable(command, context) === null
    case 'call':
      return isSearching || snapshot.call !== null
    default:
      return true
  }
}

/** With nothing known, both can be asked for. */
function isTheOther(order: SwitchOrder, isOn: boolean | null): boolean {
  if (order === 'toggle') return false
  return isOn === null || (order === 'on') !== isOn
}
