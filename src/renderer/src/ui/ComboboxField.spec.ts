import { beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import '../styles/main.css'
import { withAnnouncer } from './announcer/testing/with-announcer.ts'
import ComboboxField from './ComboboxField.vue'

const queues = Array.from({ length: 500 }, (_, index) => ({ value: index + 1, text: `Queue ${index + 1}` }))
const named = [
  { value: 1, text: 'Billing', detail: 'Madrid' },
  { value: 2, text: 'Atención al cliente' },
  { value: 3, text: 'Sales', disabledReason: 'Nobody is signed in to it' },
  { value: 4, text: 'Premium billing' },
]

const onUpdate = vi.fn<(value: number | null) => void>()
beforeEach(() => onUpdate.mockClear())

function renderField(options: readonly { value: number; text: string }[], more: { disabled?: boolean } = {}) {
  return render(ComboboxField<number>, {
    global: withAnnouncer(),
    props: {
      label: 'Target skill queue',
      options,
      placeholder: 'Choose a queue',
      emptyText: 'No queue fits.',
      modelValue: null,
      'onUpdate:modelValue': onUpdate,
      ...more,
    },
  })
}

const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')]
const activeText = () =>
  document
    .getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
    ?.textContent.trim()

describe('refusals', () => {
  test('a disabled one does not open', async () => {
    const screen = await renderField(named, { disabled: true })
    const field = screen.getByRole('combobox', { name: 'Target skill queue' })
    await expect.element(field).toBeDisabled()
    await field.click({ force: true })
    await expect.element(field).toHaveAttribute('aria-expanded', 'false')
  })

  test('an entry that is closed says why and is not chosen, by click or by Enter', async () => {
    const screen = await renderField(named)
    const field = screen.getByRole('combobox')
    await field.click()
    await screen.getByRole('option', { name: 'Sales Nobody is signed in to it' }).click({ force: true })
    await field.fill('sales')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(field).toHaveAttribute('aria-expanded', 'true')
    expect(onUpdate).not.toHaveBeenCalled()
  })

  test('what was typed and not chosen is forgotten when the field is left', async () => {
    const screen = await renderField(named)
    const field = screen.getByRole('combobox')
    await field.fill('bill')
    await userEvent.tab()
    await expect.element(field).toHaveValue('')
    expect(onUpdate).not.toHaveBeenCalled()
  })

  test('nothing that fits is said in words', async () => {
    const screen = await renderField(named)
    await screen.getByRole('combobox').fill('zzz')
    await expect.element(screen.getByText('No queue fits.').first()).toBeVisible()
    await userEvent.keyboard('{Enter}')
    expect(onUpdate).not.toHaveBeenCalled()
  })
})

describe('by keyboard', () => {
  test.each([
    ['down opens and goes to the first', '{ArrowDown}', 'Queue 1'],
    ['up opens and goes to the last', '{ArrowUp}', 'Queue 500'],
    ['up from the first goes round', '{ArrowDown}{ArrowUp}', 'Queue 500'],
    ['a page at a time', '{ArrowDown}{PageDown}{PageDown}', 'Queue 17'],
    ['a page stops at the end', '{ArrowUp}{PageDown}', 'Queue 500'],
  ])('%s', async (_, keys, expected) => {
    const screen = await renderField(queues)
    screen.getByRole('combobox').element().focus()
    await userEvent.keyboard(keys)
    await expect.poll(activeText).toBe(expected)
  })

  test('Enter chooses and closes; the focus stays', async () => {
    const screen = await renderField(queues)
    const field = screen.getByRole('combobox')
    await field.fill('499')
    await userEvent.keyboard('{Enter}')
    expect(onUpdate.mock.calls).toEqual([[499]])
    await expect.element(field).toHaveFocus()
    await expect.element(field).toHaveAttribute('aria-expanded', 'false')
  })

  test('Escape closes the list, and only the next one goes on to what is around it', async () => {
    const outside = vi.fn()
    window.addEventListener('keydown', outside)
    const screen = await renderField(named)
    const field = screen.getByRole('combobox')
    await field.click()
    await userEvent.keyboard('{Escape}')
    await expect.element(field).toHaveAttribute('aria-expanded', 'false')
    expect(outside).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    window.removeEventListener('keydown', outside)
    expect(outside).toHaveBeenCalledOnce()
  })
})

describe('search', () => {
  test.each([
    ['BILLING', ['Billing Madrid', 'Premium billing']],
    ['billing prem', ['Premium billing']],
    ['atencion', ['Atención al cliente']],
    ['madrid', ['Billing Madrid']],
  ])('"%s" finds %j', async (typed, expected) => {
    const screen = await renderField(named)
    await screen.getByRole('combobox').fill(typed)
    await expect
      .poll(() => options().map((option) => option.innerText.trim().replaceAll(/\s+/gu, ' ')))
      .toEqual(expected)
  })
})

test('of hundreds of entries only those in sight are drawn, and all are counted', async () => {
  const screen = await renderField(queues)
  await screen.getByRole('combobox').click()
  await expect.poll(() => options().length).toBeGreaterThan(5)
  expect(options().length).toBeLessThan(40)
  expect(options()[0]?.getAttribute('aria-setsize')).toBe('500')
})

test('a click chooses; the list lies in the window and below the field', async () => {
  const screen = await renderField(named)
  const field = screen.getByRole('combobox')
  await field.click()
  const list = screen.getByRole('listbox').element().getBoundingClientRect()
  const box = field.element().getBoundingClientRect()
  expect(list.top).toBeGreaterThanOrEqual(box.bottom)
  expect(list.width).toBeCloseTo(box.width, 0)
  await screen.getByRole('option', { name: 'Billing Madrid' }).click()
  expect(onUpdate.mock.calls).toEqual([[1]])
})
