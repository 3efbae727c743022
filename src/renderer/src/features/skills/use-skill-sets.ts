import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useCommand, type Command } from '../../bridge/use-command.ts'
import { usePreferences } from '../../stores/preferences.ts'

/** Some queues under a name of the agent's own. */
export interface SkillSet {
  readonly name: string
  readonly skillIds: readonly number[]
}

/** Why a name cannot be given to a set. */
export type NameProblem = 'required' | 'taken' | 'too-long'

const maxNameLength = 60
/** The schema of the preferences takes no more. */
export const maxSets = 50

/** The saved sets of queues: preferences of this desk, changed one at a time and never without a way back. */
export function useSkillSets(): {
  readonly sets: ComputedRef<readonly SkillSet[]>
  /** The set that was deleted last, until something else is done. */
  readonly deleted: Readonly<Ref<SkillSet | null>>
  readonly saving: Pick<Command<[readonly SkillSet[]], null>, 'isRunning' | 'error'>
  readonly nameProblem: (name: string, except?: string) => NameProblem | null
  readonly save: (name: string, skillIds: readonly number[]) => Promise<boolean>
  readonly rename: (from: string, to: string) => Promise<boolean>
  readonly remove: (name: string) => Promise<boolean>
  readonly undo: () => Promise<boolean>
} {
  const preferences = usePreferences()
  const sets = computed(() => preferences.values.skillSets)
  const deleted = ref<SkillSet | null>(null)
  const change = useCommand((next: readonly SkillSet[]) =>
    preferences.change({ skillSets: next.map(({ name, skillIds }) => ({ name, skillIds: [...skillIds] })) }),
  )

  async function put(next: readonly SkillSet[], gone: SkillSet | null = null): Promise<boolean> {
    const { ok } = await change.run(next)
    if (ok) deleted.value = gone
    return ok
  }

  function nameProblem(name: string, except?: string): NameProblem | null {
    const wanted = name.trim()
    if (wanted === '') return 'required'
    if (wanted.length > maxNameLength) return 'too-long'
    return sets.value.some((set) => set.name === wanted && set.name !== except) ? 'taken' : null
  }

  return {
    sets,
    deleted,
    saving: change,
    nameProblem,
    save: (name, skillIds) => put([...sets.value, { name: name.trim(), skillIds }]),
    rename: (from, to) =>
      put(sets.value.map((set) => (set.name === from ? { ...set, name: to.trim() } : set))),
    remove: (name) =>
      put(
        sets.value.filter((set) => set.name !== name),
        sets.value.find((set) => set.name === name) ?? null,
      ),
    undo: async () => deleted.value === null || put([...sets.value, deleted.value]),
  }
}
