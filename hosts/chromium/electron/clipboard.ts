/** Electron's `clipboard`, text only and the host's own: it does not touch the system's. */
export class Clipboard {
  private text = ''

  readText(): string {
    return this.text
  }

  writeText(text: string): void {
    this.text = text
  }

  clear(): void {
    this.text = ''
  }

  availableFormats(): string[] {
    return this.text === '' ? [] : ['text/plain']
  }
}
