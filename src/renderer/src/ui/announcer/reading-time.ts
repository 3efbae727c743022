const startMs = 500
const perLetterMs = 50
/** A Chinese character is a syllable, and often a word. */
const perHanMs = 170
const longestMs = 8000

/** About as long as a screen reader takes for the text at its usual rate; for very long ones, at most eight seconds. */
export function readingMs(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return Math.min(longestMs, startMs + perHanMs * han + perLetterMs * (text.length - han))
}
