import { conversionFailure } from './whole-numbers.ts'

const isMac = process.platform === 'darwin'

/** What each name of a modifier means. */
const modifiers: Readonly<Record<string, string>> = {
  command: 'super',
  cmd: 'super',
  super: 'super',
  meta: 'super',
  control: 'ctrl',
  ctrl: 'ctrl',
  commandorcontrol: isMac ? 'super' : 'ctrl',
  cmdorctrl: isMac ? 'super' : 'ctrl',
  alt: 'alt',
  option: 'alt',
  altgr: 'altgr',
  shift: 'shift',
}

/** Keys with a name; an alias leads to the name that is kept. */
const namedKeys: Readonly<Record<string, string>> = {
  return: 'enter',
  escape: 'esc',
  ...Object.fromEntries(
    [
      ...[
        'enter',
        'esc',
        'capslock',
        'numlock',
        'scrolllock',
        'tab',
        'space',
        'backspace',
        'delete',
        'insert',
      ],
      ...['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'printscreen'],
      ...['volumeup', 'volumedown', 'volumemute'],
      ...['medianexttrack', 'mediaprevioustrack', 'mediastop', 'mediaplaypause'],
      ...['numdec', 'numadd', 'numsub', 'nummult', 'numdiv'],
      ...Array.from({ length: 10 }, (_, digit) => `num${String(digit)}`),
      ...Array.from({ length: 24 }, (_, index) => `f${String(index + 1)}`),
    ].map((name) => [name, name]),
  ),
}

/** Characters that need Shift, and the key below them on a US keyboard: Electron reads both as the same combination. */
const shifted: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from(')!@#$%^&*(', (character, digit) => [character, String(digit)])),
  ...{ ':': ';', '<': ',', _: '-', '>': '.', '?': '/', '~': '`', '{': '[', '|': '\\', '}': ']', '"': "'" },
  plus: '=',
}
const plainCharacters = /^[a-z0-9;=,\-./`[\]\\']$/

function read(accelerator: string): string | undefined {
  const held = new Set<string>()
  let key: string | undefined
  for (const part of accelerator.split('+').map((text) => text.trim().toLowerCase())) {
    if (part === '') continue
    const modifier = Object.hasOwn(modifiers, part) ? modifiers[part] : undefined
    if (modifier !== undefined) {
      held.add(modifier)
      continue
    }
    const below = Object.hasOwn(shifted, part) ? shifted[part] : undefined
    if (below !== undefined) held.add('shift')
    const named = Object.hasOwn(namedKeys, part) ? namedKeys[part] : undefined
    key = below ?? named ?? (plainCharacters.test(part) ? part : undefined)
    if (key === undefined) return undefined
  }
  return key === undefined ? undefined : [...[...held].sort(), key].join('+')
}

/** True for what Electron takes as a combination of keys. */
export function isAccelerator(text: string): boolean {
  return read(text) !== undefined
}

/**
 * One spelling for each combination of keys, whatever the order, case and aliases of its parts: `cmdorctrl+option+i` and
 * `Alt+Ctrl+I` are the same. Throws the `TypeError` Electron throws for what is none. As there, the last of two keys counts.
 */
export function normaliseAccelerator(accelerator: string): string {
  const normal = read(accelerator)
  if (normal === undefined) throw conversionFailure(accelerator)
  return normal
}
