import { describe, expect, test } from 'vitest'
import type { AgentStateView } from '../../../../shared/domain/desk-snapshot.ts'
import { ok } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { agentStateView, deskSnapshot, preferencesSnapshot } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { restClock } from './rest-clock.ts'

const restReasons = [{ id: 2, text: 'Short break' }]

async function open(agentState: AgentStateView, busyReasons = [{ code: 201, name: 'Paperwork' }]) {
  const bridge = stubBridge(deskSnapshot({ agentState }))
  bridge.getPreferences.mockResolvedValue(ok(preferencesSnapshot({ busyReasons }, 1)))
  const screen = await renderApp(bridge)
  const panel = screen.getByRole('region', { name: 'Agent state' })
  await expect.element(panel).toBeVisible()
  return { bridge, screen, panel }
}

describe('the second step', () => {
  test('is not there for busy where no reason is configured', async () => {
    const { panel } = await open(agentStateView('idle'), [])
    await expect.element(panel.getByRole('button', { name: 'Rest: reason, time' })).toBeVisible()
    await expect.element(panel.getByRole('button', { name: 'Busy: reason' })).not.toBeInTheDocument()
  })

  test('is closed where the state cannot be asked for', async () => {
    const { panel } = await open(agentStateView('rest', { allowed: ['idle'] }))
    await expect.element(panel.getByRole('button', { name: 'Busy: reason' })).toBeDisabled()
    await expect.element(panel.getByRole('button', { name: 'Rest: reason, time' })).toBeEnabled()
  })

  test('asks for busy with a reason of this desk', async () => {
    const { bridge, screen, panel } = await open(agentStateView('idle'))
    await panel.getByRole('button', { name: 'Busy: reason' }).click()
    await screen.getByRole('menuitemradio', { name: 'Paperwork' }).click()
    expect(bridge.setAgentState).toHaveBeenCalledExactlyOnceWith({ state: 'busy', reason: 201 })
  })

  test('asks for rest with a length and a reason of the gateway', async () => {
    const { bridge, screen, panel } = await open(agentStateView('idle', { restReasons }))
    await panel.getByRole('button', { name: 'Rest: reason, time' }).click()
    await screen.getByRole('menuitemradio', { name: '30 min' }).click()
    expect(bridge.setAgentState).not.toHaveBeenCalled()
    await expect.element(screen.getByText('Rest for 30 min')).toBeVisible()
    await screen.getByRole('menuitem', { name: 'Short break' }).click()
    const request = { state: 'rest', reason: 2, restSeconds: 1800 }
    expect(bridge.setAgentState).toHaveBeenCalledExactlyOnceWith(request)
  })
})

test.each([
  ['busy', 2, /You did not answer a call\. No calls/],
  ['busy', 3, /A supervisor made you busy\./],
  ['busy', 201, /Reason: Paperwork\./],
  ['busy', 240, /Reason: reason 240\./],
  ['rest', 2, /Reason: Short break\./],
  ['busy', 1, /^Busy\s*No calls reach you/],
] as const)('%s because of %i', async (state, reason, words) => {
  const { panel } = await open(agentStateView(state, { reason, restReasons }))
  await expect.element(panel).toMatchTextContent(words)
})

test('a noted state names the reason it was asked with', async () => {
  const view = agentStateView('talking', { noted: 'busy', askedReason: 201, allowed: ['busy'] })
  const wished = { value: 'busy' as const, at: 1, origin: 'window' as const }
  const { panel } = await open({ ...view, line: { ...view.line, wished } })
  await expect
    .element(panel)
    .toMatchTextContent(/Busy, Paperwork is noted and follows when the call has ended/)
})

test.each([
  [[1, 2], /Rest begins when the platform grants it/],
  [[], /Rest begins once you serve a queue again/],
])('a rest that waits says what it may wait for: %j', async (effective, words) => {
  const snapshot = deskSnapshot({ agentState: agentStateView('idle', { noted: 'rest' }) })
  const screen = await renderApp(stubBridge({ ...snapshot, skills: { ...snapshot.skills, effective } }))
  await expect.element(screen.getByText(words)).toBeVisible()
})

test('a rest counts down to its end, and says that it is over', async () => {
  const restUntil = Date.now() + 300_000
  const { bridge, panel } = await open(agentStateView('rest', { restUntil }))
  await expect.element(panel).toMatchTextContent(/(4:\d\d|5:00)\s*left, until/)
  bridge.pushSnapshot(
    deskSnapshot({ revision: 2, agentState: agentStateView('rest', { restUntil, isRestOver: true }) }),
  )
  await expect
    .element(panel)
    .toMatchTextContent(/Your rest is over\. Choose Idle when you are back\..*over since/)
})

test.each([
  [null, false, null],
  [100_000, false, { leftMs: 100_000, isNearEnd: false, isOver: false }],
  [60_000, false, { leftMs: 60_000, isNearEnd: true, isOver: false }],
  [0, false, { leftMs: 0, isNearEnd: true, isOver: true }],
  [-5_000, false, { leftMs: -5_000, isNearEnd: true, isOver: true }],
  [5_000, true, { leftMs: 0, isNearEnd: true, isOver: true }],
])('a rest with %j ms to go, reminded %j', (until, isReminded, expected) => {
  const clock = restClock(until, isReminded, 0)
  if (expected === null) expect(clock).toBeNull()
  else expect(clock).toMatchObject(expected)
})
