import { computed } from 'vue'
import { thresholdOf } from '../../../../shared/domain/queue-thresholds.ts'
import type { QueueThreshold } from '../../../../shared/preferences/preference-schemas.ts'
import { useCommand } from '../../bridge/use-command.ts'
import { usePreferences } from '../../stores/preferences.ts'

/** The thresholds in force, and their changes; saved at once. */
export function useThresholds() {
  const preferences = usePreferences()
  const save = useCommand(preferences.change)
  const thresholds = computed(() => preferences.values.thresholds)
  /** Skill queue IDs, ascending. */
  const withOwn = computed(() =>
    Object.keys(thresholds.value.byQueue)
      .map(Number)
      .toSorted((a, b) => a - b),
  )

  const withoutQueue = (skillId: number): Readonly<Record<string, QueueThreshold>> =>
    Object.fromEntries(Object.entries(thresholds.value.byQueue).filter(([id]) => id !== String(skillId)))

  return {
    thresholds,
    withOwn,
    error: save.error,
    of: (skillId: number): QueueThreshold => thresholdOf(thresholds.value, skillId),
    hasOwn: (skillId: number): boolean => withOwn.value.includes(skillId),
    setUsual: (usual: QueueThreshold) => save.run({ thresholds: { ...thresholds.value, usual } }),
    setOwn: (skillId: number, own: QueueThreshold) =>
      save.run({
        thresholds: { ...thresholds.value, byQueue: { ...withoutQueue(skillId), [String(skillId)]: own } },
      }),
    useUsual: (skillId: number) =>
      save.run({ thresholds: { ...thresholds.value, byQueue: withoutQueue(skillId) } }),
  }
}
