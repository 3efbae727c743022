import { beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import '../styles/main.css'
import SelectField from './SelectField.vue'

const options = [
  { value: 1, text: 'Billing' },
  { value: 2, text: 'Sales' },
  { value: 3, text: 'Support' },
  { value: 4, text: 'Éclair', disabledReason: 'Closed' },
]

const onUpdate = vi.fn<(value: number | null) => void>()
beforeEach(() => onUpdate.mockClear())

function renderSelect(modelValue: number | null, disabled = false) {
  return render(SelectField<number>, {
    props: {
      label: 'Skill queue',
      options,
      placeholder: 'Choose',
      modelValue,
      disabled,
      'onUpdate:modelValue': onUpdate,
    },
  })
}

const activeText = () =>
  document
    .getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
    ?.innerText.trim() ?? null

describe('refusals', () => {
  test('a disabled one does not open', async () => {
    const screen = await renderSelect(1, true)
    await screen.getByRole('combobox', { name: 'Skill queue' }).click({ force: true })
    expect(screen.getByRole('option').query()).toBeNull()
  })

  test('Escape and leaving choose nothing', async () => {
    const screen = await renderSelect(1)
    const field = screen.getByRole('combobox')
    field.element().focus()
    await userEvent.keyboard('{Enter}{ArrowDown}{Escape}')
    await expect.element(field).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{Enter}{ArrowDown}{Tab}')
    await expect.element(field).toHaveAttribute('aria-expanded', 'false')
    expect(onUpdate).not.toHaveBeenCalled()
  })

  test('a closed entry is not chosen', async () => {
    const screen = await renderSelect(1)
    screen.getByRole('combobox').element().focus()
    await userEvent.keyboard('{End}{Enter}')
    await expect.element(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'true')
    expect(onUpdate).not.toHaveBeenCalled()
  })

  test('a shortcut with Ctrl is not for the list', async () => {
    const screen = await renderSelect(1)
    screen.getByRole('combobox').element().focus()
    await userEvent.keyboard('{Control>}s{/Control}')
    await expect.element(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false')
  })
})

test.each([
  ['opens at what is chosen', 2, '{Enter}', 'Sales'],
  ['opens at the first where nothing is', null, ' ', 'Billing'],
  ['down', 2, '{ArrowDown}{ArrowDown}', 'Support'],
  ['round the beginning', 1, '{Enter}{ArrowUp}', 'Éclair Closed'],
  ['to the end', 1, '{End}', 'Éclair Closed'],
  ['a letter opens and finds', 1, 's', 'Sales'],
  ['the same letter goes on', 1, 'ss', 'Support'],
  ['and round', 1, 'sss', 'Sales'],
  ['more letters name one', 1, 'su', 'Support'],
  ['without accents', 1, 'ec', 'Éclair Closed'],
  ['what nothing begins with stays', 2, 'x', 'Sales'],
])('%s', async (_, modelValue, keys, expected) => {
  const screen = await renderSelect(modelValue)
  screen.getByRole('combobox').element().focus()
  await userEvent.keyboard(keys)
  await expect.poll(() => activeText()?.replaceAll(/\s+/gu, ' ')).toBe(expected)
})

test('by click, with the chosen one marked', async () => {
  const screen = await renderSelect(2)
  const field = screen.getByRole('combobox', { name: 'Skill queue' })
  await expect.element(field).toMatchTextContent('Sales')
  await field.click()
  await expect.element(screen.getByRole('option', { name: 'Sales' })).toHaveAttribute('aria-selected', 'true')
  await screen.getByRole('option', { name: 'Support' }).click()
  expect(onUpdate.mock.calls).toEqual([[3]])
  await expect.element(field).toHaveFocus()
})

test('the list lies in the window, also at its lower edge', async () => {
  const screen = await renderSelect(1)
  screen.container.style.paddingTop = '640px'
  const field = screen.getByRole('combobox')
  await field.click()
  const list = screen.getByRole('listbox').element().getBoundingClientRect()
  expect(list.bottom).toBeLessThanOrEqual(field.element().getBoundingClientRect().top)
  expect(list.top).toBeGreaterThanOrEqual(0)
})
