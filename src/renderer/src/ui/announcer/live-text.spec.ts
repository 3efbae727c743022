import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, nextTick, type PropType } from 'vue'
import LiveText from '../LiveText.vue'
import { gatherMs } from './announcer.ts'
import AnnouncerRegions from './AnnouncerRegions.vue'
import { readingMs } from './reading-time.ts'
import { provideAnnouncer } from './use-announcer.ts'
import { useOtherVoices } from './use-other-voices.ts'

/* Live texts and the regions they are heard through, as a window has them. */

interface Props {
  readonly texts: Readonly<Record<string, string>>
  readonly isUrgent?: boolean
  readonly alert?: string
  readonly ticking?: string
}

const host = defineComponent({
  props: {
    texts: { type: Object as PropType<Props['texts']>, required: true },
    isUrgent: Boolean,
    alert: { type: String, default: undefined },
    ticking: { type: String, default: '' },
  },
  setup(props) {
    useOtherVoices(provideAnnouncer())
    return () =>
      h('div', [
        ...Object.entries(props.texts).map(([key, text]) =>
          h(LiveText, { key, text, isUrgent: props.isUrgent }),
        ),
        props.alert === undefined ? null : h('section', [h('p', { role: 'alert' }, props.alert)]),
        h('section', { 'aria-live': 'polite' }, [h('p', { 'aria-live': 'off' }, props.ticking)]),
        h(AnnouncerRegions),
      ])
  },
})

const region = (politeness: string) =>
  document.querySelector(`[data-announcer] > [aria-live="${politeness}"]`)?.textContent

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function open(props: Props) {
  const screen = await render(host, { props })
  const change = async (changed: Props): Promise<void> => {
    await screen.rerender(changed)
    await nextTick()
  }
  return { screen, change }
}

test('the regions are there before anything is said, and the first text is not announced', async () => {
  await open({ texts: { state: 'Idle' } })
  await vi.advanceTimersByTimeAsync(20_000)
  expect([region('polite'), region('assertive')]).toEqual(['', ''])
})

test('a first text that is news is announced', async () => {
  await render(
    defineComponent(() => {
      provideAnnouncer()
      return () => [h(LiveText, { text: 'Signing in', isNews: true }), h(AnnouncerRegions)]
    }),
  )
  await vi.advanceTimersByTimeAsync(gatherMs)
  expect(region('polite')).toBe('Signing in')
})

test.each([
  ['politely', false, ['Busy', '']],
  ['at once where it is urgent', true, ['', 'Busy']],
] as const)('a change is announced %s', async (_, isUrgent, expected) => {
  const { change } = await open({ texts: { state: 'Idle' }, isUrgent })
  await change({ texts: { state: 'Busy' }, isUrgent })
  await vi.advanceTimersByTimeAsync(gatherMs)
  expect([region('polite'), region('assertive')]).toEqual(expected)
})

test('the same words later are another element, which is read again', async () => {
  const { change } = await open({ texts: { copy: '' } })
  const element = () => document.querySelector('[data-announcer] [aria-live="polite"] > span')
  await change({ texts: { copy: 'Copied' } })
  await vi.advanceTimersByTimeAsync(gatherMs)
  const first = element()
  await change({ texts: { copy: '' } })
  await vi.advanceTimersByTimeAsync(6000)
  await change({ texts: { copy: 'Copied' } })
  await vi.advanceTimersByTimeAsync(gatherMs)
  expect(element()?.textContent).toBe('Copied')
  expect(element()).not.toBe(first)
})

test('several that change at once are heard in turn', async () => {
  const { change } = await open({ texts: { state: 'Idle', linkage: 'off' } })
  await change({ texts: { state: 'Busy', linkage: 'on' } })
  await vi.advanceTimersByTimeAsync(gatherMs)
  expect(region('polite')).toBe('Busy')
  await vi.advanceTimersByTimeAsync(readingMs('Busy') - 1)
  expect(region('polite')).toBe('Busy')
  await vi.advanceTimersByTimeAsync(1)
  expect(region('polite')).toBe('on')
})

test('what goes with its component is not said', async () => {
  const { screen, change } = await open({ texts: { state: 'Idle' } })
  await change({ texts: { state: 'Busy' } })
  await change({ texts: {} })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(region('polite')).toBe('')
  await screen.unmount()
  expect(vi.getTimerCount()).toBe(0)
})

describe('what the page itself has read out', () => {
  test('an alert is heard to its end first', async () => {
    const alert = 'The gateway refused. Try again.'
    const { change } = await open({ texts: { state: 'Idle' } })
    await change({ texts: { state: 'Busy' }, alert })
    await vi.advanceTimersByTimeAsync(readingMs(alert) - 1)
    expect(region('polite')).toBe('')
    await vi.advanceTimersByTimeAsync(1)
    expect(region('polite')).toBe('Busy')
  })

  test('what ticks unheard delays nothing', async () => {
    const { change } = await open({ texts: { state: 'Idle' }, ticking: '1 min ago' })
    await change({ texts: { state: 'Busy' }, ticking: '2 min ago' })
    await vi.advanceTimersByTimeAsync(gatherMs)
    expect(region('polite')).toBe('Busy')
  })
})
