import { expect, it } from 'vitest'
import type { Receiver } from '../ipc/broadcaster.ts'
import { ShownPartSender } from './shown-part-sender.ts'

function setUp(ids: number[]) {
  const sent: unknown[] = []
  const receivers = (): readonly Receiver[] =>
    ids.map((id) => ({
      id,
      isLive: () => id !== 9,
      send: (channel, payload) => sent.push([id, channel, payload]),
    }))
  const sender = new ShownPartSender({ reveal: () => sent.push('reveal'), receivers })
  return { sender, sent }
}

it('the window alone is only brought to the front', () => {
  const { sender, sent } = setUp([1])
  sender.windowReady(1)
  sender.show('window')
  expect(sent).toEqual(['reveal'])
})

it('goes to the oldest window that listens and lives', () => {
  const { sender, sent } = setUp([9, 1, 2])
  for (const id of [9, 1, 2]) sender.windowReady(id)
  sender.show('settings')
  expect(sent).toEqual(['reveal', [1, 'window:show', 'settings']])
})

it('waits for a window that is only just being opened, and says the newest part once', () => {
  const ids: number[] = []
  const { sender, sent } = setUp(ids)
  sender.show('about')
  sender.show('palette')
  ids.push(3)
  sender.windowReady(3)
  sender.windowReady(3)
  expect(sent).toEqual(['reveal', 'reveal', [3, 'window:show', 'palette']])
})

it('does not go to a window whose page has not loaded yet, nor again to one that comes later', () => {
  const { sender, sent } = setUp([1, 2])
  sender.windowReady(2)
  sender.show('settings')
  sender.windowReady(1)
  expect(sent).toEqual(['reveal', [2, 'window:show', 'settings']])
})

it('waits for the next window when the first to load is gone, or is none of ours', () => {
  const { sender, sent } = setUp([9, 1, 2])
  sender.show('about')
  sender.windowReady(9)
  sender.windowReady(5)
  sender.windowReady(2)
  expect(sent).toEqual(['reveal', [2, 'window:show', 'about']])
})

it('forgets a window that was closed', () => {
  const ids = [1]
  const { sender, sent } = setUp(ids)
  sender.windowReady(1)
  ids.pop()
  sender.show('about')
  ids.push(1)
  sender.show('palette')
  expect(sent).toEqual(['reveal', 'reveal'])
})
