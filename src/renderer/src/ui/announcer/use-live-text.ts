import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Manner } from './announcer.ts'
import { useAnnouncer } from './use-announcer.ts'

/**
 * Has a text announced when it changes, for as long as the component lives. An empty one is silence.
 *
 * @param isNews the first text is announced as well
 */
export function useLiveText(
  text: MaybeRefOrGetter<string>,
  manner: MaybeRefOrGetter<Manner>,
  isNews = false,
): void {
  const announcer = useAnnouncer()
  const topic = Symbol('live text')
  announcer.begin(topic, isNews ? '' : toValue(text))
  watch(
    () => toValue(text),
    (now) => announcer.say(topic, now, toValue(manner)),
    { immediate: isNews },
  )
  onScopeDispose(() => announcer.end(topic))
}
