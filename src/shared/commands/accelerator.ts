/** Names of modifier keys, and what each means on a Mac and elsewhere. */
const modifiers: Readonly<Record<string, readonly [mac: Modifier, elsewhere: Modifier]>> = {
  commandorcontrol: ['Super', 'Control'],
  cmdorctrl: ['Super', 'Control'],
  command: ['Super', 'Super'],
  cmd: ['Super', 'Super'],
  super: ['Super', 'Super'],
  meta: ['Super', 'Super'],
  control: ['Control', 'Control'],
  ctrl: ['Control', 'Control'],
  alt: ['Alt', 'Alt'],
  option: ['Alt', 'Alt'],
  shift: ['Shift', 'Shift'],
}

type Modifier = 'Control' | 'Alt' | 'Shift' | 'Super'
const modifierOrder: readonly Modifier[] = ['Control', 'Alt', 'Shift', 'Super']

/** Keys with a name that Electron knows and that may stand for a command. */
const namedKeys: ReadonlyMap<string, string> = new Map(
  [
    ...['Space', 'Tab', 'Backspace', 'Delete', 'Insert', 'Enter', 'Up', 'Down', 'Left', 'Right'],
    ...['Home', 'End', 'PageUp', 'PageDown', 'Plus', 'PrintScreen'],
    ...Array.from({ length: 24 }, (_, index) => `F${String(index + 1)}`),
    ...Array.from({ length: 10 }, (_, digit) => `num${String(digit)}`),
  ].map((name) => [name.toLowerCase(), name]),
)
const aliases: ReadonlyMap<string, string> = new Map([['return', 'Enter']])
const plainKey = /^[a-z0-9;=,\-./`[\]\\']$/i

/**
 * One spelling for each combination of keys, whatever the order, case and aliases of its parts. Null for what is none, or
 * would take a key away that people write with: a letter needs Control, Alt or the system's key; a function key needs none.
 */
export function canonicalAccelerator(accelerator: string, isMac: boolean): string | null {
  const held = new Set<Modifier>()
  let key: string | null = null
  for (const part of accelerator.split('+').map((text) => text.trim())) {
    const name = part.toLowerCase()
    const modifier = Object.hasOwn(modifiers, name) ? modifiers[name] : undefined
    if (modifier !== undefined) {
      held.add(modifier[isMac ? 0 : 1])
      continue
    }
    if (key !== null) return null
    key = namedKeys.get(name) ?? aliases.get(name) ?? (plainKey.test(name) ? name.toUpperCase() : null)
    if (key === null) return null
  }
  if (key === null) return null
  const isWrittenWith = !held.has('Control') && !held.has('Alt') && !held.has('Super')
  if (isWrittenWith && !/^F\d+$/.test(key)) return null
  return [...modifierOrder.filter((modifier) => held.has(modifier)), key].join('+')
}

/** What of a keyboard event says which keys are held. */
export interface PressedKeys {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const keysByName: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/**
 * The accelerator of the keys that are held; null while only modifiers are, or the key has no name. Letters follow the
 * layout of the keyboard, digits stand where they are printed, also where Shift makes another character of them.
 */
export function acceleratorOf(pressed: PressedKeys, isMac: boolean): string | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(pressed.code)
  const letter = /^[a-z]$/i.test(pressed.key)
    ? pressed.key.toUpperCase()
    : (/^Key([A-Z])$/.exec(pressed.code)?.[1] ?? null)
  const numbered =
    digit === null ? null : `${pressed.code.startsWith('Numpad') ? 'num' : ''}${digit[1] ?? ''}`
  const named = keysByName[pressed.key] ?? namedKeys.get(pressed.key.toLowerCase())
  const plain = plainKey.test(pressed.key) ? pressed.key : null
  const key = numbered ?? letter ?? named ?? plain
  if (key === null) return null
  const primary = isMac ? pressed.metaKey : pressed.ctrlKey
  return [
    ...(primary ? ['CommandOrControl'] : []),
    ...(isMac && pressed.ctrlKey ? ['Control'] : []),
    ...(!isMac && pressed.metaKey ? ['Super'] : []),
    ...(pressed.altKey ? ['Alt'] : []),
    ...(pressed.shiftKey ? ['Shift'] : []),
    key,
  ].join('+')
}
