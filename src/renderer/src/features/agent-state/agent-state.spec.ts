import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AgentStateView } from '../../../../shared/domain/desk-snapshot.ts'
import { renderApp } from '../../testing/render-app.ts'
import {
  callView,
  agentStateView,
  confirmed,
  deskSnapshot,
  doubtful,
  noon,
  signedIn,
  switchView,
} from '../../testing/snapshots.ts'
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
    for (const name of ['Busy', 'Rest'])
      await expect.element(radio(name)).not.toHaveAttribute('aria-disabled')
    for (const name of ['Idle', 'Wrap-up'])
      await expect.element(radio(name)).toHaveAttribute('aria-disabled', 'true')
  })

  test('an unavailable state panel says why and enables nothing', async () => {
    const { screen, radio } = await open(agentStateView('idle', { unavailable: 'session-changing' }))
    await expect.element(screen.getByText('Wait until signing in or out is done.').first()).toBeVisible()
    for (const name of ['Idle', 'Busy', 'Rest', 'Wrap-up'])
      await expect.element(radio(name)).toHaveAttribute('aria-disabled', 'true')
  })

  test('what is not allowed can be reached, and asks nothing', async () => {
    const { bridge, radio } = await open(agentStateView('idle'))
    ;(radio('Idle').element() as HTMLElement).focus()
    await expect.element(radio('Idle')).toHaveFocus()
    await userEvent.keyboard(' {Enter}')
    expect(bridge.setAgentState).not.toHaveBeenCalled()
  })

  test('a refusal leaves the state where it is', async () => {
    const { bridge, screen, radio } = await open(agentStateView('idle'))
    bridge.setAgentState.mockResolvedValueOnce(refused({ reason: 'not-in-this-state', retcode: '100-009' }))
    await radio('Rest').click()
    await expect
      .element(screen.getByText(/This change of state is not allowed now\..*Change your state first/))
      .toBeVisible()
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

test('who asks by keyboard keeps the focus when the state comes into force', async () => {
  const { bridge, radio } = await open(agentStateView('idle'))
  ;(radio('Idle').element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight} ')
  bridge.pushSnapshot(
    deskSnapshot({ revision: 2, agentState: agentStateView('busy', { allowed: ['idle', 'rest'] }) }),
  )
  await expect.element(radio('Busy')).toHaveAttribute('aria-checked', 'true')
  await expect.element(radio('Busy')).toHaveFocus()
  await expect.element(radio('Busy')).toHaveAttribute('tabindex', '0')
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(radio('Idle')).toHaveFocus()
})

test.each([
  ['talking', 'Rest is noted and follows when the call has ended.'],
  ['wrap-up', 'Rest is noted and follows when wrap-up has ended.'],
] as const)('in %s a noted state says what it waits for', async (state, words) => {
  const { screen } = await open(agentStateView(state, { noted: 'rest' }))
  await expect.element(screen.getByText(words)).toBeVisible()
})

test('without a call or wrap-up an accepted state waits for nothing but to be seen', async () => {
  const accepted = { value: 'busy' as const, at: noon, askedAt: noon - 500 }
  const { screen } = await open({
    ...agentStateView('idle', { noted: 'busy' }),
    verdict: 'accepted',
    line: { ...agentStateView('idle').line, accepted },
  })
  await expect.element(screen.getByText(/^Accepted .*, not yet seen$/)).toBeVisible()
  await expect.element(screen.getByText(/is noted/)).not.toBeInTheDocument()
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

describe('taken back', () => {
  test('a noted state', async () => {
    const { bridge, screen } = await open(
      agentStateView('talking', { allowed: ['busy', 'rest'], noted: 'rest' }),
    )
    await screen.getByRole('button', { name: 'Take back' }).click()
    expect(bridge.cancelWish).toHaveBeenCalledExactlyOnceWith({ wish: 'agent-state' })
  })

  test('a refusal is said', async () => {
    const { bridge, screen } = await open(agentStateView('talking', { noted: 'rest' }))
    bridge.cancelWish.mockResolvedValueOnce(refused({ reason: 'not-in-this-state' }))
    await screen.getByRole('button', { name: 'Take back' }).click()
    await expect.element(screen.getByText(/not possible in your present state/)).toBeVisible()
  })

  test('a kept state, with one button, and other states can be asked for meanwhile', async () => {
    const wished = { value: 'busy' as const, at: noon, origin: 'window' as const }
    const view = agentStateView('idle', { isKept: true, allowed: ['busy', 'rest', 'wrap-up'] })
    const { bridge, screen, radio } = await open({ ...view, line: { ...view.line, wished } })
    await expect.element(screen.getByText('Kept: will be sent when the gateway answers')).toBeVisible()
    await expect.element(screen.getByText('Asked: Busy')).toBeVisible()
    await expect.element(radio('Busy')).toHaveAttribute('aria-checked', 'true')
    await expect.element(radio('Idle')).toHaveAttribute('aria-checked', 'false')
    await radio('Rest').click()
    expect(bridge.setAgentState).toHaveBeenCalledExactlyOnceWith({ state: 'rest' })
    await screen.getByRole('button', { name: 'Take back' }).click()
    expect(bridge.cancelWish).toHaveBeenCalledExactlyOnceWith({ wish: 'agent-state' })
  })
})

test.each([
  ['by its verdict', deskSnapshot({ agentState: agentStateView('idle', { verdict: 'doubted' }) })],
  ['while the gateway is silent', deskSnapshot({ agentState: agentStateView('idle'), session: doubtful })],
])('a state in doubt does not look ready: %s', async (_, snapshot) => {
  const screen = await renderApp(stubBridge(snapshot))
  const panel = screen.getByRole('region', { name: 'Agent state' })
  await expect.element(panel).toHaveAttribute('data-tone', 'grey')
  await expect.element(panel.getByText(/^The last state known\./)).toBeVisible()
  await expect.element(panel.getByText('Ready for the next call.')).not.toBeInTheDocument()
  await expect.element(panel.getByText(/^\d+:\d\d/)).not.toBeInTheDocument()
  await expect.element(panel.getByRole('radio', { name: 'Busy' })).not.toHaveAttribute('aria-disabled')
})

test('in doubt a state is not called confirmed', async () => {
  const { screen } = await open(agentStateView('idle', { verdict: 'doubted' }))
  const panel = screen.getByRole('region', { name: 'Agent state' })
  await expect.element(panel.getByText(/^Last seen .*, not certain since$/)).toBeVisible()
  await expect.element(panel.getByText(/^Confirmed/)).not.toBeInTheDocument()
})

test.each([
  ['arriving', null, /^Arriving\s*0:\d\d/],
  ['ringing', null, /^No number given\s*Ringing/],
  ['held', '', /^Number withheld\s*On hold/],
  ['talking', '861380000000012', /^861380000000012\s*Talking/],
] as const)('a call %s with the number %j', async (phase, caller, words) => {
  const bridge = stubBridge(deskSnapshot({ call: callView({ phase, caller, since: Date.now() }) }))
  const screen = await renderApp(bridge)
  await expect.element(screen.getByRole('region', { name: 'Present call' })).toMatchTextContent(words)
})

describe('a call that is offered is not one that is on', () => {
  const offer = async (phase: 'arriving' | 'ringing', isAlwaysOffHook: boolean) => {
    const call = callView({ phase, caller: '138', since: Date.now() })
    const session = { ...signedIn, phase: 'online', isAlwaysOffHook } as const
    const bridge = stubBridge(deskSnapshot({ agentState: agentStateView('talking'), call, session }))
    const screen = await renderApp(bridge)
    return { bridge, panel: screen.getByRole('region', { name: 'Agent state' }) }
  }

  test.each([
    ['arriving', true, 'A call arrives', 'You are not connected yet.'],
    ['ringing', true, 'A call rings', 'You are not connected yet.'],
    ['ringing', false, 'A call rings', 'Lift the phone to take it.'],
  ] as const)('%s, always off-hook %s', async (phase, isAlwaysOffHook, headline, meaning) => {
    const { panel } = await offer(phase, isAlwaysOffHook)
    await expect.element(panel.getByText(headline)).toBeVisible()
    await expect.element(panel.getByText(meaning)).toBeVisible()
    await expect.element(panel.getByText(/Talking|A call is on|Confirmed/)).not.toBeInTheDocument()
    await expect.poll(() => document.title).toBe(`${headline} · Deskside`)
  })

  test.each([
    ['on hold', 'The call is on hold.', { phase: 'held' }],
    ['muted', 'You are muted.', { isMuted: true }],
    ['muted or not, nobody knows', 'A call is on.', { isMuted: null }],
  ] as const)('answered and %s', async (_what, meaning, change) => {
    const call = callView(change)
    const screen = await renderApp(stubBridge(deskSnapshot({ agentState: agentStateView('talking'), call })))
    const panel = screen.getByRole('region', { name: 'Agent state' })
    await expect.element(panel.getByText(meaning)).toBeVisible()
  })

  test('answered, it is', async () => {
    const { bridge, panel } = await offer('ringing', true)
    const call = callView({ caller: '138' })
    bridge.pushSnapshot(deskSnapshot({ revision: 2, agentState: agentStateView('talking'), call }))
    await expect.element(panel.getByText('A call is on.')).toBeVisible()
    await expect.poll(() => document.title).toBe('Talking · Deskside')
  })
})

test('an idle agent whose password must be changed is not called ready, and is told once', async () => {
  const session = { ...signedIn, phase: 'online', isPasswordChangeForced: true } as const
  const content = { kind: 'password-change-forced' } as const
  const notices = [{ id: 1, at: noon, severity: 'warning' as const, content }]
  const screen = await renderApp(stubBridge(deskSnapshot({ session, notices })))
  const panel = screen.getByRole('region', { name: 'Agent state' })
  await expect.element(panel.getByText('No calls until the password has been changed.')).toBeVisible()
  await expect.element(screen.getByText(/Ready for the next call/)).not.toBeInTheDocument()
  await expect.element(screen.getByRole('alert')).toMatchTextContent(/password must be changed/)
  const notified = screen.getByRole('region', { name: 'Notifications' })
  await expect.element(notified.getByRole('listitem')).not.toBeInTheDocument()
})
