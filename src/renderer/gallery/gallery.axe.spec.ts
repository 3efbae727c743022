import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { createText } from '../src/i18n/text.ts'
import './gallery.css'
import GalleryPage from './GalleryPage.vue'

/* Every component in every state, and everything that opens, in every theme: axe finds nothing. */

const themes = ['light', 'dark', 'contrast'] as const

/** Colours must stand still to be measured. */
const still = document.createElement('style')
still.textContent = '*, ::before, ::after { animation: none !important; transition: none !important; }'
document.head.append(still)
document.title = 'Gallery'
document.documentElement.lang = 'en'

afterEach(async () => {
  await userEvent.keyboard('{Escape}{Escape}')
  document.documentElement.removeAttribute('data-theme')
  document.documentElement.style.fontSize = ''
  await page.viewport(420, 720)
})

function renderGallery(theme: string, only = '', text = '100') {
  return render(GalleryPage, {
    props: { wishes: new URLSearchParams({ theme, only, text, bare: '' }) },
    global: { plugins: [createText('en')] },
  })
}

async function findings(): Promise<readonly string[]> {
  const { violations, passes } = await axe.run(document.body, { resultTypes: ['violations'] })
  expect(passes.length, 'axe has looked at something').toBeGreaterThan(0)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

test('axe finds what is wrong', async () => {
  const screen = await renderGallery('light', 'Spinner')
  const wrong = document.createElement('button')
  screen.container.append(wrong)
  expect(await findings()).toEqual([expect.stringMatching(/^button-name/u)])
})

test('with text of twice the size nothing is wider than the window', async () => {
  await page.viewport(420, 800)
  await renderGallery('light', '', '200')
  expect(getComputedStyle(document.documentElement).fontSize).toBe('32px')
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(420)
})

describe.each(themes)('%s', (theme) => {
  test.each([360, 900])(
    'the whole gallery, %i px wide',
    async (width) => {
      await page.viewport(width, 800)
      await renderGallery(theme)
      expect(document.querySelectorAll('.specimen').length).toBeGreaterThan(100)
      expect(await findings()).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    },
    60_000,
  )

  test.each([
    ['AppDialog', 'button', 'Open the dialog', 'dialog'],
    ['ComboboxField', 'combobox', 'Target skill queue', 'listbox'],
    ['MenuButton', 'button', 'More', 'menu'],
    ['Popover', 'button', 'Thresholds', 'dialog'],
    ['SelectField', 'combobox', 'Language', 'listbox'],
  ] as const)('%s, opened', async (only, role, name, opens) => {
    const screen = await renderGallery(theme, only)
    const control = screen.getByRole(role, { name }).first()
    control.element().focus()
    await userEvent.keyboard('{Enter}')
    if (only === 'ComboboxField') await userEvent.keyboard('{ArrowDown}')
    await expect.element(page.getByRole(opens).first()).toBeVisible()
    expect(await findings()).toEqual([])
  })

  test('IconButton, explained', async () => {
    const screen = await renderGallery(theme, 'IconButton')
    await userEvent.tab()
    await expect.element(page.getByRole('tooltip')).toBeInTheDocument()
    expect(screen.container.querySelectorAll('button').length).toBeGreaterThan(5)
    expect(await findings()).toEqual([])
  })
})
