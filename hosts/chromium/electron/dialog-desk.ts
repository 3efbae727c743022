/** A question to the person at the desk. */
export interface DialogQuestion {
  readonly kind: 'message' | 'open' | 'save' | 'alert' | 'confirm' | 'prompt'
  readonly type: string
  readonly title: string
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  readonly checkboxLabel: string
  readonly defaultPath: string
}

/** The answer; what is left out takes the dialog's default. `undefined` in its place = dismissed. */
export interface DialogAnswer {
  readonly response?: number
  readonly checkboxChecked?: boolean
  readonly filePaths?: string[]
}

/** Shows a question in a window; resolves with the answer, `undefined` when the window is closed. */
export type DialogWindow = (question: DialogQuestion) => Promise<DialogAnswer | undefined>

interface Pending {
  readonly question: DialogQuestion
  readonly resolve: (answer: DialogAnswer | undefined) => void
}

/** Keeps the open questions: shown in a window if there is a screen, answerable through the control port always. */
export class DialogDesk {
  readonly #pending = new Map<number, Pending>()
  readonly #window: DialogWindow | undefined
  #lastId = 0

  constructor(window: DialogWindow | undefined) {
    this.#window = window
  }

  ask(question: DialogQuestion): Promise<DialogAnswer | undefined> {
    const id = ++this.#lastId
    return new Promise((resolve) => {
      this.#pending.set(id, { question, resolve })
      if (this.#window === undefined) return
      this.#window(question).then(
        (answer) => this.answer(id, answer),
        (error: unknown) => {
          console.error('Chromium host: a dialog could not be shown:', error)
          this.answer(id, undefined)
        },
      )
    })
  }

  list(): (DialogQuestion & { readonly id: number })[] {
    return [...this.#pending].map(([id, { question }]) => ({ id, ...question }))
  }

  /** False when there is no such question (any more). */
  answer(id: number, answer: DialogAnswer | undefined): boolean {
    const found = this.#pending.get(id)
    this.#pending.delete(id)
    found?.resolve(answer)
    return found !== undefined
  }
}
