import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AgentStateView } from '../../../../shared/domain/desk-snapshot.ts'
import { renderApp } from '../../testing/render-app.ts'
import { agentStateView, confirmed, deskSnapshot, noon, switchView } from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'

async function open(agentState: AgentStateView) {
  const bridge = stubBridge(deskSnapshot({ agentState }))
  const screen = await renderApp(bridge)
  const group = screen.getByRole('radiogroup', { name: 'Agent state' })
  await expect.element(group).toBeVisible()
  return { bridge, screen, radio: (name: string) => group.getByRole('radio', { name }) }
}

describe('what is not allowed', () => {
  test('only allowed states are enabled', async () => {
    const { radio } = await open(agentStateView('talking', { allowed: ['busy', 'rest'] }))
    for (const name of ['Busy', 'Rest']) await expect.element(radio(name)).toBeEnabled()
    for (const name of ['Idle', 'Wrap-up']) await expect.element(radio(name)).toBeDisabled()
  })

  test('an unavailable state panel says why and enables nothing', async () => {
    const { screen, radio } = await open(agentStateView('idle', { unavailable: 'session-changing' }))
    await expect.element(screen.getByText('Wait until signing in or out is done.').first()).toBeVisible()
    for (const name of ['Idle', 'Busy', 'Rest', 'Wrap-up']) await expect.element(radio(name)).toBeDisabled()
  })

  test('a refusal leaves the state where it is', async () => {
    const { bridge, screen, radio } = await open(agentStateView('idle'))
    bridge.setAgentState.mockResolvedValueOnce(refused({ reason: 'not-in-this-state', retcode: '100-009' }))
    await radio('Rest').click()
    await expect.element(screen.getByText(/not possible in your present state/)).toBeVisible()
    await expect.element(radio('Idle')).toHaveAttribute('aria-checked', 'true')
    await expect.element(radio('Rest')).toHaveAttribute('aria-checked', 'false')
  })
})

test('a click asks for the state and checks nothing by itself', async () => {
  const { bridge, radio } = await open(agentStateView('idle'))
  await radio('Busy').click()
  expect(bridge.setAgentState).toHaveBeenCalledExactlyOnceWith({ state: 'busy' })
  await expect.element(radio('Idle')).toHaveAttribute('aria-checked', 'true')
})

test('arrow keys move over disabled states without asking; Space asks', async () => {
  const { bridge, radio } = await open(agentStateView('idle', { allowed: ['idle', 'rest', 'wrap-up'] }))
  ;(radio('Idle').element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(radio('Rest')).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
  await expect.element(radio('Wrap-up')).toHaveFocus()
  expect(bridge.setAgentState).not.toHaveBeenCalled()
  await userEvent.keyboard(' ')
  expect(bridge.setAgentState).toHaveBeenCalledExactlyOnceWith({ state: 'wrap-up' })
})

test('a noted state is said and none is checked during the call', async () => {
  const { screen, radio } = await open(
    agentStateView('talking', { allowed: ['busy', 'rest'], noted: 'rest' }),
  )
  await expect.element(screen.getByText('Rest is noted and follows when the call has ended.')).toBeVisible()
  await expect.element(radio('Rest')).toHaveAttribute('aria-checked', 'false')
})

test('a wish under way is shown beside the state in force', async () => {
  const line = {
    ...confirmed('idle' as const),
    wished: { value: 'busy' as const, at: noon, origin: 'tray' as const },
  }
  const { screen, radio } = await open({
    ...agentStateView('idle'),
    ...switchView<'idle' | 'busy'>({ ...line, isPending: true }),
  })
  await expect.element(screen.getByText('Asked: Busy')).toBeVisible()
  await expect.element(radio('Idle')).toHaveAttribute('aria-checked', 'true')
})

test('the present call is shown with its phase', async () => {
  const bridge = stubBridge(
    deskSnapshot({ call: { callId: '1', phase: 'held', caller: null, since: Date.now() } }),
  )
  const screen = await renderApp(bridge)
  const call = screen.getByRole('region', { name: 'Present call' })
  await expect.element(call).toMatchTextContent('Number withheld')
  await expect.element(call).toMatchTextContent('On hold')
})
