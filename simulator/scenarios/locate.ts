const SPACE = /\s/
/** A whole string, or any other value that is neither an object nor a list. */
const SCALAR = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y

/** Walks through JSON text that has been parsed already: it is known to be well-formed. */
class Walk {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The next character that means something. */
  peek(): string | undefined {
    while (SPACE.test(this.#text[this.#at] ?? '')) this.#at += 1
    return this.#text[this.#at]
  }

  get line(): number {
    return this.#text.slice(0, this.#at).split('\n').length
  }

  skip(): void {
    this.#at += 1
  }

  scalar(): string {
    SCALAR.lastIndex = this.#at
    const found = SCALAR.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  /** Goes behind the value that begins here. */
  value(): void {
    if (this.peek() !== '{' && this.peek() !== '[') {
      this.scalar()
      return
    }
    for (const _key of this.entries()) this.value()
  }

  /** The keys of the object or list that begins here; whoever asks for the next one must have gone behind the value. */
  *entries(): Generator<string | number> {
    const isObject = this.peek() === '{'
    this.skip()
    for (let index = 0; this.peek() !== undefined && this.peek() !== '}' && this.peek() !== ']'; index += 1) {
      const key = isObject ? (JSON.parse(this.scalar()) as string) : index
      if (isObject && this.peek() === ':') this.skip()
      yield key
      if (this.peek() === ',') this.skip()
    }
    this.skip()
  }
}

/** The line, from 1, of the value at a path in JSON text; of the nearest one around it if it is not there. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  const walk = new Walk(text)
  const enter = (rest: readonly (string | number)[]): number => {
    const first = walk.peek()
    const { line } = walk
    const [wanted, ...deeper] = rest
    if (wanted === undefined || (first !== '{' && first !== '[')) return line
    for (const key of walk.entries()) {
      if (key === wanted) {
        // Reading on past the colon: a value may begin on the next line.
        return enter(deeper)
      }
      walk.value()
    }
    return line
  }
  return enter(path)
}
