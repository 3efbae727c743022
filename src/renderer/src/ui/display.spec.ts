import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { h } from 'vue'
import '../styles/main.css'
import { acceleratorKeys } from './accelerator-keys.ts'
import AppButton from './AppButton.vue'
import Badge from './Badge.vue'
import CountBadge from './CountBadge.vue'
import DataTable from './DataTable.vue'
import Disclosure from './Disclosure.vue'
import Kbd from './Kbd.vue'
import ProgressBar from './ProgressBar.vue'
import Skeleton from './Skeleton.vue'
import SortHeader from './SortHeader.vue'
import Toolbar from './Toolbar.vue'

describe('progress', () => {
  test.each([
    ['nobody knows', null, 40, null],
    ['below nothing', -3, 40, '0'],
    ['beyond the end', 50, 40, '40'],
    ['half way', 20, 40, '20'],
    ['nothing to do', 0, 0, '0'],
  ])('%s', async (_, value, max, expected) => {
    const screen = await render(ProgressBar, { props: { label: 'Unbinding', value, max } })
    const bar = screen.getByRole('progressbar', { name: 'Unbinding' }).element()
    expect(bar.getAttribute('aria-valuenow')).toBe(expected)
  })

  test('is read in its own words', async () => {
    const screen = await render(ProgressBar, {
      props: { label: 'Unbinding', value: 12, max: 40, text: '12 of 40' },
    })
    await expect.element(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '12 of 40')
    await expect.element(screen.getByText('12 of 40')).toBeVisible()
  })
})

describe('count', () => {
  const seen = () => document.querySelector('[data-tone] [aria-hidden]')?.textContent ?? null

  test.each([
    [0, false, null],
    [0, true, '0'],
    [1, false, '1'],
    [99, false, '99'],
    [100, false, '99+'],
  ])('%i (zero shown: %s)', async (count, isZeroShown, expected) => {
    await render(CountBadge, { props: { count, isZeroShown, label: `${count} waiting calls` } })
    expect(seen()).toBe(expected)
  })

  test('is read with its noun, and once', async () => {
    const screen = await render(CountBadge, { props: { count: 120, label: '120 waiting calls' } })
    await expect.element(screen.getByText('120 waiting calls')).toBeInTheDocument()
    expect(document.querySelectorAll('[data-tone] > :not([aria-hidden])')).toHaveLength(1)
  })
})

test('a badge says its word', async () => {
  const screen = await render(Badge, { props: { tone: 'green' }, slots: { default: () => 'Linked' } })
  await expect.element(screen.getByText('Linked')).toBeVisible()
})

describe('accelerators', () => {
  test.each([
    ['', false, []],
    ['CommandOrControl+Shift+I', false, ['Ctrl', 'Shift', 'I']],
    ['CommandOrControl+Shift+I', true, ['⌘', '⇧', 'I']],
    ['CmdOrCtrl++', false, ['Ctrl', '+']],
    ['alt+f4', false, ['Alt', 'f4']],
    ['Alt+Up', true, ['⌥', '↑']],
    ['Super + Space', false, ['Super', 'Space']],
  ])('"%s" on a Mac: %s', (accelerator, isMac, expected) => {
    expect(acceleratorKeys(accelerator, isMac)).toEqual(expected)
  })

  test.each([
    [false, 'Ctrl+K'],
    [true, '⌘K'],
  ])('in a menu, on a Mac: %s', async (isMac, expected) => {
    const screen = await render(Kbd, { props: { accelerator: 'CmdOrCtrl+K', isMac, isPlain: true } })
    expect(screen.container.textContent.trim()).toBe(expected)
  })
})

describe('table', () => {
  test.each([null, 'ascending', 'descending'] as const)('sorted %s', async (direction) => {
    const onSort = vi.fn()
    const screen = await render(DataTable, {
      props: { label: 'Waiting calls' },
      slots: {
        head: () => h(SortHeader, { text: 'Waiting', direction, onSort }),
        default: () => h('tr', h('td', '1:20')),
      },
    })
    await expect.element(screen.getByRole('table', { name: 'Waiting calls' })).toBeVisible()
    const head = screen.getByRole('columnheader', { name: 'Waiting' })
    await expect.element(head).toHaveAttribute('aria-sort', direction ?? 'none')
    screen.getByRole('button', { name: 'Waiting' }).element().focus()
    await userEvent.keyboard('{Enter}')
    expect(onSort).toHaveBeenCalledOnce()
  })

  test('a head of an ARIA table has the role of its own', async () => {
    const screen = await render(SortHeader, { props: { text: 'Name', direction: null, as: 'div' } })
    const head = screen.getByText('Name').element().closest('[aria-sort]')
    expect(head?.getAttribute('role')).toBe('columnheader')
    expect(head?.tagName).toBe('DIV')
  })
})

test('a disclosure shows and hides by keyboard, and refers only to what is there', async () => {
  const screen = await render(Disclosure, { props: { summary: 'Details' }, slots: { default: () => 'More' } })
  const button = screen.getByRole('button', { name: 'Details' })
  await expect.element(button).not.toHaveAttribute('aria-controls')
  expect(screen.getByText('More').query()).toBeNull()
  button.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('More')).toBeVisible()
  expect(document.getElementById(button.element().getAttribute('aria-controls') ?? '')).not.toBeNull()
  await userEvent.keyboard(' ')
  expect(screen.getByText('More').query()).toBeNull()
})

test('a skeleton says what it waits for', async () => {
  const screen = await render(Skeleton, { props: { label: 'The agents are being read', lines: 2 } })
  await expect.element(screen.getByRole('status')).toMatchTextContent('The agents are being read')
  expect(document.querySelectorAll('.skeleton')).toHaveLength(2)
})

describe('toolbar', () => {
  const renderToolbar = () =>
    render(Toolbar, {
      props: { label: 'Call' },
      slots: {
        default: () => [
          h(AppButton, { disabled: true }, () => 'Answer'),
          h(AppButton, () => 'Hold'),
          h('input', { 'aria-label': 'Note' }),
          h(AppButton, () => 'Mute'),
          h(AppButton, () => 'Release'),
        ],
      },
    })
  const focused = () => document.activeElement?.textContent.trim()

  test('a field keeps its own keys', async () => {
    const screen = await renderToolbar()
    const field = screen.getByRole('textbox', { name: 'Note' })
    await field.click()
    await userEvent.keyboard('{ArrowRight}{Home}')
    await expect.element(field).toHaveFocus()
  })

  test.each([
    ['the first that can be used', '{Shift}', 'Hold'],
    ['on', '{ArrowRight}', 'Mute'],
    ['round the end', '{ArrowRight}{ArrowRight}{ArrowRight}', 'Hold'],
    ['round the beginning', '{ArrowLeft}', 'Release'],
    ['to the end', '{End}', 'Release'],
    ['and back', '{End}{Home}', 'Hold'],
    ['no other key', 'x', 'Hold'],
  ])('%s', async (_, keys, expected) => {
    await renderToolbar()
    await userEvent.tab()
    await userEvent.keyboard(keys)
    expect(focused()).toBe(expected)
  })

  test('Tab comes back to where one was', async () => {
    const screen = await renderToolbar()
    await screen.getByRole('button', { name: 'Release' }).click()
    await userEvent.tab()
    await userEvent.tab({ shift: true })
    await userEvent.tab({ shift: true })
    await userEvent.tab()
    await userEvent.tab()
    expect(screen.getByRole('button', { name: 'Release' }).element().tabIndex).toBe(0)
    expect(screen.getByRole('button', { name: 'Hold' }).element().tabIndex).toBe(-1)
  })
})
