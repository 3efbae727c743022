import { beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import '../styles/main.css'
import NumberField from './NumberField.vue'
import SearchField from './SearchField.vue'
import SegmentedControl from './SegmentedControl.vue'
import TextField from './TextField.vue'
import TimeField from './TimeField.vue'

const onUpdate = vi.fn<(value: unknown) => void>()
beforeEach(() => onUpdate.mockClear())
const told = () => onUpdate.mock.calls.map(([value]) => value)

describe('number', () => {
  function renderNumber(modelValue: number | null, more: Record<string, unknown> = {}) {
    return render(NumberField, {
      props: {
        label: 'Guard interval',
        decreaseLabel: 'Less',
        increaseLabel: 'More',
        min: 5,
        max: 60,
        modelValue,
        'onUpdate:modelValue': onUpdate,
        ...more,
      },
    })
  }

  test('disabled it takes nothing', async () => {
    const screen = await renderNumber(10, { disabled: true })
    await expect.element(screen.getByRole('spinbutton', { name: 'Guard interval' })).toBeDisabled()
    await screen.getByRole('button', { name: 'More' }).click({ force: true })
    expect(told()).toEqual([])
  })

  test.each([
    ['letters are not taken', 'abc', [null]],
    ['above the limit it becomes the limit', '600', [60]],
    ['below the limit it becomes the limit', '1', [5]],
    ['a plain number', '42', [42]],
  ])('%s', async (_, typed, expected) => {
    const screen = await renderNumber(10)
    const field = screen.getByRole('spinbutton')
    await field.click()
    await userEvent.keyboard(`{Control>}a{/Control}{Delete}${typed}`)
    await userEvent.tab()
    expect(told()).toEqual(expected)
  })

  test.each([
    ['{ArrowUp}', 11],
    ['{ArrowDown}', 9],
    ['{PageUp}', 20],
    ['{Home}', 5],
    ['{End}', 60],
  ])('%s', async (key, expected) => {
    const screen = await renderNumber(10)
    await screen.getByRole('spinbutton').click()
    await userEvent.keyboard(key)
    expect(told()).toEqual([expected])
  })

  test('the buttons step, and stop at the limit', async () => {
    const screen = await renderNumber(60)
    await expect.element(screen.getByRole('button', { name: 'More' })).toBeDisabled()
    await screen.getByRole('button', { name: 'Less' }).click()
    expect(told()).toEqual([59])
  })

  test('the problem comes before the hint, and the unit is read with the value', async () => {
    const screen = await renderNumber(10, { problem: 'Too short.', hint: '5 to 60.', unit: 's' })
    const field = screen.getByRole('spinbutton')
    await expect.element(field).toHaveAccessibleDescription('Too short. 5 to 60.')
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field).toHaveAttribute('aria-valuetext', '10 s')
    await expect.element(field).not.toHaveAttribute('aria-roledescription')
  })
})

describe('search', () => {
  const renderSearch = (modelValue: string) =>
    render(SearchField, {
      props: { label: 'Filter agents', clearLabel: 'Clear', modelValue, 'onUpdate:modelValue': onUpdate },
    })

  test('an empty one has nothing to clear, and lets Escape through', async () => {
    const outside = vi.fn()
    window.addEventListener('keydown', outside)
    const screen = await renderSearch('')
    expect(screen.getByRole('button').query()).toBeNull()
    await screen.getByRole('searchbox', { name: 'Filter agents' }).click()
    await userEvent.keyboard('{Escape}')
    window.removeEventListener('keydown', outside)
    expect(outside).toHaveBeenCalledOnce()
  })

  test('Escape clears, and nothing around it hears of that', async () => {
    const outside = vi.fn()
    window.addEventListener('keydown', outside)
    const screen = await renderSearch('lee')
    await screen.getByRole('searchbox').click()
    await userEvent.keyboard('{Escape}')
    window.removeEventListener('keydown', outside)
    expect(told()).toEqual([''])
    expect(outside).not.toHaveBeenCalled()
  })

  test('the button clears, and the focus goes to the field', async () => {
    const screen = await renderSearch('lee')
    await screen.getByRole('button', { name: 'Clear' }).click()
    expect(told()).toEqual([''])
    await expect.element(screen.getByRole('searchbox')).toHaveFocus()
  })
})

describe('time', () => {
  const renderTime = (modelValue: string | null, more: { disabled?: boolean; problem?: string } = {}) =>
    render(TimeField, {
      props: { label: 'Quiet from', modelValue, 'onUpdate:modelValue': onUpdate, ...more },
    })

  test('disabled', async () => {
    const screen = await renderTime('07:30', { disabled: true })
    await expect.element(screen.getByLabelText('Quiet from')).toBeDisabled()
  })

  test.each([
    ['22:15', '22:15'],
    ['', null],
  ])('"%s" is told as %s', async (typed, expected) => {
    const screen = await renderTime('07:30')
    await screen.getByLabelText('Quiet from').fill(typed)
    expect(told()).toEqual([expected])
  })

  test('the problem describes it', async () => {
    const screen = await renderTime(null, { problem: 'Choose a time.' })
    await expect.element(screen.getByLabelText('Quiet from')).toHaveAccessibleDescription('Choose a time.')
  })
})

describe('segments', () => {
  const options = [
    { value: 'flat', text: 'Flat' },
    { value: 'queue', text: 'By queue', disabled: true },
    { value: 'state', text: 'By state' },
  ]
  const renderSegments = () =>
    render(SegmentedControl<string>, {
      props: { label: 'Arrange', options, modelValue: 'flat', 'onUpdate:modelValue': onUpdate },
    })

  test('a disabled one is passed', async () => {
    const screen = await renderSegments()
    await expect.element(screen.getByRole('radio', { name: 'By queue' })).toBeDisabled()
    await screen.getByRole('radio', { name: 'By queue' }).click({ force: true })
    expect(told()).toEqual([])
    screen.getByRole('radio', { name: 'Flat' }).element().focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(told()).toEqual(['state'])
  })

  test('one tab stop, the chosen one, with the focus drawn around it', async () => {
    const screen = await renderSegments()
    await expect.element(screen.getByRole('radiogroup', { name: 'Arrange' })).toBeVisible()
    await userEvent.tab()
    const radio = screen.getByRole('radio', { name: 'Flat' })
    await expect.element(radio).toHaveFocus()
    expect(getComputedStyle(radio.element().closest('label')!).outlineStyle).toBe('solid')
    await userEvent.tab()
    expect(document.activeElement?.getAttribute('type')).not.toBe('radio')
  })

  test('each is large enough to hit', async () => {
    const screen = await renderSegments()
    for (const radio of screen.getByRole('radio').elements())
      expect(radio.closest('label')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(24)
  })
})

test('text: problem and hint describe it', async () => {
  const notes: { problem: string | null; hint: string | null } = {
    problem: 'No address.',
    hint: 'With https.',
  }
  const screen = await render(TextField, { props: { label: 'Gateway address', modelValue: 'x', ...notes } })
  const field = screen.getByRole('textbox', { name: 'Gateway address' })
  await expect.element(field).toHaveAccessibleDescription('No address. With https.')
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await screen.rerender({ problem: null, hint: null })
  await expect.element(field).not.toHaveAttribute('aria-describedby')
})
