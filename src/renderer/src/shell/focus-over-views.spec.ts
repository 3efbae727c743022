import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { renderApp } from '../testing/render-app.ts'
import { deskSnapshot } from '../testing/snapshots.ts'
import { stubBridge } from '../testing/stub-bridge.ts'

/* Who asks for another view is in it with the next key, whichever way it was asked for. */

const usual = [420, 720] as const
afterEach(() => page.viewport(...usual))

/** The desk with the focus on one of its controls. */
async function atTheDesk(size: readonly [number, number] = usual) {
  await page.viewport(...size)
  const bridge = stubBridge(deskSnapshot())
  await renderApp(bridge, { 'deskside.view': 'desk' })
  const control = page.getByRole('switch', { name: 'Enter idle after call' })
  await expect.element(control).toBeVisible()
  ;(control.element() as HTMLElement).focus()
  return { bridge, control }
}
const tab = (name: string) => page.getByRole('tab', { name })

describe('the tab of the new view has the focus', () => {
  test('when the view was asked for from elsewhere', async () => {
    const { bridge } = await atTheDesk()
    bridge.pushShow('roster')
    await expect.element(tab('Team')).toHaveFocus()
  })

  test.each([
    ['palette', '{Control>}k{/Control}', () => page.getByRole('combobox', { name: 'Command', exact: true })],
    ['settings', '{Control>},{/Control}', () => page.getByRole('searchbox', { name: 'Search settings' })],
  ])('when it was asked for in the %s', async (_name, keys, field) => {
    const { bridge } = await atTheDesk()
    await userEvent.keyboard(keys)
    await expect.element(field()).toHaveFocus()
    bridge.pushShow('supervisor')
    await expect.element(field()).not.toBeInTheDocument()
    await expect.element(tab('Supervisor')).toHaveFocus()
  })
})

test('a view beside the others does not take the focus from them', async () => {
  const { bridge, control } = await atTheDesk([1400, 900])
  bridge.pushShow('activity')
  await expect.element(tab('Activity')).toHaveAttribute('aria-selected', 'true')
  await expect.element(control).toHaveFocus()
})

test('the key of a view with a column of its own goes into the column', async () => {
  await atTheDesk([1400, 900])
  await userEvent.keyboard('{Control>}4{/Control}')
  await expect.element(tab('Supervisor')).toHaveFocus()
  const viewWithFocus = () => document.activeElement?.closest<HTMLElement>('[data-view]')?.dataset.view
  for (const [key, view] of [
    ['1', 'desk'],
    ['2', 'waiting'],
  ] as const) {
    await userEvent.keyboard(`{Control>}${key}{/Control}`)
    await expect.poll(viewWithFocus).toBe(view)
  }
})
