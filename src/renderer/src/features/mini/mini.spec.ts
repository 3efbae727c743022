import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { DeskSnapshot } from '../../../../shared/domain/desk-snapshot.ts'
import { ok } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import {
  agentStateView,
  callView,
  deskSnapshot,
  doubtful,
  preferencesSnapshot,
  recovering,
  signedOut,
} from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'

async function open(snapshot: DeskSnapshot) {
  await page.viewport(360, 96)
  const bridge = stubBridge(snapshot)
  bridge.getPreferences.mockResolvedValue(ok(preferencesSnapshot({ windowMode: 'mini' }, 1)))
  const screen = await renderApp(bridge)
  const strip = screen.getByRole('main', { name: 'Mini strip' })
  await expect.element(strip).toBeVisible()
  return { bridge, screen, strip }
}
afterEach(() => page.viewport(420, 720))

const taken = (phase: 'taken-over' | 'ended') =>
  ({ phase, agentId: '101', ended: { cause: 'shut-down', at: 0 }, canReturn: true }) as const

describe('what is wrong', () => {
  test.each([
    ['Signed out', signedOut(), 'Sign in'],
    ['Session ended from elsewhere', deskSnapshot({ session: taken('taken-over') }), 'Look into it'],
    ['Session ended', deskSnapshot({ session: taken('ended') }), 'Look into it'],
  ] as const)('"%s" leads to the whole window', async (words, snapshot, button) => {
    const { bridge, strip } = await open(snapshot)
    await expect.element(strip.getByText(words, { exact: true })).toBeVisible()
    await strip.getByRole('button', { name: button, exact: true }).click()
    expect(bridge.changePreferences).toHaveBeenCalledWith({ windowMode: 'full' })
  })

  test.each([
    ['No answer from the gateway', doubtful],
    ['Catching up…', recovering],
  ] as const)(
    '"%s": the call is not shown, and the switch is there for a wish that is kept',
    async (words, session) => {
      const { bridge, strip } = await open(deskSnapshot({ session, call: callView() }))
      await expect.element(strip.getByText(words)).toBeVisible()
      await expect.element(strip.getByText('13800000001')).not.toBeInTheDocument()
      await strip.getByRole('switch', { name: 'Enter idle after call' }).click()
      expect(bridge.setAfterCall).toHaveBeenCalledExactlyOnceWith({ autoIdle: false })
    },
  )

  test('a refused wish is told until the next one works', async () => {
    const { bridge, strip } = await open(deskSnapshot())
    bridge.setAfterCall.mockResolvedValueOnce(refused())
    const control = strip.getByRole('switch', { name: 'Enter idle after call' })
    await control.click()
    await expect.element(strip.getByRole('alert')).toBeVisible()
    await control.click()
    await expect.element(strip.getByRole('alert')).not.toBeInTheDocument()
    expect(bridge.setAfterCall).toHaveBeenCalledWith({ autoIdle: false })
  })
})

describe('at a glance', () => {
  test('state, switch and who waits fit, in words for those who do not see it', async () => {
    const waiting = {
      ...deskSnapshot().waiting,
      queued: { count: 2, level: 'amber' as const, readAt: Date.now() },
    }
    const { strip } = await open(deskSnapshot({ waiting }))
    await expect.element(strip.getByText('Idle', { exact: true })).toBeVisible()
    await expect.element(strip.getByText('2 calls wait')).toBeInTheDocument()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
    for (const button of [...strip.getByRole('button').elements(), ...strip.getByRole('switch').elements()]) {
      const box = button.getBoundingClientRect()
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24)
      expect(box.bottom).toBeLessThanOrEqual(96)
    }
  })

  test.each([
    ['that were never read', null],
    ['of before a silence', { count: 0, level: 'calm' as const, readAt: Date.now() - 60_000 }],
  ])('figures %s say nothing', async (_name, queued) => {
    const { strip } = await open(deskSnapshot({ waiting: { ...deskSnapshot().waiting, queued } }))
    await expect.element(strip.getByText('How many calls wait is not known')).toBeInTheDocument()
  })

  test.each([
    ['counts down to its end', 600_000, false, /Rest\s*\d:\d\d\s*left, until/],
    ['counts on once it is over', -60_000, false, /Rest\s*1:\d\d\s*over since/],
    ['is over when the gateway says so', 20_000, true, /Rest\s*0:\d\d\s*over since/],
  ])('a rest %s', async (_name, leftMs, isRestOver, words) => {
    const agentState = agentStateView('rest', { restUntil: Date.now() + leftMs, isRestOver })
    const { strip } = await open(deskSnapshot({ agentState }))
    await expect.element(strip).toMatchTextContent(words)
  })

  test.each([
    ['on hold', 'On hold', { phase: 'held' }],
    ['muted', 'Talking · Muted', { isMuted: true }],
    ['with nothing special', 'Talking', { isMuted: false }],
  ] as const)('a call %s is called so', async (_name, words, change) => {
    const agentState = agentStateView('talking')
    const { strip } = await open(deskSnapshot({ agentState, call: callView(change) }))
    await expect.element(strip.getByText(words, { exact: true })).toBeVisible()
  })

  test('a short state is written large, a long text within its place', async () => {
    const { bridge, strip } = await open(deskSnapshot())
    const sizeOf = (words: string): number =>
      parseFloat(getComputedStyle(strip.getByText(words, { exact: true }).element()).fontSize)
    expect(sizeOf('Idle')).toBe(26)
    bridge.pushSnapshot(deskSnapshot({ revision: 2, session: taken('taken-over') }))
    await expect.element(strip.getByText('Session ended from elsewhere')).toBeVisible()
    expect(sizeOf('Session ended from elsewhere')).toBeLessThan(20)
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(96)
  })

  test.each([
    ['Answer', 'answer'],
    ['Lift', 'pick-up'],
    ['Reject', 'reject'],
  ] as const)('a call that comes: %s', async (name, action) => {
    const call = callView({
      phase: 'ringing',
      answeredAt: null,
      actions: { ...callView().actions, [action]: null },
    })
    const { bridge, strip } = await open(deskSnapshot({ call }))
    await strip.getByRole('button', { name }).click()
    expect(bridge.controlCall).toHaveBeenCalledExactlyOnceWith({ action })
  })

  test('a call shows its number and can be ended', async () => {
    const actions = { ...callView().actions, release: null }
    const { bridge, strip } = await open(deskSnapshot({ call: callView({ caller: '13800000001', actions }) }))
    await expect.element(strip.getByRole('button', { name: 'Answer' })).not.toBeInTheDocument()
    await expect.element(strip.getByText('13800000001')).toBeVisible()
    await strip.getByRole('button', { name: 'End' }).click()
    expect(bridge.controlCall).toHaveBeenCalledExactlyOnceWith({ action: 'release' })
  })
})

test('every control is reached by the keyboard', async () => {
  const { strip } = await open(deskSnapshot())
  const reached: string[] = []
  for (let step = 0; step < 2; step++) {
    await userEvent.keyboard('{Tab}')
    reached.push(document.activeElement?.getAttribute('aria-label') ?? '')
  }
  expect(reached).toEqual(['Open the full window', 'Enter idle after call'])
  await expect.element(strip).toBeVisible()
})

test('a part of the window that is asked for gets its room', async () => {
  const { bridge } = await open(deskSnapshot())
  bridge.pushShow('settings')
  await expect.poll(() => bridge.changePreferences.mock.calls).toEqual([[{ windowMode: 'full' }]])
})

test('a strip that is asked for in the palette closes the palette and stays', async () => {
  const bridge = stubBridge(deskSnapshot())
  const screen = await renderApp(bridge)
  bridge.pushShow('palette')
  await expect.element(screen.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  bridge.pushPreferences(preferencesSnapshot({ windowMode: 'mini' }, 1))
  await expect.element(screen.getByRole('main', { name: 'Mini strip' })).toBeVisible()
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  expect(bridge.changePreferences).not.toHaveBeenCalled()
})
