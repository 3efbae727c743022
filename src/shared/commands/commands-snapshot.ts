import type { ShortcutBinding } from './shortcut-bindings.ts'

/**
 * What the system said to keys that are to work everywhere. `taken`: another program has them. `paused`: their command can do
 * nothing while nobody is signed in, so they are left to others.
 */
export const shortcutStates = ['registered', 'taken', 'not-valid', 'clash', 'no-command', 'paused'] as const
export type ShortcutState = (typeof shortcutStates)[number]

export interface ShortcutView extends Pick<ShortcutBinding, 'accelerator' | 'command' | 'source'> {
  readonly state: ShortcutState
}

/** What the window must know of commands beside the desk. `revision` only rises. */
export interface CommandsSnapshot {
  readonly revision: number
  /** Whether queues were ever chosen, so that they can be chosen again. */
  readonly hasChosenQueues: boolean
  /**
   * When the agent's state or call last changed by itself, milliseconds since 1970; null = not in this run. Keys and buttons
   * that are hard to take back are not obeyed for a moment after it.
   */
  readonly changedByItselfAt: number | null
  readonly shortcuts: readonly ShortcutView[]
  /** The desktop is a Wayland one, which may ask before it passes keys on (RES-13). */
  readonly isWayland: boolean
}

/** What became of a test of keys: they arrived, or did not in time, or another test or the end came first. */
export type ShortcutTest = 'heard' | 'silent' | 'stopped'
