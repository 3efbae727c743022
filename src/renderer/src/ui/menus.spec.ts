import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, ref } from 'vue'
import '../styles/main.css'
import AppButton from './AppButton.vue'
import AppDialog from './AppDialog.vue'
import IconButton from './IconButton.vue'
import type { MenuEntry } from './menu-entry.ts'
import MenuButton from './MenuButton.vue'
import Popover from './Popover.vue'
import Tooltip from './Tooltip.vue'

const onChoose = vi.fn<(id: string) => void>()
const onClick = vi.fn()
beforeEach(() => {
  onChoose.mockClear()
  onClick.mockClear()
})
afterEach(() => userEvent.keyboard('{Escape}'))

const focused = () => document.activeElement?.textContent.trim().replaceAll(/\s+/gu, ' ')

describe('menu', () => {
  const entries: readonly MenuEntry[] = [
    { kind: 'heading', text: 'Calls' },
    { kind: 'item', id: 'hold', text: 'Hold', accelerator: 'CommandOrControl+H' },
    { kind: 'item', id: 'mute', text: 'Mute', disabledReason: 'There is no call' },
    { kind: 'separator' },
    { kind: 'check', id: 'sound', text: 'Sound', isChecked: true },
    { kind: 'radio', id: 'flat', text: 'Flat', isChecked: false, staysOpen: true },
    { kind: 'radio', id: 'queues', text: 'By queue', isChecked: true },
  ]

  function renderMenu(more: { disabled?: boolean; isIconOnly?: boolean } = {}) {
    return render(MenuButton, { props: { label: 'More', entries, onChoose, ...more } })
  }

  test('a disabled button opens nothing', async () => {
    const screen = await renderMenu({ disabled: true })
    await screen.getByRole('button', { name: 'More' }).click({ force: true })
    expect(document.querySelector('[role=menu]')).toBeNull()
  })

  test('what cannot be chosen is reached, says why, and leaves the menu open', async () => {
    const screen = await renderMenu()
    screen.getByRole('button', { name: 'More' }).element().focus()
    await userEvent.keyboard('{Enter}{ArrowDown}')
    await expect.poll(focused).toContain('Mute There is no call')
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('menu', { name: 'More' })).toBeVisible()
    expect(onChoose).not.toHaveBeenCalled()
  })

  test.each([
    ['Enter opens at the first', '{Enter}', 'Hold'],
    ['a letter goes to what begins with it', '{Enter}s', 'Sound'],
    ['End', '{Enter}{End}', 'By queue'],
    ['round the end', '{Enter}{End}{ArrowDown}', 'Hold'],
  ])('%s', async (_, keys, expected) => {
    const screen = await renderMenu()
    screen.getByRole('button', { name: 'More' }).element().focus()
    await userEvent.keyboard(keys)
    await expect.poll(focused).toContain(expected)
  })

  test('half of a choice keeps the menu open and the focus where it is', async () => {
    const screen = await renderMenu()
    screen.getByRole('button', { name: 'More' }).element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('menu', { name: 'More' })).toBeVisible()
    await userEvent.keyboard('F{Enter}')
    expect(onChoose.mock.calls).toEqual([['flat']])
    await expect.element(screen.getByRole('menu', { name: 'More' })).toBeVisible()
    expect(focused()).toBe('Flat')
  })

  test('roles and marks', async () => {
    const screen = await renderMenu()
    await screen.getByRole('button', { name: 'More' }).click()
    await expect.element(screen.getByRole('menuitemcheckbox', { name: 'Sound' })).toBeChecked()
    await expect.element(screen.getByRole('menuitemradio', { name: 'Flat' })).not.toBeChecked()
    await expect.element(screen.getByRole('menuitemradio', { name: 'By queue' })).toBeChecked()
  })

  test.each([{}, { isIconOnly: true }])('a choice is told once, and the focus returns (%o)', async (look) => {
    const screen = await renderMenu(look)
    const button = screen.getByRole('button', { name: 'More' })
    button.element().focus()
    await userEvent.keyboard('{Enter}{Enter}')
    await expect.element(button).toHaveFocus()
    expect(onChoose.mock.calls).toEqual([['hold']])
  })
})

describe('icon button', () => {
  const icon = () => h('svg', { 'aria-hidden': 'true' })

  test.each([
    ['with a reason', { disabledReason: 'There is no call' }],
    ['busy', { busy: true }],
  ])('%s it acts on nothing and keeps the focus', async (_, closed) => {
    const screen = await render(IconButton, {
      props: { label: 'Hold', ...closed },
      attrs: { onClick },
      slots: { default: icon },
    })
    const button = screen.getByRole('button', { name: 'Hold' })
    button.element().focus()
    await userEvent.keyboard('{Enter} ')
    await button.click({ force: true })
    expect(onClick).not.toHaveBeenCalled()
    await expect.element(button).toHaveFocus()
    await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  })

  test('the reason describes it; its name is not said twice', async () => {
    const none: { disabledReason: string | null } = { disabledReason: null }
    const screen = await render(IconButton, { props: { label: 'Hold', ...none }, slots: { default: icon } })
    const button = screen.getByRole('button', { name: 'Hold' })
    await userEvent.tab()
    await expect.element(screen.getByRole('tooltip')).toBeInTheDocument()
    await expect.element(button).not.toHaveAttribute('aria-describedby')
    await screen.rerender({ disabledReason: 'There is no call' })
    await expect.element(button).toHaveAccessibleDescription('There is no call')
  })

  test.each([
    [null, null],
    [true, 'true'],
    [false, 'false'],
  ])('pressed %s', async (pressed, expected) => {
    const screen = await render(IconButton, { props: { label: 'Mute', pressed }, slots: { default: icon } })
    expect(screen.getByRole('button').element().getAttribute('aria-pressed')).toBe(expected)
  })

  test.each(['sm', 'md', 'lg'] as const)('%s is large enough to hit', async (size) => {
    const screen = await render(IconButton, { props: { label: 'Mute', size }, slots: { default: icon } })
    const { width, height } = screen.getByRole('button').element().getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  })
})

describe('tooltip', () => {
  const renderTip = (text: string | null) =>
    render(Tooltip, { props: { text }, slots: { default: () => h(AppButton, () => 'Target') } })

  test('nothing to say: nothing is shown', async () => {
    await renderTip(null)
    await userEvent.tab()
    expect(document.querySelector('[role=tooltip]')).toBeNull()
  })

  test('comes with keyboard focus, describes, and Escape hides it', async () => {
    const screen = await renderTip('What it is for')
    await userEvent.tab()
    await expect.element(screen.getByRole('button')).toHaveAccessibleDescription('What it is for')
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.querySelector('[role=tooltip]')).toBeNull()
  })

  test('in a dialog Escape takes the topmost away, one at a time: the tip, then the dialog', async () => {
    const isOpen = ref(true)
    const dialog = () =>
      h(
        AppDialog,
        {
          title: 'Saved sets',
          description: 'Yours alone.',
          open: isOpen.value,
          'onUpdate:open': (open: boolean) => (isOpen.value = open),
        },
        () => h(IconButton, { label: 'Remove' }, () => h('svg')),
      )
    const screen = await render(defineComponent(() => dialog))
    await userEvent.tab()
    await userEvent.tab({ shift: true })
    const button = screen.getByRole('button', { name: 'Remove' })
    await expect.element(screen.getByRole('tooltip')).toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('tooltip')).not.toBeInTheDocument()
    await expect.element(button).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  })
})

describe('popover', () => {
  const Example = defineComponent({
    setup: () => () =>
      h(
        Popover,
        { label: 'Columns' },
        {
          trigger: () => h(AppButton, () => 'Choose columns'),
          default: ({ close }: { close: () => void }) => h(AppButton, { onClick: close }, () => 'Done'),
        },
      ),
  })

  test.each([
    ['Escape', '{Escape}'],
    ['its own button', '{Enter}'],
  ])('%s closes it, and the focus returns', async (_, keys) => {
    const screen = await render(Example)
    const button = screen.getByRole('button', { name: 'Choose columns' })
    button.element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('button', { name: 'Done' })).toHaveFocus()
    await expect.element(screen.getByRole('dialog', { name: 'Columns' })).toBeVisible()
    await userEvent.keyboard(keys)
    await expect.poll(() => document.querySelector('[role=dialog]')).toBeNull()
    await expect.element(button).toHaveFocus()
  })
})
