import type { Preferences } from '../preferences/preference-schemas.ts'
import { canonicalAccelerator } from './accelerator.ts'

/**
 * Keys that work everywhere until somebody says otherwise. Few, so that hardly any is taken by the programs agents work in;
 * with function keys, because letters with Control and Alt are written with on many keyboards.
 */
export const defaultShortcuts: Preferences['shortcuts'] = {
  'CommandOrControl+Shift+Space': 'show=palette',
  'CommandOrControl+Shift+F8': 'auto-idle=toggle',
  'CommandOrControl+Shift+F9': 'call=answer',
  'CommandOrControl+Shift+F10': 'call=mute',
  'CommandOrControl+Shift+F11': 'state=idle',
  'CommandOrControl+Shift+F12': 'state=busy',
}

/** Keys and what they stand for. */
export interface ShortcutBinding {
  readonly accelerator: string
  /** The command in its text form, as it was set; it may be none. */
  readonly command: string
  readonly source: 'default' | 'yours'
  /** One spelling for all ways to write these keys; null for keys that cannot be used. */
  readonly canonical: string | null
  /** Earlier keys of the list are the same. */
  readonly isClash: boolean
}

/**
 * The keys in force: the usual ones, except where the person has set the same keys otherwise or taken them away (an empty
 * text), and then his own.
 */
export function shortcutBindings(
  yours: Preferences['shortcuts'],
  isMac: boolean,
): readonly ShortcutBinding[] {
  const canonical = (accelerator: string): string | null => canonicalAccelerator(accelerator, isMac)
  const replaced = new Set(Object.keys(yours).map(canonical))
  const all = [
    ...Object.entries(defaultShortcuts)
      .filter(([accelerator]) => !replaced.has(canonical(accelerator)))
      .map(([accelerator, command]) => ({ accelerator, command, source: 'default' as const })),
    ...Object.entries(yours)
      .filter(([, command]) => command !== '')
      .map(([accelerator, command]) => ({ accelerator, command, source: 'yours' as const })),
  ]
  const seen = new Set<string>()
  return all.map((binding) => {
    const keys = canonical(binding.accelerator)
    const isClash = keys !== null && seen.has(keys)
    if (keys !== null) seen.add(keys)
    return { ...binding, canonical: keys, isClash }
  })
}

/** The preference after keys were set to a command; an empty command takes them away. */
export function withShortcut(
  yours: Preferences['shortcuts'],
  change: { readonly accelerator: string; readonly command: string; readonly instead?: string | undefined },
  isMac: boolean,
): Preferences['shortcuts'] {
  const canonical = (accelerator: string): string | null => canonicalAccelerator(accelerator, isMac)
  const isUsual = (accelerator: string): boolean =>
    Object.keys(defaultShortcuts).some((usual) => canonical(usual) === canonical(accelerator))
  const touched = [change.accelerator, ...(change.instead === undefined ? [] : [change.instead])]
  const kept = Object.entries(yours).filter(
    ([accelerator]) =>
      !touched.some(
        (other) =>
          other === accelerator || (canonical(other) !== null && canonical(other) === canonical(accelerator)),
      ),
  )
  const entries: readonly (readonly [string, string])[] = [
    ...kept,
    ...(change.instead !== undefined && isUsual(change.instead) ? [[change.instead, ''] as const] : []),
    ...(change.command !== '' || isUsual(change.accelerator)
      ? [[change.accelerator, change.command] as const]
      : []),
  ]
  return Object.fromEntries(entries)
}
