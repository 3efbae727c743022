import type { RequestableState } from '../domain/agent.ts'
import type { CallAction } from '../domain/call-control.ts'
import type { SkillChoice } from '../domain/skills.ts'
import type { WishName } from '../domain/wishes.ts'
import type { ShownPart } from '../ipc/contract.ts'

/** The longest text of a command that is read, in characters. */
export const commandMaxLength = 200

export const switchOrders = ['on', 'off', 'toggle'] as const
export type SwitchOrder = (typeof switchOrders)[number]

export const windowOrders = ['full', 'mini', 'toggle'] as const
export type WindowOrder = (typeof windowOrders)[number]

/**
 * Everything a person can ask for at any door, as a value. Every one of them has a text, `name` or `name=value`
 * (`parse-command.ts`, `format-command.ts`), and one entry in the table (`command-table.ts`).
 */
export type Command =
  /** `reason`: code of a busy or rest reason; null = without one. */
  | { readonly name: 'state'; readonly state: RequestableState; readonly reason: number | null }
  | { readonly name: 'auto-idle'; readonly to: SwitchOrder }
  | { readonly name: 'linkage'; readonly to: SwitchOrder }
  /** `chosen`: the queues chosen last, whichever these are when it runs. */
  | { readonly name: 'skills'; readonly mode: SkillChoice['mode'] }
  /** Name of a saved set. */
  | { readonly name: 'skill-set'; readonly set: string }
  /** ID of a queue, or its exact name. */
  | { readonly name: 'transfer-longest'; readonly queue: string }
  | { readonly name: 'call'; readonly action: CallAction }
  | { readonly name: 'cancel-wish'; readonly wish: WishName }
  | { readonly name: 'sign-out' }
  /** `window`: as it was left. */
  | { readonly name: 'show'; readonly part: ShownPart | 'window' }
  | { readonly name: 'window'; readonly mode: WindowOrder }
  | { readonly name: 'quit' }

export type CommandName = Command['name']
export type CommandOf<N extends CommandName> = Extract<Command, { readonly name: N }>

/** Every name, in the order in which people read them. */
export const commandNames = [
  'state',
  'auto-idle',
  'linkage',
  'skills',
  'skill-set',
  'transfer-longest',
  'call',
  'cancel-wish',
  'sign-out',
  'show',
  'window',
  'quit',
] as const satisfies readonly CommandName[]
