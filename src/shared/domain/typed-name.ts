/** Composed and decomposed letters look the same on the screen; blanks around a name do not show at all. */
const asSeen = (name: string): string => name.trim().normalize('NFC')

/** Whether what a person typed is this name, letter by letter. Nobody can type a name of blanks. */
export function compareTypedName(typed: string, name: string): 'same' | 'required' | 'does-not-match' {
  if (asSeen(typed) === '') return 'required'
  return asSeen(typed) === asSeen(name) ? 'same' : 'does-not-match'
}
