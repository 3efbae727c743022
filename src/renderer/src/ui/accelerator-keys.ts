/** Names of keys that are long, or that the platform draws. */
const drawn: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  plus: '+',
  return: '⏎',
  enter: '⏎',
  escape: 'Esc',
  delete: 'Del',
  pageup: 'PgUp',
  pagedown: 'PgDn',
}

const onMac: Readonly<Record<string, string>> = {
  commandorcontrol: '⌘',
  cmdorctrl: '⌘',
  command: '⌘',
  cmd: '⌘',
  meta: '⌘',
  super: '⌘',
  control: '⌃',
  ctrl: '⌃',
  alt: '⌥',
  option: '⌥',
  shift: '⇧',
}

const elsewhere: Readonly<Record<string, string>> = {
  commandorcontrol: 'Ctrl',
  cmdorctrl: 'Ctrl',
  command: 'Cmd',
  cmd: 'Cmd',
  meta: 'Meta',
  super: 'Super',
  control: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  option: 'Alt',
  altgr: 'AltGr',
  shift: 'Shift',
}

/**
 * The keys of an accelerator as the platform writes them: `CommandOrControl+Shift+I` is ⌘ ⇧ I on a Mac, and Ctrl Shift I
 * elsewhere. A key without a special name is shown as it is written.
 */
export function acceleratorKeys(accelerator: string, isMac: boolean): readonly string[] {
  // "Ctrl++" means the plus key: an empty last part.
  const parts = accelerator.endsWith('++')
    ? [...accelerator.slice(0, -2).split('+'), 'Plus']
    : accelerator.split('+')
  const modifiers = isMac ? onMac : elsewhere
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const key = part.toLowerCase()
      return modifiers[key] ?? drawn[key] ?? (part.length === 1 ? part.toUpperCase() : part)
    })
}
