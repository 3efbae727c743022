import { describe, expect, test } from 'vitest'
import type { CallView } from '../../../../shared/domain/call.ts'
import { callActions, type CallAction, type CallActions } from '../../../../shared/domain/call-control.ts'
import { renderApp } from '../../testing/render-app.ts'
import { agentStateView, callView, commandsSnapshot, deskSnapshot, noon } from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'

/** Only these actions work; the others are answered by a reason. */
const only = (...possible: readonly CallAction[]): CallActions =>
  Object.fromEntries(
    callActions.map((action) => [action, possible.includes(action) ? null : 'not-answered'] as const),
  ) as CallActions

async function open(call: CallView | null) {
  const bridge = stubBridge(deskSnapshot({ agentState: agentStateView('talking'), call }))
  const screen = await renderApp(bridge)
  const strip = screen.getByRole('region', { name: 'Present call' })
  await expect.element(strip).toBeVisible()
  return { bridge, screen, strip, button: (name: string) => strip.getByRole('button', { name }) }
}

describe('what does nothing', () => {
  test('a button that cannot work now can be reached, says why, and asks nothing', async () => {
    const { bridge, button } = await open(
      callView({ phase: 'ringing', answeredAt: null, actions: { ...only(), answer: 'lift-the-phone' } }),
    )
    await expect.element(button('Answer')).toHaveAttribute('aria-disabled', 'true')
    await expect.element(button('Answer')).toHaveAccessibleDescription('Lift the phone to take the call.')
    ;(button('Answer').element() as HTMLElement).click()
    expect(bridge.controlCall).not.toHaveBeenCalled()
  })

  test('what is under way is busy, and not asked for again', async () => {
    const { bridge, button } = await open(callView({ actions: { ...only('release'), hold: 'under-way' } }))
    await expect.element(button('Hold')).toHaveAttribute('aria-busy', 'true')
    ;(button('Hold').element() as HTMLElement).click()
    expect(bridge.controlCall).not.toHaveBeenCalled()
  })

  test('a press right after the call had changed by itself is not obeyed, and says so', async () => {
    const { bridge, strip, button } = await open(callView({ actions: only('hold', 'release', 'mute') }))
    const end = button('End').element() as HTMLElement
    bridge.pushCommands(commandsSnapshot({ revision: 9, changedByItselfAt: Date.now() }))
    // In the same turn: the interval is short, and the spec must not race it.
    end.click()
    expect(bridge.controlCall).not.toHaveBeenCalled()
    await expect.element(strip.getByRole('status')).toMatchTextContent(/nothing was done/)
    // Muting is taken back as easily as it is done.
    await button('Mute').click()
    expect(bridge.controlCall).toHaveBeenCalledExactlyOnceWith({ action: 'mute' })
  })
})

test.each<[string, Partial<CallView>, readonly [name: string, action: CallAction][]]>([
  [
    'ringing',
    { phase: 'ringing', answeredAt: null, awaitsAnswer: true, actions: only('answer', 'reject') },
    [
      ['Answer', 'answer'],
      ['Reject', 'reject'],
    ],
  ],
  [
    'ringing at a linked phone',
    { phase: 'ringing', answeredAt: null, isPhoneRinging: true, actions: only('pick-up', 'reject') },
    [
      ['Lift', 'pick-up'],
      ['Reject', 'reject'],
    ],
  ],
  [
    'talking',
    { actions: only('hold', 'mute', 'release') },
    [
      ['Hold', 'hold'],
      ['Mute', 'mute'],
      ['End', 'release'],
    ],
  ],
  ['muted', { isMuted: true, actions: only('unmute') }, [['Unmute', 'unmute']]],
  ['on hold', { phase: 'held', actions: only('retrieve') }, [['Resume', 'retrieve']]],
])('%s', async (_what, change, buttons) => {
  const { bridge, button } = await open(callView(change))
  for (const [name, action] of buttons) {
    await button(name).click()
    expect(bridge.controlCall).toHaveBeenLastCalledWith({ action })
  }
})

test('says who, which queue, what kind, who passed it on, and how long', async () => {
  const { strip } = await open(
    callView({
      since: Date.now() - 13_000,
      answeredAt: Date.now() - 83_000,
      skillId: 2,
      kind: 'internal',
      mediaType: 19,
      transferredBy: '102',
      isMuted: true,
    }),
  )
  await expect
    .element(strip)
    .toMatchTextContent(
      /^13800000001\s*Talking · Muted\s*0:[1-5]\d\s*Technical support · Internal call · Video · passed on by 102 · 1:[2-5]\d in all/,
    )
})

test('a phone that rings is not said to have no number, until the call has come without one', async () => {
  const ringing = callView({ phase: 'ringing', caller: null, answeredAt: null, isPhoneRinging: true })
  const { bridge, strip } = await open(ringing)
  await expect.element(strip).toMatchTextContent(/^Ringing/)
  await expect.element(strip).not.toMatchTextContent(/No number/)
  bridge.pushSnapshot(deskSnapshot({ revision: 2, call: callView({ caller: null }) }))
  await expect.element(strip).toMatchTextContent(/^No number given\s*Talking/)
})

test('it is not said that the agent is heard when nobody knows', async () => {
  const { strip } = await open(callView({ isMuted: null, actions: only('mute', 'unmute') }))
  await expect.element(strip).toMatchTextContent(/Not known whether you are muted/)
})

test('its place is kept without a call, and the focus stays where it was when one comes', async () => {
  const { bridge, screen, strip } = await open(null)
  await expect.element(strip).toMatchTextContent(/^No call/)
  const panel = screen.getByRole('region', { name: 'Agent state' })
  const before = panel.element().getBoundingClientRect().top
  const focused = screen.getByRole('switch', { name: 'Enter idle after call' }).element() as HTMLElement
  focused.focus()
  bridge.pushSnapshot(
    deskSnapshot({
      revision: 2,
      call: callView({ phase: 'ringing', skillId: 1, answeredAt: null, actions: only('answer') }),
    }),
  )
  await expect.element(strip.getByRole('button', { name: 'Answer' })).toBeVisible()
  expect(panel.element().getBoundingClientRect().top).toBe(before)
  expect(document.activeElement).toBe(focused)
})

test('a call that changed an instant before the press says why nothing was done', async () => {
  const { bridge, strip, button } = await open(callView({ actions: only('hold') }))
  bridge.controlCall.mockResolvedValueOnce(refused({ reason: 'not-now', unavailable: 'on-hold' }))
  await button('Hold').click()
  await expect
    .element(strip.getByRole('alert'))
    .toMatchTextContent('That is not possible now. The call is on hold.')
})

test('what went wrong is said, and is over with the call', async () => {
  const { bridge, strip, button } = await open(callView({ actions: only('hold') }))
  bridge.controlCall.mockResolvedValueOnce(refused({ reason: 'no-longer-fits', retcode: '200-014' }))
  await button('Hold').click()
  await expect.element(strip.getByRole('alert')).toBeVisible()
  bridge.pushSnapshot(deskSnapshot({ revision: 2, call: callView({ callId: 'c-2', beganAt: noon + 1 }) }))
  await expect.element(strip.getByRole('alert')).not.toBeInTheDocument()
})
