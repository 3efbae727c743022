const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy
const OTHER = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

/** Reads JSON as strictly as `JSON.parse` and stands, where it fails, at the place of the mistake. */
class Reader {
  readonly #text: string
  at = 0

  constructor(text: string) {
    this.#text = text
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)
    if (found !== null) this.at += found[0].length
    return found !== null
  }

  /** Goes to the next character that means something, and behind it if it is this one. */
  #is(char: string): boolean {
    this.#take(SPACE)
    if (this.#text[this.at] !== char) return false
    this.at += 1
    return true
  }

  value(): boolean {
    if (this.#is('{')) return this.#list('}', () => this.#member())
    if (this.#is('[')) return this.#list(']', () => this.value())
    return this.#take(STRING) || this.#take(OTHER)
  }

  #member(): boolean {
    this.#take(SPACE)
    return this.#take(STRING) && this.#is(':') && this.value()
  }

  #list(end: '}' | ']', element: () => boolean): boolean {
    if (this.#is(end)) return true
    do if (!element()) return false
    while (this.#is(','))
    return this.#is(end)
  }
}

/** The line, from 1, on which text stops being JSON; its last line when it only ends too early. */
export function lineOfMistake(text: string): number {
  const reader = new Reader(text)
  reader.value()
  return text.slice(0, reader.at).split('\n').length
}
