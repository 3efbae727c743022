import { describe, expect, test } from 'vitest'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, doubtful, recovering, waitingCall } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { base, call, openWaiting } from './testing/open-queues.ts'

describe('what cannot be shown or moved', () => {
  test('an idle agent is told why there is no list', async () => {
    const { screen, table } = await openWaiting({ isHiddenWhileIdle: true })
    await expect.element(screen.getByText('Hidden while you are idle')).toBeVisible()
    await expect.element(table).not.toBeInTheDocument()
  })

  test('a list that could not be read says so and can be read again', async () => {
    const { bridge, screen } = await openWaiting({
      read: { isLoading: false, readAt: null, error: { code: 'timed-out' } },
    })
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The gateway did not answer in time.')
    await screen.getByRole('button', { name: 'Try again' }).click()
    expect(bridge.refreshWaiting).toHaveBeenCalledTimes(1)
  })

  test('an empty list is said, a list not read yet is not called empty', async () => {
    const { bridge, screen } = await openWaiting({ read: { isLoading: true, readAt: null, error: null } })
    await expect.element(screen.getByText('Reading your queues…')).toBeVisible()
    await expect.element(screen.getByText('Nobody is waiting.')).not.toBeInTheDocument()
    bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    await expect.element(screen.getByText('Nobody is waiting.')).toBeVisible()
  })

  test('a call without another queue of its kind has a closed button', async () => {
    const { screen } = await openWaiting({
      calls: [waitingCall({ callId: 'chat', skillId: 5, mediaType: 53 })],
    })
    const button = screen.getByRole('button', { name: 'Transfer call chat' })
    await expect.element(button).toBeDisabled()
    await expect.element(button).toHaveAttribute('title', 'No other queue of the same kind.')
  })

  test('while the queues are not known, that is the reason', async () => {
    const bridge = stubBridge(deskSnapshot({ queues: [], waiting: { ...base, calls: [call] } }))
    const screen = await renderApp(bridge)
    await screen.getByRole('tab', { name: 'Queues' }).click()
    await expect
      .element(screen.getByRole('button', { name: `Transfer call ${call.callId}` }))
      .toHaveAttribute('title', expect.stringMatching(/^The queues could not be read/))
  })
})

describe('while the gateway is silent', () => {
  test.each([
    ['doubtful', doubtful, /^This list is old: no answer from the gateway since/],
    ['recovering', recovering, /^This list is old\. It is read again/],
  ] as const)(
    '%s: the rows stay, are said to be old, and nothing can be moved',
    async (_, session, words) => {
      const readAt = Date.now() - 180_000
      const waiting = {
        ...base,
        calls: [call],
        read: { ...base.read, readAt },
        unavailable: 'gateway-silent',
      } as const
      const screen = await renderApp(stubBridge(deskSnapshot({ session, waiting })), {
        'deskside.view': 'waiting',
      })
      await expect.element(screen.getByText(words)).toBeVisible()
      await expect.element(screen.getByText(/As of .*, 3 min\. ago/)).toBeVisible()
      await expect.element(screen.getByText('13800000001')).toBeVisible()
      const button = screen.getByRole('button', { name: `Transfer call ${call.callId}` })
      await expect.element(button).toBeDisabled()
      await expect
        .element(button)
        .toHaveAttribute('title', 'The gateway does not answer. Possible again when it does.')
      await expect.element(screen.getByText(/^The gateway does not answer\./)).not.toBeInTheDocument()
    },
  )
})

test('a list that was never read before the silence is not called old, nor the failure said twice', async () => {
  const read = { isLoading: false, readAt: null, error: { code: 'unreachable' } } as const
  const snapshot = deskSnapshot({ session: doubtful, waiting: { ...base, read } })
  const screen = await renderApp(stubBridge(snapshot), { 'deskside.view': 'waiting' })
  await expect.element(screen.getByText('The waiting calls could not be read')).toBeVisible()
  await expect.element(screen.getByText(/^This list is old/)).not.toBeInTheDocument()
  expect(screen.getByText(/The gateway cannot be reached\./).elements()).toHaveLength(1)
})

test('a list that was empty before the silence is not called empty now', async () => {
  const bridge = stubBridge(deskSnapshot({ session: doubtful }))
  const screen = await renderApp(bridge, { 'deskside.view': 'waiting' })
  await expect.element(screen.getByText('Nobody was waiting then.')).toBeVisible()
  await expect.element(screen.getByText('Nobody is waiting.')).not.toBeInTheDocument()
})

test('each row tells caller, queue and a wait that goes on', async () => {
  const readAt = Date.now()
  const { table } = await openWaiting({
    calls: [
      waitingCall({ enteredAt: readAt - 75_000, readAt }),
      waitingCall({ callId: '2', caller: '', skillId: 77, enteredAt: null, waitedSeconds: 5, readAt }),
    ],
    read: { ...base.read, readAt },
  })
  await expect.element(table.getByRole('row').nth(1)).toMatchTextContent(/13800000001\s*Billing\s*1:[1-5]\d/)
  await expect.element(table.getByRole('row').nth(2)).toMatchTextContent(/Withheld\s*Queue 77\s*0:\d\d/)
  await expect.element(table.getByRole('row').nth(2)).toMatchTextContent(/0:(0[6-9]|[1-5]\d)/)
})

test('a long number stays on one line and can be read in full', async () => {
  const caller = '861380000000012'
  const { table } = await openWaiting({ calls: [waitingCall({ caller })] })
  const text = table.getByTitle(caller)
  await expect.element(text).toHaveTextContent(caller)
  expect(text.element().getBoundingClientRect().height).toBeLessThan(24)
})
