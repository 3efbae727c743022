import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, preferencesSnapshot, queues } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { differenceOf } from './skill-difference.ts'

const mornings = { name: 'Mornings', skillIds: [1, 3, 4] }

async function open(skillSets: { name: string; skillIds: number[] }[] = [mornings]) {
  const bridge = stubBridge(deskSnapshot())
  bridge.getPreferences.mockResolvedValue(ok(preferencesSnapshot({ skillSets }, 1)))
  const screen = await renderApp(bridge)
  const menu = screen.getByRole('button', { name: 'Saved sets' })
  await expect.element(menu).toBeVisible()
  await menu.click()
  const edit = async () => {
    await screen.getByRole('menuitem', { name: 'Save or change sets…' }).click()
    return screen.getByRole('dialog', { name: 'Saved sets' })
  }
  return { bridge, screen, edit }
}

test('a set says before what it would change, and is applied by the second click', async () => {
  const { bridge, screen } = await open()
  await screen
    .getByRole('menuitemradio', { name: 'Mornings: + Sales and Premium · − Technical support' })
    .click()
  expect(bridge.signInToSkills).toHaveBeenCalledExactlyOnceWith({
    choice: { mode: 'chosen', skillIds: [1, 3, 4] },
  })
})

test('a set of no queue signs in to none', async () => {
  const { bridge, screen } = await open([{ name: 'Away', skillIds: [] }])
  await screen.getByRole('menuitemradio', { name: /^Away: − Billing and Technical support$/ }).click()
  expect(bridge.signInToSkills).toHaveBeenCalledExactlyOnceWith({ choice: { mode: 'none' } })
})

describe('changing sets', () => {
  test.each([
    ['', 'Give the set a name.'],
    ['Mornings', 'Another set has this name.'],
    ['x'.repeat(61), 'The name may have 60 characters at most.'],
  ])('the name %j is refused', async (name, words) => {
    const { bridge, edit } = await open()
    const dialog = await edit()
    await dialog.getByRole('textbox', { name: 'Save the present choice as' }).fill(name)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect.element(dialog.getByText(words)).toBeVisible()
    expect(bridge.changePreferences).not.toHaveBeenCalled()
  })

  test('the present choice is saved under a name', async () => {
    const { bridge, edit } = await open()
    const dialog = await edit()
    await expect.element(dialog.getByText('The present choice: Billing and Technical support')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Save the present choice as' }).fill(' Evenings ')
    await dialog.getByRole('button', { name: 'Save' }).click()
    expect(bridge.changePreferences).toHaveBeenCalledExactlyOnceWith({
      skillSets: [mornings, { name: 'Evenings', skillIds: [1, 2] }],
    })
  })

  test('a set is given another name', async () => {
    const { bridge, edit } = await open()
    const dialog = await edit()
    await dialog.getByRole('button', { name: 'Rename “Mornings”' }).click()
    await dialog.getByRole('textbox', { name: 'New name of “Mornings”' }).fill('Early')
    await dialog.getByRole('button', { name: 'Keep this name' }).click()
    expect(bridge.changePreferences).toHaveBeenCalledExactlyOnceWith({
      skillSets: [{ ...mornings, name: 'Early' }],
    })
  })

  test('what was deleted can be had back', async () => {
    const { bridge, edit } = await open()
    const dialog = await edit()
    await dialog.getByRole('button', { name: 'Delete “Mornings”' }).click()
    expect(bridge.changePreferences).toHaveBeenCalledExactlyOnceWith({ skillSets: [] })
    bridge.pushPreferences(preferencesSnapshot({ skillSets: [] }, 2))
    await dialog.getByRole('button', { name: 'Undo' }).click()
    expect(bridge.changePreferences).toHaveBeenLastCalledWith({ skillSets: [mornings] })
  })

  test('a set that could not be deleted is still there, and that is said', async () => {
    const { bridge, edit } = await open()
    bridge.changePreferences.mockResolvedValueOnce(err({ code: 'storage-failed' }))
    const dialog = await edit()
    await dialog.getByRole('button', { name: 'Delete “Mornings”' }).click()
    await expect.element(dialog.getByRole('alert')).toBeVisible()
    await expect.element(dialog.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  })
})

test('the form says what Apply would change', async () => {
  const { screen } = await open([])
  await screen.getByRole('checkbox', { name: 'Sales' }).click()
  await screen.getByRole('checkbox', { name: 'Billing' }).click()
  await expect.element(screen.getByText('+ Sales · − Billing')).toBeVisible()
})

test.each([
  [null, [1], null],
  [[1], [1, 9], { added: [], removed: [] }],
  [[1, 2], [2, 3], { added: [3], removed: [1] }],
])('from %j to %j', (effective, wanted, expected) => {
  expect(differenceOf(effective, wanted, queues)).toEqual(expected)
})
