import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAnnouncer, gatherMs, stayMs, type Announcer, type Manner } from './announcer.ts'
import { readingMs } from './reading-time.ts'

/* Who speaks when, by a clock of its own. What is said is noted with the moment since the start. */

let announcer: Announcer
let said: { readonly at: number; readonly text: string; readonly isUrgent: boolean }[]
let newest: number

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  announcer = createAnnouncer()
  said = []
  newest = 0
})
afterEach(() => {
  announcer.dispose()
  expect(vi.getTimerCount(), 'timers left').toBe(0)
  vi.useRealTimers()
})

const polite: Manner = { everyMs: 0, isUrgent: false }
const urgent: Manner = { everyMs: 0, isUrgent: true }

/** A live text of the page. */
function topic(manner = polite, first = '') {
  const name = Symbol('topic')
  announcer.begin(name, first)
  return {
    say: (text: string) => announcer.say(name, text, manner),
    end: () => announcer.end(name),
  }
}

/** Lets time pass, and notes what was said in it. */
function pass(ms: number): void {
  const step = 10
  for (let passed = 0; passed < ms; passed += step) {
    vi.advanceTimersByTime(step)
    for (const region of ['polite', 'urgent'] as const) {
      const { value } = announcer[region]
      if (value === null || value.id <= newest) continue
      newest = value.id
      said.push({ at: Date.now(), text: value.text, isUrgent: region === 'urgent' })
    }
  }
}
const texts = () => said.map(({ text }) => text)

describe('nothing is said', () => {
  test('of what stood there at first', () => {
    const state = topic(polite, 'Idle')
    state.say('Idle')
    pass(20_000)
    expect(texts()).toEqual([])
  })

  test('of what was taken back in time', () => {
    const state = topic()
    state.say('Busy')
    state.say('')
    pass(20_000)
    expect(texts()).toEqual([])
  })

  test('of a topic that is gone', () => {
    const state = topic()
    state.say('Busy')
    state.end()
    pass(20_000)
    expect(texts()).toEqual([])
  })

  test('when the language changes', async () => {
    const [state, linkage] = [topic(polite, 'Idle'), topic(polite, 'Linked')]
    let done = (): void => undefined
    announcer.adoptUntil(new Promise<void>((resolve) => (done = resolve)))
    state.say('Disponible')
    linkage.say('Vinculado')
    done()
    await vi.advanceTimersByTimeAsync(0)
    pass(20_000)
    expect(texts()).toEqual([])
    state.say('Ocupado')
    pass(1000)
    expect(texts()).toEqual(['Ocupado'])
  })

  test('by a topic that never began', () => {
    expect(() => announcer.say(Symbol('stranger'), 'Hello', polite)).toThrow('begin')
  })
})

describe('one after another', () => {
  test('what changes in one moment is said in turn, each after the reading time of the one before', () => {
    const [state, linkage, skills] = [topic(), topic(), topic()]
    state.say('Busy')
    linkage.say('Phone linkage. Confirmed.')
    skills.say('You serve 5 queues')
    pass(20_000)
    const second = gatherMs + readingMs('Busy')
    expect(said.map(({ at, text }) => [text, at])).toEqual([
      ['Busy', gatherMs],
      ['Phone linkage. Confirmed.', second],
      ['You serve 5 queues', second + readingMs('Phone linkage. Confirmed.')],
    ])
  })

  test('of a topic only the outcome of the moment is said', () => {
    const state = topic()
    for (const text of ['Busy', 'Talking', 'Wrap-up']) state.say(text)
    pass(20_000)
    expect(texts()).toEqual(['Wrap-up'])
  })

  test('the newest of a topic takes the place of what it had not said yet, in its turn', () => {
    const [state, linkage, skills] = [topic(), topic(), topic()]
    state.say('A text that takes a while to be read to its end')
    linkage.say('asked for')
    skills.say('5 queues')
    pass(1000)
    linkage.say('confirmed')
    pass(20_000)
    expect(texts()).toEqual(['A text that takes a while to be read to its end', 'confirmed', '5 queues'])
  })

  test('what is back to what was said last is no news', () => {
    const [count, state] = [topic(), topic()]
    count.say('1 call')
    pass(gatherMs)
    state.say('Busy')
    count.say('2 calls')
    count.say('1 call')
    pass(20_000)
    expect(texts()).toEqual(['1 call', 'Busy'])
  })

  test('a text that never rests is heard all the same', () => {
    const count = topic()
    for (let calls = 1; calls <= 10; calls += 1) {
      count.say(`${calls} calls`)
      pass(gatherMs / 3 - ((gatherMs / 3) % 10))
    }
    expect(texts().length).toBeGreaterThan(0)
    pass(20_000)
    expect(texts().at(-1)).toBe('10 calls')
  })

  test('a topic keeps its own pause, however free the voice is', () => {
    const count = topic({ everyMs: 5000, isUrgent: false })
    count.say('1 call')
    pass(1000)
    count.say('2 calls')
    pass(3000)
    count.say('3 calls')
    pass(20_000)
    expect(said.map(({ at, text }) => [text, at])).toEqual([
      ['1 call', gatherMs],
      ['3 calls', gatherMs + 5000],
    ])
  })
})

describe('the same words', () => {
  test('of two topics are said once', () => {
    const [card, notice] = [topic(), topic()]
    card.say('Your rest time is over.')
    notice.say('Your rest time is over.')
    pass(20_000)
    expect(texts()).toEqual(['Your rest time is over.'])
  })

  test('of one topic are said again when they are news again', () => {
    const copied = topic()
    copied.say('Copied')
    pass(2000)
    copied.say('')
    pass(500)
    copied.say('Copied')
    pass(2000)
    expect(texts()).toEqual(['Copied', 'Copied'])
  })
})

describe('urgent', () => {
  test('goes first, and does not wait for what is being read', () => {
    const [state, skills, alarm] = [topic(), topic(), topic(urgent)]
    state.say('A text that takes a while to be read to its end')
    pass(500)
    skills.say('5 queues')
    alarm.say('Rest is over')
    pass(20_000)
    expect(said.map(({ text, isUrgent }) => [text, isUrgent])).toEqual([
      ['A text that takes a while to be read to its end', false],
      ['Rest is over', true],
      ['5 queues', false],
    ])
    expect(said[1]?.at).toBe(500 + gatherMs)
    expect(said[2]?.at).toBe(500 + gatherMs + readingMs('Rest is over'))
  })

  test('does not cut another urgent one off', () => {
    const [one, two] = [topic(urgent), topic(urgent)]
    one.say('The first of two')
    two.say('The second of two')
    pass(20_000)
    expect(said[1]?.at).toBe(gatherMs + readingMs('The first of two'))
  })
})

test('what the page itself has read out is let finish', () => {
  const state = topic()
  state.say('Busy')
  announcer.giveWay('The gateway refused. Try again.')
  pass(20_000)
  expect(said.map(({ at }) => at)).toEqual([readingMs('The gateway refused. Try again.')])
})

test('it does not stay in the page', () => {
  const state = topic()
  state.say('Busy')
  pass(gatherMs)
  expect(announcer.polite.value?.text).toBe('Busy')
  pass(stayMs)
  expect(announcer.polite.value).toBeNull()
})

test.each([
  ['', 500],
  ['Busy', 700],
  ['空闲', 840],
  ['x'.repeat(1000), 8000],
])('reading "%s" takes %i ms', (text, ms) => {
  expect(readingMs(text)).toBe(ms)
})
