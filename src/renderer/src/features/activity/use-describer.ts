import { computed } from 'vue'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { useText } from '../../i18n/text.ts'
import { useDesk } from '../../stores/desk.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useQueueName } from '../../stores/use-queue-name.ts'
import { useReasonWords } from '../agent-state/use-reason-words.ts'
import { describeEntry, type EntryDescription } from './describe-entry.ts'
import { useWhyNot } from './use-why-not.ts'

/**
 * Puts entries into words. An entry is described once and not at every reading of the log, which may bring one line to
 * thousands; all are described anew when the language, the day or the name of a queue or a reason has changed.
 */
export function useDescriber(): (entry: JournalEntry) => EntryDescription {
  const text = useText()
  const desk = useDesk()
  const preferences = usePreferences()
  const words = { text, queueName: useQueueName(), reasons: useReasonWords(), whyNot: useWhyNot() }
  /** As a text: the names are the same in most snapshots, their map never is. */
  const names = computed(() =>
    JSON.stringify([
      ...desk.queueNames,
      preferences.values.busyReasons,
      desk.snapshot?.agentState.restReasons,
    ]),
  )
  const memory = computed(() => ({
    locale: text.locale(),
    names: names.value,
    day: '',
    described: new WeakMap<JournalEntry, EntryDescription>(),
  }))

  return (entry) => {
    const present = memory.value
    const day = new Date().toDateString()
    if (present.day !== day) {
      present.day = day
      present.described = new WeakMap()
    }
    const described = present.described.get(entry) ?? describeEntry(entry, words)
    present.described.set(entry, described)
    return described
  }
}
