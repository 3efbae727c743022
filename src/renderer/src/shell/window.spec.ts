import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import type { SessionEndCause } from '../../../shared/domain/session.ts'
import { err } from '../../../shared/result.ts'
import { renderApp } from '../testing/render-app.ts'
import {
  callView,
  agentStateView,
  deskSnapshot,
  doubtful,
  recovering,
  signedOut,
  waitingCall,
} from '../testing/snapshots.ts'
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

const lost = (cause: SessionEndCause) =>
  ({ phase: 'taken-over', agentId: '101', ended: { cause, at: 0 }, canReturn: true }) as const

describe('costly views', () => {
  const last = (bridge: ReturnType<typeof stubBridge>) => bridge.watch.mock.calls.at(-1)?.[0].views

  test('nothing is watched while nobody is signed in', async () => {
    const bridge = stubBridge(signedOut())
    const screen = await renderApp(bridge)
    await expect.element(screen.getByRole('button', { name: 'Sign in' })).toBeVisible()
    expect(bridge.watch.mock.calls.map(([{ views }]) => views)).toEqual([[]])
  })

  test.each([
    ['in doubt', doubtful],
    ['catching up', recovering],
    ['taken over', lost('shut-down')],
  ] as const)('nothing is watched %s', async (_, session) => {
    const bridge = stubBridge(deskSnapshot())
    await renderApp(bridge)
    await expect.poll(() => last(bridge)).toEqual(['skills', 'waiting'])
    bridge.pushSnapshot(deskSnapshot({ revision: 2, session }))
    await expect.poll(() => last(bridge)).toEqual([])
    bridge.pushSnapshot(deskSnapshot({ revision: 3 }))
    await expect.poll(() => last(bridge)).toEqual(['skills', 'waiting'])
  })

  test('each view is watched only while it is open, and nothing while hidden', async () => {
    const bridge = stubBridge(deskSnapshot())
    const screen = await renderApp(bridge)
    await expect.poll(() => last(bridge)).toEqual(['skills', 'waiting'])
    for (const [tab, views] of [
      ['Queues', ['waiting', 'queues']],
      ['Team', ['roster']],
      ['Supervisor', ['roster']],
      ['Activity', []],
      ['Team', ['roster']],
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
    await expect.poll(() => last(bridge)).toEqual(['skills', 'waiting', 'queues'])
  })
})

test('arrow keys open the tabs, and the open one is there again after a reload', async () => {
  const screen = await renderApp(stubBridge(deskSnapshot()))
  await screen.getByRole('tab', { name: 'Queues' }).click()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(screen.getByRole('table', { name: 'Online agents' })).toBeInTheDocument()
  const remembered = Object.fromEntries(Object.entries(sessionStorage)) as Record<string, string>
  await screen.unmount()
  const again = await renderApp(stubBridge(deskSnapshot()), remembered)
  await expect.element(again.getByRole('tab', { name: 'Team' })).toHaveAttribute('aria-selected', 'true')
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
  ['No answer · Deskside', deskSnapshot({ session: doubtful })],
  ['Catching up… · Deskside', deskSnapshot({ session: recovering })],
  ['Session ended · Deskside', deskSnapshot({ session: lost('shut-down') })],
  ['Signed in elsewhere · Deskside', deskSnapshot({ session: lost('held-elsewhere') })],
  ['Signing out… · Deskside', deskSnapshot({ session: { phase: 'signing-out', agentId: '101', since: 0 } })],
] as const)('the title says "%s"', async (title, snapshot) => {
  await renderApp(stubBridge(snapshot))
  await expect.poll(() => document.title).toBe(title)
})

describe('the count of waiting calls', () => {
  const waitingWith = (readAt: number, change: Partial<DeskSnapshot['waiting']> = {}) =>
    deskSnapshot({
      waiting: {
        ...deskSnapshot().waiting,
        calls: [waitingCall()],
        read: { isLoading: false, readAt, error: null },
        ...change,
      },
    })

  async function open(snapshot: DeskSnapshot, view: string) {
    const screen = await renderApp(stubBridge(snapshot), { 'deskside.view': view })
    const tab = screen.getByRole('tab', { name: 'Queues' })
    await expect.element(tab).toBeVisible()
    return tab
  }

  test.each<[string, string, () => DeskSnapshot]>([
    ['a list of before a silence', 'desk', () => ({ ...waitingWith(Date.now()), session: doubtful })],
    ['an old list that nobody watches', 'roster', () => waitingWith(Date.now() - 6000)],
    ['a list hidden while idle', 'desk', () => waitingWith(Date.now(), { isHiddenWhileIdle: true })],
    [
      'a list that cannot be read any more',
      'desk',
      () => waitingWith(0, { read: { isLoading: false, readAt: Date.now(), error: { code: 'timed-out' } } }),
    ],
  ])('is not shown for %s', async (_, view, snapshot) => {
    const tab = await open(snapshot(), view)
    await expect.element(tab).toMatchTextContent(/^Queues$/)
    await expect.poll(() => document.title).toMatch(/^(Idle|No answer) · Deskside$/)
  })

  test.each<[string, string, () => DeskSnapshot]>([
    ['a fresh list', 'roster', () => waitingWith(Date.now() + 60_000)],
    ['a watched list', 'desk', () => waitingWith(0)],
  ])('is shown for %s', async (_, view, snapshot) => {
    const tab = await open(snapshot(), view)
    await expect.element(tab).toMatchTextContent(/^Queues 1$/)
    await expect.poll(() => document.title).toBe('(1) Idle · Deskside')
  })
})

describe('quitting', () => {
  test.each([
    ['online', deskSnapshot()],
    ['in doubt', deskSnapshot({ session: doubtful })],
    ['catching up', deskSnapshot({ session: recovering })],
  ])('signed in it is asked first: %s', async (_, snapshot) => {
    const bridge = stubBridge(snapshot)
    const screen = await renderApp(bridge)
    await screen.getByRole('button', { name: 'Quit' }).click()
    expect(bridge.quit).not.toHaveBeenCalled()
    await screen.getByRole('button', { name: 'Quit and sign out' }).click()
    expect(bridge.quit).toHaveBeenCalledTimes(1)
  })

  test('in a call it says that the call ends', async () => {
    const bridge = stubBridge(deskSnapshot({ call: callView({ caller: null, since: 0 }) }))
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

test('what was edited is kept through doubt and catching up', async () => {
  const bridge = stubBridge(deskSnapshot())
  const screen = await renderApp(bridge)
  const sales = screen.getByRole('checkbox', { name: 'Sales' })
  await sales.click()
  for (const [index, session] of [doubtful, recovering, deskSnapshot().session].entries()) {
    bridge.pushSnapshot(deskSnapshot({ revision: index + 2, session }))
    await expect.poll(() => document.title).toMatch(['No answer', 'Catching up', 'Idle'][index]!)
    await expect.element(sales).toBeChecked()
  }
})
