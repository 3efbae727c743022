import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../../shared/app-error.ts'
import type { WaitingView } from '../../../../shared/domain/desk-snapshot.ts'
import type { TransferReceipt } from '../../../../shared/domain/waiting.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, doubtful, noon, recovering, waitingCall } from '../../testing/snapshots.ts'
import { deferred, stubBridge } from '../../testing/stub-bridge.ts'

const base = deskSnapshot().waiting
const call = waitingCall()
const receipt = (change: Partial<TransferReceipt> = {}): TransferReceipt => ({
  callId: call.callId,
  fromSkillId: 1,
  toSkillId: 2,
  outcome: 'moved',
  answer: 'accepted',
  askedAt: noon - 1000,
  at: noon,
  error: null,
  ...change,
})

async function open(change: Partial<WaitingView> = {}) {
  const bridge = stubBridge(deskSnapshot({ waiting: { ...base, ...change } }))
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Waiting' }).click()
  return { bridge, screen, table: screen.getByRole('table', { name: 'Waiting calls' }) }
}

async function openDialog(change: Partial<WaitingView> = {}) {
  const opened = await open({ calls: [call], ...change })
  await opened.screen.getByRole('button', { name: `Transfer call ${call.callId}` }).click()
  const dialog = opened.screen.getByRole('dialog', { name: 'Transfer waiting call' })
  await expect.element(dialog).toBeVisible()
  return { ...opened, dialog, transfer: dialog.getByRole('button', { name: 'Transfer', exact: true }) }
}

type Opened = Awaited<ReturnType<typeof openDialog>>

async function choose({ screen, dialog }: Opened, name: string) {
  await dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
  await screen.getByRole('option', { name }).click()
}

describe('what cannot be shown or moved', () => {
  test('an idle agent is told why there is no list', async () => {
    const { screen, table } = await open({ isHiddenWhileIdle: true })
    await expect.element(screen.getByText('Hidden while you are idle')).toBeVisible()
    await expect.element(table).not.toBeInTheDocument()
  })

  test('a list that could not be read says so and can be read again', async () => {
    const { bridge, screen } = await open({
      read: { isLoading: false, readAt: null, error: { code: 'timed-out' } },
    })
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The gateway did not answer in time.')
    await screen.getByRole('button', { name: 'Try again' }).click()
    expect(bridge.refreshWaiting).toHaveBeenCalledTimes(1)
  })

  test('an empty list is said, a list not read yet is not called empty', async () => {
    const { bridge, screen } = await open({ read: { isLoading: true, readAt: null, error: null } })
    await expect.element(screen.getByText('Reading your queues…')).toBeVisible()
    await expect.element(screen.getByText('Nobody is waiting.')).not.toBeInTheDocument()
    bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    await expect.element(screen.getByText('Nobody is waiting.')).toBeVisible()
  })

  test('a call without another queue of its kind has a closed button', async () => {
    const { screen } = await open({ calls: [waitingCall({ callId: 'chat', skillId: 5, mediaType: 53 })] })
    const button = screen.getByRole('button', { name: 'Transfer call chat' })
    await expect.element(button).toBeDisabled()
    await expect.element(button).toHaveAttribute('title', 'No other queue of the same kind.')
  })

  test('while the queues are not known, that is the reason', async () => {
    const bridge = stubBridge(deskSnapshot({ queues: [], waiting: { ...base, calls: [call] } }))
    const screen = await renderApp(bridge)
    await screen.getByRole('tab', { name: 'Waiting' }).click()
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

test('a silence while the dialog is open closes it for asking, and opens it again', async () => {
  const opened = await openDialog()
  await choose(opened, 'Sales')
  const waiting = { ...base, calls: [call] }
  opened.bridge.pushSnapshot(deskSnapshot({ revision: 2, session: doubtful, waiting }))
  await expect.element(opened.dialog.getByRole('alert')).toMatchTextContent(/The gateway does not answer\./)
  await expect.element(opened.transfer).toBeDisabled()
  opened.bridge.pushSnapshot(deskSnapshot({ revision: 3, waiting }))
  await expect.element(opened.dialog.getByRole('alert')).not.toBeInTheDocument()
  await expect.element(opened.dialog.getByRole('combobox')).toMatchTextContent('Sales')
  await expect.element(opened.transfer).toBeEnabled()
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
  const { table } = await open({
    calls: [
      waitingCall({ enteredAt: Date.now() - 75_000 }),
      waitingCall({ callId: '2', caller: '', skillId: 77, enteredAt: null, waitedSeconds: 5 }),
    ],
    read: { ...base.read, readAt: Date.now() },
  })
  await expect.element(table.getByRole('row').nth(1)).toMatchTextContent(/13800000001\s*Billing\s*1:1/)
  await expect.element(table.getByRole('row').nth(2)).toMatchTextContent(/Withheld\s*Queue 77\s*0:0/)
  await expect.element(table.getByRole('row').nth(2)).toMatchTextContent(/0:0[6-9]/)
})

describe('transfer dialog', () => {
  test('offers only other queues of the same kind', async () => {
    const opened = await openDialog()
    await expect.element(opened.transfer).toBeDisabled()
    await opened.dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
    await expect
      .poll(() =>
        opened.screen
          .getByRole('option')
          .elements()
          .map((option) => option.textContent),
      )
      .toEqual(['Technical support', 'Sales', 'Premium'])
  })

  test('works by keyboard alone', async () => {
    const { bridge, screen, dialog, transfer } = await openDialog()
    bridge.transferWaitingCall.mockResolvedValueOnce(ok(receipt({ toSkillId: 3 })))
    ;(dialog.getByRole('combobox', { name: 'Target skill queue' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('option', { name: 'Technical support' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(screen.getByRole('option', { name: 'Sales' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog.getByRole('combobox')).toMatchTextContent('Sales')
    ;(transfer.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    expect(bridge.transferWaitingCall).toHaveBeenCalledExactlyOnceWith({
      callId: call.callId,
      fromSkillId: 1,
      toSkillId: 3,
    })
    await expect.element(dialog).not.toBeInTheDocument()
  })

  test('a refused call stays open for another choice, with the reason', async () => {
    const opened = await openDialog()
    const error: AppError = { code: 'refused', reason: 'platform-refused', gatewayMessage: 'queue closed' }
    opened.bridge.transferWaitingCall.mockResolvedValueOnce(ok(receipt({ outcome: 'refused', error })))
    await choose(opened, 'Technical support')
    await opened.transfer.click()
    const alert = opened.dialog.getByRole('alert')
    await expect.element(alert).toMatchTextContent('Not moved')
    await expect.element(alert).toMatchTextContent('queue closed')
    await expect.element(opened.transfer).toBeEnabled()
  })

  test('an answer that never came is an error in the dialog', async () => {
    const opened = await openDialog()
    opened.bridge.transferWaitingCall.mockResolvedValueOnce(err({ code: 'outcome-unknown' }))
    await choose(opened, 'Sales')
    await opened.transfer.click()
    await expect
      .element(opened.dialog.getByRole('alert'))
      .toMatchTextContent('it may or may not have happened')
  })

  test('while it is under way it cannot be asked twice', async () => {
    const opened = await openDialog()
    const answer = deferred<Result<TransferReceipt, AppError>>()
    opened.bridge.transferWaitingCall.mockReturnValueOnce(answer.promise)
    await choose(opened, 'Sales')
    await opened.transfer.click()
    await expect.element(opened.transfer).toHaveAttribute('aria-disabled', 'true')
    await opened.transfer.click({ force: true })
    expect(opened.bridge.transferWaitingCall).toHaveBeenCalledTimes(1)
    answer.resolve(ok(receipt()))
    await expect.element(opened.dialog).not.toBeInTheDocument()
  })

  test('a call that leaves meanwhile is said to have left, and cannot be moved', async () => {
    const opened = await openDialog()
    await choose(opened, 'Sales')
    opened.bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    await expect.element(opened.dialog.getByRole('alert')).toMatchTextContent('This call has left the queue.')
    await expect.element(opened.transfer).toBeDisabled()
    await opened.dialog.getByRole('button', { name: 'Close' }).click()
    await expect.element(opened.dialog).not.toBeInTheDocument()
  })

  test('more than a dozen queues can be filtered; what is chosen stays in the list', async () => {
    const many = Array.from({ length: 14 }, (_, index) => ({
      id: index + 1,
      name: `Line ${index + 1}`,
      mediaType: 5,
    }))
    const bridge = stubBridge(deskSnapshot({ queues: many, waiting: { ...base, calls: [call] } }))
    const screen = await renderApp(bridge)
    await screen.getByRole('tab', { name: 'Waiting' }).click()
    await screen.getByRole('button', { name: `Transfer call ${call.callId}` }).click()
    const options = () =>
      screen
        .getByRole('option')
        .elements()
        .map((option) => option.textContent)
    const combobox = screen.getByRole('combobox', { name: 'Target skill queue' })
    await screen.getByRole('searchbox', { name: 'Filter queues' }).fill('line 14')
    await combobox.click()
    await expect.poll(options).toEqual(['Line 14'])
    await screen.getByRole('option', { name: 'Line 14' }).click()
    await screen.getByRole('searchbox', { name: 'Filter queues' }).fill('line 13')
    await expect.element(combobox).toMatchTextContent('Line 14')
    await combobox.click()
    await expect.poll(options).toEqual(['Line 13', 'Line 14'])
  })

  test('a dozen queues need no filter', async () => {
    const { screen } = await openDialog()
    await expect.element(screen.getByRole('searchbox')).not.toBeInTheDocument()
  })
})

describe('focus after the dialog', () => {
  const other = waitingCall({ callId: 'next', skillId: 2 })

  test('Cancel returns to the button of the call', async () => {
    const { screen, dialog } = await openDialog()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(screen.getByRole('button', { name: `Transfer call ${call.callId}` })).toHaveFocus()
  })

  test.each([
    ['the next row', [other], 'button', 'Transfer call next'],
    ['the heading when none is left', [], 'columnheader', 'Caller'],
  ] as const)('of a call that left it goes to %s', async (_, calls, role, name) => {
    const { bridge, screen, dialog } = await openDialog({ calls: [call, other] })
    bridge.pushSnapshot(deskSnapshot({ revision: 2, waiting: { ...base, calls } }))
    await expect.element(dialog.getByRole('alert')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(screen.getByRole(role, { name })).toHaveFocus()
  })

  test('a row that goes under the focus passes it on', async () => {
    const { bridge, screen } = await open({ calls: [call, other] })
    const button = screen.getByRole('button', { name: `Transfer call ${call.callId}` })
    ;(button.element() as HTMLElement).focus()
    bridge.pushSnapshot(deskSnapshot({ revision: 2, waiting: { ...base, calls: [other] } }))
    await expect.element(screen.getByRole('button', { name: 'Transfer call next' })).toHaveFocus()
  })
})

test('a long number stays on one line and can be read in full', async () => {
  const caller = '861380000000012'
  const { table } = await open({ calls: [waitingCall({ caller })] })
  const text = table.getByTitle(caller)
  await expect.element(text).toHaveTextContent(caller)
  expect(text.element().getBoundingClientRect().height).toBeLessThan(24)
})
