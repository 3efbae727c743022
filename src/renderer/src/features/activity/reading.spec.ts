import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { JournalEntry } from '../../../../shared/domain/journal.ts'
import { ok } from '../../../../shared/result.ts'
import { deskSnapshot, journalEntry } from '../../testing/snapshots.ts'
import { openActivity as open } from './testing/open-activity.ts'

/** Lines of these ids, newest first. */
const range = (from: number, downTo: number): readonly JournalEntry[] =>
  Array.from({ length: from - downTo + 1 }, (_, index) => journalEntry({ id: from - index }))

const command = journalEntry({
  id: 7,
  kind: 'command',
  name: 'after-call',
  cause: 'tray',
  details: { autoIdle: false, refused: null },
})

async function scrollDown(lines: Awaited<ReturnType<typeof open>>['lines']): Promise<Element> {
  await expect.poll(() => lines.elements().length).toBe(60)
  const line = lines.elements()[50]!
  line.scrollIntoView({ block: 'center' })
  return line
}

test('new lines wait while somebody reads further down, and nothing moves', async () => {
  await page.viewport(420, 720)
  const { bridge, journal, lines } = await open(range(60, 1))
  const line = await scrollDown(lines)
  bridge.readJournal.mockResolvedValue(ok(range(63, 1)))
  bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
  const waiting = journal.getByRole('button', { name: '3 new lines' })
  await expect.element(waiting).toBeInViewport()
  expect(lines.elements()).toHaveLength(60)
  expect(line.isConnected).toBe(true)
  await waiting.click()
  await expect.poll(() => lines.elements().length).toBe(63)
  await expect.element(waiting).not.toBeInTheDocument()
  await expect.element(lines.first()).toBeInViewport()
  expect(document.activeElement?.closest('li')).toBe(lines.first().element())
})

test('new lines wait while a line is open, and come when it is closed', async () => {
  const { bridge, journal, lines } = await open([command])
  await lines.getByRole('button').click()
  bridge.readJournal.mockResolvedValue(ok([journalEntry({ id: 8 }), command]))
  bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
  await expect.element(journal.getByRole('button', { name: 'one new line' })).toBeVisible()
  expect(lines.elements()).toHaveLength(1)
  await lines.getByRole('button').click()
  await expect.poll(() => lines.elements().length).toBe(2)
})

test('a closed line shows no codes; opened, it shows all that is kept', async () => {
  const { lines } = await open([command])
  const button = lines.getByRole('button')
  await expect.element(button).toHaveAttribute('aria-expanded', 'false')
  await expect.element(lines.getByRole('definition').first()).not.toBeInTheDocument()
  await button.click()
  await expect.element(button).toHaveAttribute('aria-expanded', 'true')
  await expect
    .element(lines)
    .toMatchTextContent(
      /Number\s*7.*Kind\s*command.*Name\s*after-call.*Cause\s*tray.*autoIdle\s*false.*refused\s*null/,
    )
})

test('one tab stop; arrow keys, Home and End move, Enter opens', async () => {
  const { lines } = await open(range(3, 1))
  await expect.poll(() => lines.elements().length).toBe(3)
  const buttons = lines.elements().map((line) => line.querySelector('button')!)
  expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1])
  buttons[0]!.focus()
  for (const [key, index] of [
    ['ArrowUp', 0],
    ['ArrowDown', 1],
    ['End', 2],
    ['ArrowDown', 2],
    ['Home', 0],
    ['ArrowDown', 1],
  ] as const) {
    await userEvent.keyboard(`{${key}}`)
    expect(document.activeElement).toBe(buttons[index])
  }
  await expect.poll(() => buttons.map((button) => button.tabIndex)).toEqual([-1, 0, -1])
  await userEvent.keyboard('{Enter}')
  await expect.element(lines.nth(1).getByRole('button')).toHaveAttribute('aria-expanded', 'true')
})

test('the list has no scroll of its own', async () => {
  await page.viewport(420, 720)
  const { lines } = await open(range(60, 1))
  await expect.poll(() => lines.elements().length).toBe(60)
  const list = lines.elements()[0]!.parentElement!
  expect(list.scrollHeight).toBe(list.clientHeight)
})
