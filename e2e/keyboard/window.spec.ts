import { Keys } from '../support/keys.ts'
import { expect, test } from '../support/test.ts'
import { headline, sessionBar, stateRadio } from '../support/window.ts'

/* What belongs to the window and to none of its views, without a mouse. */

test('palette, settings, languages, shortcuts, mini strip, about', async ({ desk, gateway }) => {
  test.slow()
  const { page } = desk
  const keys = new Keys(page)

  await test.step('the palette: a command by a few letters, and the focus back', async () => {
    await keys.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Command' })
    await keys.expectAt(field)
    await keys.type('auto-idle=off')
    await keys.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeHidden()
    await expect.poll(async () => (await gateway.agent('101')).autoEnterIdle).toBe(false)

    const opener = page.getByRole('button', { name: 'Command palette' })
    await keys.activate(opener)
    await keys.expectAt(field)
    await keys.press('Escape')
    await keys.expectAt(opener)
  })

  const html = page.locator('html')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const section = (name: string) => settings.getByRole('tab', { name, exact: true })

  await test.step('settings: found by a word, and dark', async () => {
    await keys.press('Control+,')
    const search = settings.getByRole('searchbox', { name: 'Search settings' })
    await keys.expectAt(search)
    await keys.tabTo(section('General'))
    await keys.arrowTo(section('Appearance'))
    const themes = settings.getByRole('radiogroup', { name: 'Colours' })
    await keys.tabTo(themes.getByRole('radio', { checked: true }))
    await keys.arrowTo(themes.getByRole('radio', { name: 'Dark' }))
    await expect(html).toHaveAttribute('data-theme', 'dark')
    await keys.arrowTo(themes.getByRole('radio', { name: 'High contrast' }))
    await expect(html).toHaveAttribute('data-theme', 'contrast')
    await keys.arrowTo(themes.getByRole('radio', { name: 'Light' }), 'ArrowLeft')
    await expect(html).toHaveAttribute('data-theme', 'light')
  })

  await test.step('settings: another language, and English again', async () => {
    await keys.backTo(section('Appearance'))
    await keys.arrowTo(section('General'), 'ArrowLeft')
    await keys.choose(
      settings.getByRole('combobox', { name: 'Language' }),
      page.getByRole('option', { name: 'Español' }),
    )
    await expect(html).toHaveAttribute('lang', 'es')
    const sheet = page.getByRole('dialog')
    await expect(sheet.getByRole('tab', { name: 'Apariencia' })).toBeVisible()
    // The field kept the focus through the change of every word.
    const language = sheet.getByRole('combobox', { name: 'Idioma' })
    await keys.choose(language, page.getByRole('option', { name: 'English', exact: true }))
    await expect(html).toHaveAttribute('lang', 'en')
  })

  await test.step('settings: keys are recorded', async () => {
    await keys.backTo(section('General'))
    await keys.arrowTo(section('Shortcuts'))
    const change = settings.getByRole('button', { name: /^Change the keys for/ }).first()
    const name = (await change.getAttribute('aria-label')) ?? ''
    await keys.activate(change)
    await keys.expectAt(settings.getByRole('button', { name: 'Press the new keys…' }))
    await keys.press('Control+Alt+Shift+J')
    const row = settings.getByRole('group', { name: name.replace('Change the keys for', 'Keys for') })
    await expect(row).toContainText('J')
    await expect(row).toContainText('Ready')
    // Whoever recorded by keyboard goes on from there.
    await keys.expectAt(row.getByRole('button', { name }))

    await keys.press('Enter')
    await keys.expectAt(settings.getByRole('button', { name: 'Press the new keys…' }))
    await keys.press('Escape')
    await expect(settings).toBeVisible()
    await keys.expectAt(row.getByRole('button', { name }))
  })

  await test.step('about, with its figures', async () => {
    await keys.backTo(section('Shortcuts'))
    await keys.arrowTo(section('About'))
    await expect(settings.getByText(/^Deskside \d/)).toBeVisible()
    await keys.tabTo(settings.getByRole('button', { name: 'Copy for support' }))
    await keys.press('Enter')
    await expect(settings.getByText(/^Copied:/)).toBeVisible()
    await keys.press('Escape')
    await expect(settings).toBeHidden()
  })

  await test.step('the mini strip, and back', async () => {
    await keys.activate(page.getByRole('button', { name: 'Mini strip' }))
    await expect(headline(page, 'Mini strip')).toBeAttached()
    const toggle = page.getByRole('switch', { name: 'Enter idle after call' })
    await keys.activate(toggle, 'Space')
    await expect(toggle).toHaveAttribute('aria-checked', 'true')
    await expect.poll(async () => (await gateway.agent('101')).autoEnterIdle).toBe(true)
    await keys.activate(page.getByRole('button', { name: 'Open the full window' }))
    await expect(sessionBar(page)).toBeVisible()
    // Where the work goes on, and not at the top of the page as if it had been loaded anew.
    await keys.expectAt(stateRadio(page, 'Idle'))
  })
})
