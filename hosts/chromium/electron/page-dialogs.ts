/** `alert`, `confirm` and `prompt` of pages: a headless browser has no one to answer them. */
export interface PageDialogs {
  /** Answers at once where nobody can look, or hands the question to the control port. */
  ask(kind: 'alert' | 'confirm' | 'prompt', message: string): Promise<{ accept: boolean; text?: string }>
}
