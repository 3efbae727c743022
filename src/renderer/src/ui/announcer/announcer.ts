import { shallowRef, type ShallowRef } from 'vue'
import { readingMs } from './reading-time.ts'

/** Who has something to say: one live text of the page. */
export type Topic = symbol

export interface Manner {
  /** The topic speaks at most once in so many milliseconds; what came between is left out, the last is said in the end. */
  readonly everyMs: number
  /** Interrupts what is being read, and goes before what waits. */
  readonly isUrgent: boolean
}

/** One announcement. The same words again are another one. */
export interface Announcement {
  readonly id: number
  readonly text: string
}

/**
 * The one voice of a window: texts for assistive technology, one after another and not all at once. It waits as long as an
 * announcement takes to be read, says only the newest of each topic, and nothing twice that two topics have to say.
 */
export interface Announcer {
  /** What its live regions hold; null after a while, so that nobody who reads the page comes upon what is long past. */
  readonly polite: Readonly<ShallowRef<Announcement | null>>
  readonly urgent: Readonly<ShallowRef<Announcement | null>>
  /** What the topic says at first, which is not announced: who comes upon it reads it in its place. */
  readonly begin: (topic: Topic, text: string) => void
  /** What the topic says now. An empty text is silence, and takes back what has not been said yet. */
  readonly say: (topic: Topic, text: string, manner: Manner) => void
  /** The topic is gone, and what it has not said yet with it. */
  readonly end: (topic: Topic) => void
  /** Something else on the page is being read, such as an alert: what is polite waits until it is over. */
  readonly giveWay: (text: string) => void
  /** Until then texts change without news: the language did. */
  readonly adoptUntil: (done: Promise<unknown>) => void
  readonly dispose: () => void
}

interface Subject extends Manner {
  /** Said last, or to be taken for said. */
  said: string
  text: string
  /** When it came to have something unsaid; a newer text does not lose it its turn. */
  askedAt: number
  /** It has spoken, and is silent until then. */
  restUntil: number
}

/** What changes in the same moment is gathered: only its outcome is said. */
export const gatherMs = 150
/** Two topics that say the same within this time say it once. */
const sameWithinMs = 10_000
/** So long an announcement stays in the page. */
export const stayMs = 15_000

/** Times by the page's timers; nothing runs while nothing is to be said. */
export function createAnnouncer(): Announcer {
  const regions = {
    polite: shallowRef<Announcement | null>(null),
    urgent: shallowRef<Announcement | null>(null),
  }
  const subjects = new Map<Topic, Subject>()
  /** Those with something unsaid, in the order in which they asked. */
  const queue = new Set<Subject>()
  /** By text: who said it last, and when. */
  const recent = new Map<string, { readonly by: Subject; readonly at: number }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let clearing: ReturnType<typeof setTimeout> | undefined
  let newestId = 0
  let politeFreeAt = 0
  let urgentFreeAt = 0
  let adopting = 0

  function begin(topic: Topic, text: string): void {
    subjects.set(topic, { said: text, text, askedAt: 0, restUntil: 0, everyMs: 0, isUrgent: false })
  }

  function say(topic: Topic, text: string, manner: Manner): void {
    const subject = subjects.get(topic)
    if (subject === undefined) throw new Error('A topic must begin before it speaks.')
    Object.assign(subject, manner, { text })
    // Where silence was, a text is news in any language.
    if (adopting > 0 && subject.said !== '' && !queue.has(subject)) subject.said = text
    if (text === subject.said) queue.delete(subject)
    else if (!queue.has(subject)) {
      subject.askedAt = Date.now()
      queue.add(subject)
    }
    schedule()
  }

  function end(topic: Topic): void {
    const subject = subjects.get(topic)
    subjects.delete(topic)
    if (subject !== undefined) queue.delete(subject)
    schedule()
  }

  function dueAt({ text, isUrgent, askedAt, restUntil }: Subject): number {
    const own = Math.max(askedAt + gatherMs, restUntil)
    // Silence needs no voice.
    if (text === '') return own
    return Math.max(own, isUrgent ? urgentFreeAt : politeFreeAt)
  }

  function schedule(): void {
    clearTimeout(timer)
    if (queue.size === 0) return
    const next = Math.min(...[...queue].map(dueAt))
    timer = setTimeout(speak, Math.max(0, next - Date.now()))
  }

  function speak(): void {
    const now = Date.now()
    for (;;) {
      const due = [...queue].filter((subject) => dueAt(subject) <= now)
      const next = due.find(({ isUrgent }) => isUrgent) ?? due[0]
      if (next === undefined) break
      queue.delete(next)
      next.said = next.text
      if (next.text !== '') utter(next, now)
    }
    schedule()
  }

  function utter(subject: Subject, now: number): void {
    const { text, isUrgent, everyMs } = subject
    subject.restUntil = now + everyMs
    for (const [words, { at }] of recent) if (now - at >= sameWithinMs) recent.delete(words)
    // What a topic says again after something else is news; the same from another one is not.
    if ((recent.get(text)?.by ?? subject) !== subject) return
    recent.set(text, { by: subject, at: now })
    newestId += 1
    regions[isUrgent ? 'urgent' : 'polite'].value = { id: newestId, text }
    politeFreeAt = now + readingMs(text)
    if (isUrgent) urgentFreeAt = politeFreeAt
    clearTimeout(clearing)
    clearing = setTimeout(() => {
      regions.polite.value = null
      regions.urgent.value = null
    }, stayMs)
  }

  function giveWay(text: string): void {
    politeFreeAt = Math.max(politeFreeAt, Date.now() + readingMs(text))
    schedule()
  }

  function adoptUntil(done: Promise<unknown>): void {
    adopting += 1
    void done.finally(() => {
      adopting -= 1
    })
  }

  function dispose(): void {
    clearTimeout(timer)
    clearTimeout(clearing)
    queue.clear()
  }

  return {
    polite: regions.polite,
    urgent: regions.urgent,
    begin,
    say,
    end,
    giveWay,
    adoptUntil,
    dispose,
  }
}
