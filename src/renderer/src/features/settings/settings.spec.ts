import { describe, expect, test, afterEach } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { preferenceKeys } from '../../../../shared/preferences/preference-schemas.ts'
import { err } from '../../../../shared/result.ts'
import { signedOut } from '../../testing/snapshots.ts'
import { preferencesElsewhere, sectionOfRow } from './setting-rows.ts'
import { keepingBridge, openSettings } from './testing/open-settings.ts'

afterEach(() => {
  delete document.documentElement.dataset.theme
  document.documentElement.style.fontSize = ''
})

const row = (name: string) => page.getByRole('group', { name, exact: true })
const section = (name: string) => page.getByRole('tab', { name, exact: true })

describe('a change that is not saved', () => {
  test('says so beside its row, and nothing changes', async () => {
    const bridge = keepingBridge()
    bridge.changePreferences.mockResolvedValue(err({ code: 'storage-failed' }))
    await openSettings(bridge)
    await row('Start in the tray').getByRole('switch').click()
    await expect.element(row('Start in the tray').getByRole('alert')).toMatchTextContent(/This was not saved/)
    await expect
      .element(row('Start in the tray').getByRole('switch'))
      .toHaveAttribute('aria-checked', 'false')
  })

  test('half a busy reason is not sent', async () => {
    const bridge = keepingBridge()
    await openSettings(bridge)
    await section('Desk').click()
    await page.getByRole('button', { name: 'Add a reason' }).click()
    await userEvent.tab()
    await expect.element(row('Busy reasons')).toMatchTextContent(/Fill this in\./)
    expect(bridge.changePreferences).not.toHaveBeenCalled()
  })
})

describe('the sheet', () => {
  test('is a dialog over everything, before signing in too; Escape closes it and gives the focus back', async () => {
    await openSettings(keepingBridge({}, signedOut()), { part: null })
    const open = page.getByRole('button', { name: 'Open' })
    await open.click()
    const dialog = page.getByRole('dialog', { name: 'Settings' })
    await expect.element(dialog).toBeVisible()
    await expect.element(page.getByRole('searchbox', { name: 'Search settings' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(open).toHaveFocus()
  })

  test('has every preference, here or where it is said to be', () => {
    const rows = new Set(Object.keys(sectionOfRow))
    expect(preferenceKeys.filter((key) => !rows.has(key) && preferencesElsewhere[key] === undefined)).toEqual(
      [],
    )
  })

  test('remembers its section', async () => {
    await openSettings(keepingBridge())
    await section('Appearance').click()
    await page.getByRole('button', { name: 'Close settings' }).click()
    await page.getByRole('button', { name: 'Open' }).click()
    await expect.element(page.getByRole('heading', { name: 'Appearance' })).toBeVisible()
  })
})

describe('a row', () => {
  test('tells where its value comes from, gives it back, and takes that back', async () => {
    const bridge = keepingBridge({ guardMs: 900 })
    await openSettings(bridge)
    await section('Desk').click()
    const guard = row('Pause after a change')
    await expect.element(guard).toMatchTextContent(/Set by you/)
    await guard.getByRole('button', { name: 'Reset: Pause after a change' }).click()
    await expect.element(guard).toMatchTextContent(/Default/)
    await guard.getByRole('button', { name: 'Undo: Pause after a change' }).click()
    await expect.element(guard.getByRole('spinbutton')).toHaveValue('900')
    await expect.element(guard).toMatchTextContent(/Set by you/)
  })

  test('of colours and text size holds at once', async () => {
    await openSettings(keepingBridge())
    await section('Appearance').click()
    await page.getByRole('radio', { name: 'High contrast' }).click()
    await expect.poll(() => document.documentElement.dataset.theme).toBe('contrast')
    await page.getByRole('radio', { name: '150%' }).click()
    await expect.poll(() => document.documentElement.style.fontSize).toBe('150%')
  })

  test('of the language changes the words while it is looked at', async () => {
    await openSettings(keepingBridge())
    await page.getByRole('combobox', { name: 'Language' }).click()
    await page.getByRole('option', { name: 'Español' }).click()
    await expect.element(page.getByRole('dialog', { name: 'Ajustes' })).toBeVisible()
  })

  test('of the command line says so', async () => {
    const bridge = keepingBridge()
    const told = await bridge.getPreferences()
    if (!told.ok) expect.fail()
    const { value } = told
    bridge.getPreferences.mockResolvedValue({
      ok: true,
      value: { ...value, sources: { ...value.sources, language: 'command-line' } },
    })
    await openSettings(bridge)
    await expect.element(row('Language')).toMatchTextContent(/Set by the command line, for this run/)
  })
})

describe('the way back, by keyboard', () => {
  test('goes from reset to undo and back without losing the focus', async () => {
    await openSettings(keepingBridge({ startsHidden: true }))
    const button = (way: string) => page.getByRole('button', { name: `${way}: Start in the tray` })
    await expect.element(page.getByRole('searchbox', { name: 'Search settings' })).toHaveFocus()
    ;(button('Reset').element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Undo')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Reset')).toHaveFocus()
  })
})

describe('busy reasons', () => {
  test('are saved when a line is whole, and what was removed comes back', async () => {
    const bridge = keepingBridge({ busyReasons: [{ code: 200, name: 'Meeting' }] })
    await openSettings(bridge)
    await section('Desk').click()
    await page.getByRole('button', { name: 'Add a reason' }).click()
    await userEvent.keyboard('Training')
    await userEvent.tab()
    await expect
      .poll(() => bridge.changePreferences.mock.lastCall?.[0])
      .toEqual({
        busyReasons: [
          { code: 200, name: 'Meeting' },
          { code: 201, name: 'Training' },
        ],
      })
    await page.getByRole('button', { name: 'Remove reason 200' }).click()
    await expect
      .poll(() => bridge.changePreferences.mock.lastCall?.[0])
      .toEqual({ busyReasons: [{ code: 201, name: 'Training' }] })
    await page.getByRole('button', { name: 'Undo: Busy reasons' }).click()
    await expect.element(page.getByRole('button', { name: 'Remove reason 200' })).toBeVisible()
  })
})

describe('the search', () => {
  test('finds nothing and says so', async () => {
    await openSettings(keepingBridge())
    await page.getByRole('searchbox').fill('xyzzy')
    await expect.element(page.getByText('No setting matches “xyzzy”.')).toBeVisible()
  })

  test.each([
    ['en', 'Search settings', 'contrast', 'Colours'],
    ['es', 'Buscar en los ajustes', 'contrast', 'Colores'],
    ['zh-CN', '搜索设置', 'contrast', '颜色'],
    ['zh-CN', '搜索设置', '对比度', '颜色'],
    ['en', 'Search settings', 'dark mode', 'Colours'],
    ['en', 'Search settings', 'do not disturb', 'Quiet hours'],
    ['en', 'Search settings', 'autostart', 'Start when I log in to this computer'],
    ['es', 'Buscar en los ajustes', 'no molestar', 'Horas de silencio'],
    ['es', 'Buscar en los ajustes', 'letra', 'Tamaño del texto'],
    ['zh-CN', '搜索设置', '热键', '键盘快捷键'],
    ['zh-CN', '搜索设置', '开机启动', '登录电脑时启动'],
  ] as const)(
    'in %s finds by %s “%s” the row %s, opens and marks it',
    async (language, label, words, name) => {
      await openSettings(keepingBridge({ language }), { language })
      await page.getByRole('searchbox', { name: label }).fill(words)
      await page
        .getByRole('button', { name: new RegExp(name) })
        .first()
        .click()
      await expect.element(row(name)).toHaveFocus()
      await expect.element(row(name)).toHaveClass('found-row')
      await expect.element(page.getByRole('searchbox', { name: label })).toHaveValue('')
    },
  )
})

describe('About', () => {
  test('is a section of its own door, with the host said honestly, the licences, and a text for support', async () => {
    const bridge = keepingBridge()
    await openSettings(bridge, { part: 'about' })
    await expect.element(row('Version and system')).toMatchTextContent(/Trial host .* not for production/)
    await row('Version and system').getByRole('button', { name: 'Copy for support' }).click()
    await expect.element(row('Version and system').getByRole('status')).toMatchTextContent(/Copied/)
    await row('Licences').getByRole('searchbox').fill('valibot')
    await row('Licences')
      .getByRole('button', { name: /^valibot .* MIT$/ })
      .click()
    await expect.element(row('Licences')).toMatchTextContent(/Permission is hereby granted/)
  })

  test('says when the folder could not be opened', async () => {
    const bridge = keepingBridge()
    bridge.openUserData.mockResolvedValue(err({ code: 'storage-failed' }))
    await openSettings(bridge, { part: 'about' })
    await page.getByRole('button', { name: 'Open the folder' }).click()
    await expect.element(row('Folder of your data').getByRole('alert')).toBeVisible()
  })
})
