import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { RenderResult } from 'vitest-browser-vue'
import { renderApp } from '../testing/render-app.ts'
import { deskSnapshot, signedOut, waitingCall } from '../testing/snapshots.ts'
import { stubBridge } from '../testing/stub-bridge.ts'

/* As many views as the window has room for, and who works in one of them stays in it. */

const one = [420, 720] as const
const two = [1000, 720] as const
const three = [1400, 900] as const

afterEach(() => page.viewport(...one))

const signedInAs = (agentId: string, revision: number) => {
  const snapshot = deskSnapshot({ revision })
  return { ...snapshot, session: { ...snapshot.session, agentId } } as typeof snapshot
}

async function open(size: readonly [number, number], view: string) {
  await page.viewport(...size)
  const calls = [waitingCall({ callId: '17' })]
  const snapshot = deskSnapshot({ waiting: { ...deskSnapshot().waiting, calls } })
  return renderApp(stubBridge(snapshot), { 'deskside.view': view })
}

const selected = (screen: RenderResult<unknown>) => screen.getByRole('tab', { selected: true })
const afterCall = (screen: RenderResult<unknown>) =>
  screen.getByRole('switch', { name: 'Enter idle after call' })
const focus = (target: { element: () => Element }) => (target.element() as HTMLElement).focus()

describe('narrowed', () => {
  test('whoever works in no view keeps the one chosen last', async () => {
    const screen = await open(two, 'roster')
    const signOut = screen.getByRole('button', { name: 'Sign out' })
    focus(signOut)
    await page.viewport(...one)
    await expect.element(selected(screen)).toHaveAccessibleName('Team')
    await expect.element(signOut).toHaveFocus()
  })

  test.each([
    ['two columns', two],
    ['three columns', three],
  ])('from %s, the desk stays with the control that has the focus', async (_, size) => {
    const screen = await open(size, 'roster')
    const control = afterCall(screen).element()
    focus(afterCall(screen))
    await page.viewport(...one)
    await expect.element(selected(screen)).toHaveAccessibleName('Desk')
    await expect.element(afterCall(screen)).toHaveFocus()
    expect(document.activeElement).toBe(control)
  })

  test('the queues stay where they were being worked in', async () => {
    const screen = await open(three, 'supervisor')
    const transfer = screen.getByRole('button', { name: 'Transfer call 17' })
    focus(transfer)
    await page.viewport(...two)
    await expect.element(selected(screen)).toHaveAccessibleName('Queues')
    await expect.element(transfer).toHaveFocus()
    await page.viewport(...one)
    await expect.element(selected(screen)).toHaveAccessibleName('Queues')
    await expect.element(transfer).toHaveFocus()
  })

  test('a dialog stays with the view it was opened from', async () => {
    const screen = await open(three, 'roster')
    await screen.getByRole('button', { name: 'Transfer call 17' }).click()
    const target = screen.getByRole('combobox', { name: 'Target skill queue' })
    await expect.element(target).toHaveFocus()
    await page.viewport(...one)
    await expect.element(target).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(screen.getByRole('button', { name: 'Transfer call 17' })).toHaveFocus()
  })

  test('what was opened and typed in a view is still there', async () => {
    const screen = await open(two, 'roster')
    const details = screen.getByRole('button', { name: 'Details of Phone linkage' })
    await details.click()
    await page.viewport(...one)
    await expect.element(selected(screen)).toHaveAccessibleName('Desk')
    await expect.element(details).toHaveAttribute('aria-expanded', 'true')
  })
})

test('widened, a tab whose view has a column now leaves the focus to the open tab', async () => {
  const screen = await open(one, 'desk')
  focus(screen.getByRole('tab', { name: 'Desk' }))
  await page.viewport(...two)
  await expect.element(screen.getByRole('tab', { name: 'Desk' })).not.toBeInTheDocument()
  await expect.element(selected(screen)).toHaveFocus()
})

test.each([
  ['one column', one, ['tabs', 'desk']],
  ['two columns', two, ['desk', 'tabs', 'waiting']],
  ['three columns', three, ['desk', 'waiting', 'tabs', 'roster']],
] as const)('with %s they are read and reached from left to right', async (_, size, order) => {
  const screen = await open(size, 'desk')
  await expect.element(selected(screen)).toBeVisible()
  const found = [...document.querySelectorAll<HTMLElement>('[role="tablist"], [data-view]')]
  expect(found.map((part) => part.dataset.view ?? 'tabs')).toEqual(order)
  // Only what a tab has opened is a panel of tabs.
  expect(screen.getByRole('tabpanel').elements()).toEqual(found.slice(-1))
})

describe('the view that was left', () => {
  test('is not there for the next agent', async () => {
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await screen.getByRole('tab', { name: 'Team' }).click()
    bridge.pushSnapshot(signedOut({ revision: 2 }))
    await expect.element(screen.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    bridge.pushSnapshot(signedInAs('102', 3))
    await expect.element(selected(screen)).toHaveAccessibleName('Desk')
    const views = bridge.watch.mock.calls.map(([input]) => input.views.join())
    expect(views.slice(views.lastIndexOf('') + 1)).toEqual(['skills,waiting'])
  })

  test('is there for the one who comes back', async () => {
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await screen.getByRole('tab', { name: 'Team' }).click()
    bridge.pushSnapshot(signedOut({ revision: 2 }))
    await expect.element(screen.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    bridge.pushSnapshot(deskSnapshot({ revision: 3 }))
    await expect.element(selected(screen)).toHaveAccessibleName('Team')
  })
})
