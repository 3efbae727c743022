import { onScopeDispose } from 'vue'
import { foldText } from '../../../shared/match-text.ts'

const pauseMs = 800

/**
 * Finds an entry by the first letters of its text, typed without a longer pause. The same letter again goes on to the next
 * entry that begins with it.
 *
 * @returns the index of the entry, or -1
 */
export function useTypeAhead(): (letter: string, texts: readonly string[], from: number) => number {
  let typed = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  onScopeDispose(() => clearTimeout(timer))

  return (letter, texts, from) => {
    clearTimeout(timer)
    timer = setTimeout(() => (typed = ''), pauseMs)
    typed += foldText(letter)
    const first = typed.slice(0, 1)
    const isRepeated = typed.replaceAll(first, '') === ''
    const wanted = isRepeated ? first : typed
    // One letter moves on; more of them go on naming the entry they have found.
    const start = isRepeated ? from + 1 : Math.max(from, 0)
    const order = texts.map((_, index) => (start + index) % texts.length)
    return order.find((index) => foldText(texts[index] ?? '').startsWith(wanted)) ?? -1
  }
}
