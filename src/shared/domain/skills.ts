/** A skill queue: calls wait in it, agents sign in to it. */
export interface SkillQueue {
  readonly id: number
  readonly name: string
  /** 5 is ordinary voice, 53 social chat; the whole list is in cec_07_0409. Null when the gateway did not say. */
  readonly mediaType: number | null
}

/** What the agent asks for: every configured queue, some of them, or none. */
export type SkillChoice =
  | { readonly mode: 'all' }
  | { readonly mode: 'chosen'; readonly skillIds: readonly number[] }
  | { readonly mode: 'none' }

/** The gateway takes at most this many characters of skill IDs in one call (cec_07_1209). */
export const skillListMaxLength = 4000

/** The IDs of a choice as the gateway wants them, ascending and each once: `1;3`. */
export function joinSkillIds(skillIds: readonly number[]): string {
  return [...new Set(skillIds)].sort((a, b) => a - b).join(';')
}

/** The queues a choice should lead to: asked ∩ configured (cec_07_1209). */
export function expectedSkills(choice: SkillChoice, configured: readonly SkillQueue[]): readonly number[] {
  const ids = configured.map((skill) => skill.id).sort((a, b) => a - b)
  switch (choice.mode) {
    case 'all':
      return ids
    case 'chosen':
      return ids.filter((id) => choice.skillIds.includes(id))
    case 'none':
      return []
  }
}

export function sameSkillIds(a: readonly number[], b: readonly number[]): boolean {
  return joinSkillIds(a) === joinSkillIds(b)
}
