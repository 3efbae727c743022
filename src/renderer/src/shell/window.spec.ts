import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { err } from '../../../shared/result.ts'
import { renderApp } from '../testing/render-app.ts'
import { agentStateView, deskSnapshot, signedOut, waitingCall } from '../testing/snapshots.ts'
import { stubBridge } from '../testing/stub-bridge.ts'

const narrow = [420, 720] as const
const wide = [1000, 720] as const

function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

afterEach(async () => {
  Reflect.deleteProperty(document, 'hidden')
  await page.viewport(...narrow)
})

describe('snapshots', () => {
  test('a desk that cannot be read says so and can be read again', async () => {
    const bridge = stubBridge(signedOut())
    bridge.getSnapshot.mockResolvedValueOnce(err({ code: 'internal', reference: 'a1b2' }))
    const screen = await renderApp(bridge)
    await expect.element(screen.getByRole('alert')).toMatchTextContent('a1b2')
    await screen.getByRole('button', { name: 'Try again' }).click()
    await expect.element(screen.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  test('an event that overtakes the answer wins over it', async () => {
    const bridge = stubBridge(signedOut())
    const answer = Promise.withResolvers<Awaited<ReturnType<typeof bridge.getSnapshot>>>()
    bridge.getSnapshot.mockReturnValueOnce(answer.promise)
    const screen = await renderApp(bridge)
    bridge.pushSnapshot(deskSnapshot({ revision: 5 }))
    answer.resolve({ ok: true, value: signedOut({ revision: 4 }) })
    await answer.promise
    bridge.pushSnapshot(signedOut({ revision: 3 }))
    await expect.element(screen.getByRole('status', { name: 'Session' })).toBeVisible()
  })

  test('a window that is gone reports nothing more', async () => {
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await expect.element(screen.getByRole('tab', { name: 'Desk' })).toBeVisible()
    await screen.unmount()
    setHidden(true)
    expect(bridge.watch.mock.calls.at(-1)?.[0]).toEqual({ views: ['skills', 'waiting'] })
  })
})

describe('costly views', () => {
  const last = (bridge: ReturnType<typeof stubBridge>) => bridge.watch.mock.calls.at(-1)?.[0].views

  test('nothing is watched while nobody is signed in', async () => {
    const bridge = stubBridge(signedOut())
    const screen = await renderApp(bridge)
    await expect.element(screen.getByRole('button', { name: 'Sign in' })).toBeVisible()
    expect(bridge.watch.mock.calls.map(([{ views }]) => views)).toEqual([[]])
  })

  test('each view is watched only while it is open, and nothing while hidden', async () => {
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await expect.poll(() => last(bridge)).toEqual(['skills', 'waiting'])
    for (const [tab, views] of [
      ['Waiting', ['waiting']],
      ['Roster', ['roster']],
      ['Supervisor', ['roster']],
    ] as const) {
      await screen.getByRole('tab', { name: tab }).click()
      await expect.poll(() => last(bridge)).toEqual(views)
    }
    setHidden(true)
    await expect.poll(() => last(bridge)).toEqual([])
    setHidden(false)
    await expect.poll(() => last(bridge)).toEqual(['roster'])
  })

  test('a snapshot that changes nothing here is not reported', async () => {
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await expect.poll(() => last(bridge)).toEqual(['skills', 'waiting'])
    const reports = bridge.watch.mock.calls.length
    bridge.pushSnapshot(deskSnapshot({ revision: 2, agentState: agentStateView('busy') }))
    await expect.element(screen.getByText('No calls reach you until you are idle.')).toBeVisible()
    expect(bridge.watch.mock.calls.length).toBe(reports)
  })

  test('in the wide window the desk stands beside the others and both are watched', async () => {
    await page.viewport(...wide)
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await expect.element(screen.getByRole('table', { name: 'Waiting calls' })).toBeVisible()
    await expect.element(screen.getByRole('radiogroup', { name: 'Agent state' })).toBeVisible()
    await expect.element(screen.getByRole('tab', { name: 'Desk' })).not.toBeInTheDocument()
    await expect.poll(() => last(bridge)).toEqual(['skills', 'waiting'])
  })
})

test('arrow keys open the tabs, and the open one is there again after a reload', async () => {
  const screen = await renderApp(stubBridge(deskSnapshot()))
  await screen.getByRole('tab', { name: 'Waiting' }).click()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(screen.getByRole('table', { name: 'Online agents' })).toBeInTheDocument()
  const remembered = Object.fromEntries(Object.entries(sessionStorage)) as Record<string, string>
  await screen.unmount()
  const again = await renderApp(stubBridge(deskSnapshot()), remembered)
  await expect.element(again.getByRole('tab', { name: 'Roster' })).toHaveAttribute('aria-selected', 'true')
})

test.each([
  ['Signed out · Deskside', signedOut()],
  ['Busy · Deskside', deskSnapshot({ agentState: agentStateView('busy') })],
  [
    '(1) Busy · Deskside',
    deskSnapshot({
      agentState: agentStateView('busy'),
      waiting: { ...deskSnapshot().waiting, calls: [waitingCall()] },
    }),
  ],
  ['Signing out… · Deskside', deskSnapshot({ session: { phase: 'signing-out', agentId: '101', since: 0 } })],
] as const)('the title says "%s"', async (title, snapshot) => {
  await renderApp(stubBridge(snapshot))
  await expect.poll(() => document.title).toBe(title)
})

describe('quitting', () => {
  test('signed in it is asked first', async () => {
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await screen.getByRole('button', { name: 'Quit' }).click()
    expect(bridge.quit).not.toHaveBeenCalled()
    await screen.getByRole('button', { name: 'Quit and sign out' }).click()
    expect(bridge.quit).toHaveBeenCalledTimes(1)
  })

  test('in a call it says that the call ends', async () => {
    const bridge = stubBridge(
      deskSnapshot({ call: { callId: 'c', phase: 'talking', caller: null, since: 0 } }),
    )
    const screen = await renderApp(bridge)
    await screen.getByRole('button', { name: 'Quit' }).click()
    await expect
      .element(screen.getByText('You are in a call. Quitting ends the call and signs you out.'))
      .toBeVisible()
    await screen.getByRole('button', { name: 'Quit and end the call' }).click()
    expect(bridge.quit).toHaveBeenCalledTimes(1)
  })

  test('signed out it is done', async () => {
    const bridge = stubBridge(signedOut())
    const screen = await renderApp(bridge)
    await screen.getByRole('button', { name: 'Quit' }).click()
    expect(bridge.quit).toHaveBeenCalledTimes(1)
  })
})

test.each([360, 420, 1000])('nothing is wider than the window at %i px', async (width) => {
  await page.viewport(width, 720)
  const bridge = stubBridge(
    deskSnapshot({
      waiting: { ...deskSnapshot().waiting, calls: [waitingCall({ caller: '+86 755 2878 0808' })] },
    }),
  )
  const screen = await renderApp(bridge)
  for (const name of ['Waiting', 'Roster', 'Supervisor']) {
    await screen.getByRole('tab', { name }).click()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  }
})
