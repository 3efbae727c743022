import type { Writable } from 'node:stream'

/**
 * Lines for the terminal that started the program. A terminal that goes away (a closed pipe) must not matter: its write
 * error would be reported as unhandled, which is written to the terminal again, and so on without end. So the first error
 * is the last line.
 */
export class Terminal {
  #isGone = false
  readonly #stream: Writable

  constructor(stream: Writable) {
    this.#stream = stream
    stream.on('error', () => {
      this.#isGone = true
    })
  }

  readonly writeLine = (line: string): void => {
    if (!this.#isGone) this.#stream.write(`${line}\n`)
  }
}
