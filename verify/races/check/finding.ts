/** Something that was said and is not so, or was done and must not be. */
export interface Finding {
  /** Which rule. */
  readonly check: string
  readonly atMs: number
  readonly text: string
}
