import type { PreferencesService } from '../preferences/preferences.ts'
import type { QueueRules } from './queue-levels.ts'

/** Gives the desk the thresholds in force, now and after every change. Returns its own undo. */
export function followQueueRules(
  preferences: Pick<PreferencesService, 'snapshot' | 'subscribe'>,
  desk: { setQueueRules(rules: QueueRules): void },
): () => void {
  let given: QueueRules | null = null
  const follow = (): void => {
    const { thresholds, alerts } = preferences.snapshot.values
    const { note, sound } = alerts['waiting-long']
    const isTold = note || sound
    // Preferences change for other reasons as well; what is judged anew forgets how loud a queue was.
    if (given !== null && given.isTold === isTold && isSame(given.thresholds, thresholds)) return
    given = { thresholds, isTold }
    desk.setQueueRules(given)
  }
  follow()
  return preferences.subscribe(follow)
}

const isSame = (a: QueueRules['thresholds'], b: QueueRules['thresholds']): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
