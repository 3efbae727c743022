/** Electron's `clipboard`, text only and the host's own: it does not touch the system's. Asynchronous since Electron 45. */
export class Clipboard {
  #text = ''

  readText(): Promise<string> {
    return Promise.resolve(this.#text)
  }

  writeText(text: string): Promise<void> {
    this._write(text)
    return Promise.resolve()
  }

  has(mimeType: string): Promise<boolean> {
    return Promise.resolve(mimeType === 'text/plain' && this.#text !== '')
  }

  clear(): void {
    this.#text = ''
  }

  /** For the control port only. */
  get _text(): string {
    return this.#text
  }

  /** For the control port only: another program copies a text. */
  _write(text: string): void {
    this.#text = text
  }
}
