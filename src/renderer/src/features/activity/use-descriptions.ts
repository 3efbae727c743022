import { computed, type Ref } from 'vue'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { useText } from '../../i18n/text.ts'
import { useDesk } from '../../stores/desk.ts'
import { useQueueName } from '../../stores/use-queue-name.ts'
import { describeEntry, type EntryDescription } from './describe-entry.ts'

/**
 * Entries in words. An entry is described once and not at every reading of the log, which may bring one line to thousands;
 * all are described anew when the language, the day or a queue's name has changed.
 */
export function useDescriptions(entries: Readonly<Ref<readonly JournalEntry[]>>) {
  const text = useText()
  const desk = useDesk()
  const queueName = useQueueName()
  /** As a text: the names are the same in most snapshots, their map never is. */
  const names = computed(() => JSON.stringify([...desk.queueNames]))

  let known = new WeakMap<JournalEntry, EntryDescription>()
  let knownFor = ''

  return computed(() => {
    const spokenFor = [text.locale(), new Date().toDateString(), names.value].join('\n')
    if (spokenFor !== knownFor) known = new WeakMap()
    knownFor = spokenFor
    return entries.value.map((entry) => {
      const described = known.get(entry) ?? describeEntry(entry, text, queueName)
      known.set(entry, described)
      return described
    })
  })
}
