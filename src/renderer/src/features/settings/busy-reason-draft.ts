import { busyReasonRange, type Preferences } from '../../../../shared/preferences/preference-schemas.ts'

export type BusyReasons = Preferences['busyReasons']

/** A reason while it is being typed. */
export interface ReasonDraft {
  /** Stays the same while code and name change. */
  readonly key: number
  code: number | null
  name: string
}

export type DraftProblem = 'required' | 'duplicate' | 'out-of-range'

export interface DraftProblems {
  readonly code: DraftProblem | null
  readonly name: DraftProblem | null
}

/** What is wrong with one line of the draft. Of two equal codes the later one is wrong. */
export function findDraftProblems(drafts: readonly ReasonDraft[], index: number): DraftProblems {
  const draft = drafts[index]
  const { min, max } = busyReasonRange
  if (draft === undefined) return { code: null, name: null }
  const { code } = draft
  const isTwice = drafts.slice(0, index).some((other) => other.code === code)
  const problem: DraftProblem | null =
    code === null ? 'required' : code < min || code > max ? 'out-of-range' : isTwice ? 'duplicate' : null
  return { code: problem, name: draft.name.trim() === '' ? 'required' : null }
}

/** The reasons as they can be saved; null while a line of the draft is wrong. */
export function readDrafts(drafts: readonly ReasonDraft[]): BusyReasons | null {
  const reasons = drafts.flatMap(({ code, name }, index) => {
    const problems = findDraftProblems(drafts, index)
    return code === null || problems.code !== null || problems.name !== null
      ? []
      : [{ code, name: name.trim() }]
  })
  return reasons.length === drafts.length ? reasons : null
}

/** The lowest code that is still free; null when none is. */
export function freeCode(drafts: readonly ReasonDraft[]): number | null {
  const used = new Set(drafts.map(({ code }) => code))
  for (let code: number = busyReasonRange.min; code <= busyReasonRange.max; code += 1) {
    if (!used.has(code)) return code
  }
  return null
}

export const sameReasons = (a: BusyReasons, b: BusyReasons): boolean =>
  a.length === b.length && a.every(({ code, name }, i) => code === b[i]?.code && name === b[i].name)
