import type { Component } from 'vue'

interface MenuChoice {
  readonly id: string
  readonly text: string
  readonly icon?: Component
  /** An accelerator such as `CommandOrControl+Shift+I`, shown behind the text. */
  readonly accelerator?: string
  /** Why it cannot be chosen now. It stays reachable, so that the reason can be read. */
  readonly disabledReason?: string | null
  /** Half of a choice: the menu stays open, with the focus on this line, for the other half. */
  readonly staysOpen?: boolean
}

/** One line of a menu; all texts are finished. */
export type MenuEntry =
  | ({ readonly kind: 'item'; readonly isDangerous?: boolean } & MenuChoice)
  | ({ readonly kind: 'check'; readonly isChecked: boolean } & MenuChoice)
  /** One of several of which one holds: neighbours of this kind form a group. */
  | ({ readonly kind: 'radio'; readonly isChecked: boolean } & MenuChoice)
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'separator' }

/** What can be chosen, of all lines. */
export type MenuChoiceEntry = Extract<MenuEntry, { readonly id: string }>

/** Whether the line can be chosen, now or another time. */
export function isChoice(entry: MenuEntry): entry is MenuChoiceEntry {
  return 'id' in entry
}
