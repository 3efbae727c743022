import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../../shared/app-error.ts'
import type { TransferReceipt } from '../../../../shared/domain/waiting.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, doubtful, waitingCall } from '../../testing/snapshots.ts'
import { deferred, stubBridge } from '../../testing/stub-bridge.ts'
import { base, call, chooseTarget, openDialog, openWaiting, receipt } from './testing/open-queues.ts'

test('a silence while the dialog is open closes it for asking, and opens it again', async () => {
  const opened = await openDialog()
  await chooseTarget(opened, 'Sales')
  const waiting = { ...base, calls: [call] }
  opened.bridge.pushSnapshot(deskSnapshot({ revision: 2, session: doubtful, waiting }))
  await expect.element(opened.dialog.getByRole('alert')).toMatchTextContent(/The gateway does not answer\./)
  await expect.element(opened.transfer).toBeDisabled()
  opened.bridge.pushSnapshot(deskSnapshot({ revision: 3, waiting }))
  await expect.element(opened.dialog.getByRole('alert')).not.toBeInTheDocument()
  await expect.element(opened.dialog.getByRole('combobox')).toMatchTextContent('Sales')
  await expect.element(opened.transfer).toBeEnabled()
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
    await expect
      .element(screen.getByRole('option', { name: 'Technical support' }))
      .toHaveAttribute('data-highlighted')
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(screen.getByRole('option', { name: 'Sales' })).toHaveAttribute('data-highlighted')
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
    await chooseTarget(opened, 'Technical support')
    await opened.transfer.click()
    const alert = opened.dialog.getByRole('alert')
    await expect.element(alert).toMatchTextContent('Not moved')
    await expect.element(alert).toMatchTextContent('queue closed')
    await expect.element(opened.transfer).toBeEnabled()
  })

  test('an answer that never came is an error in the dialog', async () => {
    const opened = await openDialog()
    opened.bridge.transferWaitingCall.mockResolvedValueOnce(err({ code: 'outcome-unknown' }))
    await chooseTarget(opened, 'Sales')
    await opened.transfer.click()
    await expect
      .element(opened.dialog.getByRole('alert'))
      .toMatchTextContent('it may or may not have happened')
  })

  test('while it is under way it cannot be asked twice', async () => {
    const opened = await openDialog()
    const answer = deferred<Result<TransferReceipt, AppError>>()
    opened.bridge.transferWaitingCall.mockReturnValueOnce(answer.promise)
    await chooseTarget(opened, 'Sales')
    await opened.transfer.click()
    await expect.element(opened.transfer).toHaveAttribute('aria-disabled', 'true')
    await opened.transfer.click({ force: true })
    expect(opened.bridge.transferWaitingCall).toHaveBeenCalledTimes(1)
    answer.resolve(ok(receipt()))
    await expect.element(opened.dialog).not.toBeInTheDocument()
  })

  test('a call that leaves because it was moved is not said to have left', async () => {
    const opened = await openDialog()
    const answer = deferred<Result<TransferReceipt, AppError>>()
    opened.bridge.transferWaitingCall.mockReturnValueOnce(answer.promise)
    await chooseTarget(opened, 'Sales')
    await opened.transfer.click()
    opened.bridge.pushSnapshot(deskSnapshot({ revision: 2, waiting: { ...base, calls: [] } }))
    const said: string[] = []
    const observer = new MutationObserver(() => said.push(document.body.textContent))
    observer.observe(document.body, { childList: true, characterData: true, subtree: true })
    answer.resolve(ok(receipt()))
    await expect.element(opened.dialog).not.toBeInTheDocument()
    observer.disconnect()
    expect(said).not.toEqual([])
    expect(said.filter((text) => text.includes('has left the queue'))).toEqual([])
  })

  test('a call that leaves meanwhile is said to have left, and cannot be moved', async () => {
    const opened = await openDialog()
    await chooseTarget(opened, 'Sales')
    opened.bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
    await expect.element(opened.dialog.getByRole('alert')).toMatchTextContent('This call has left the queue.')
    await expect.element(opened.transfer).toBeDisabled()
    await opened.dialog.getByRole('button', { name: 'Close' }).click()
    await expect.element(opened.dialog).not.toBeInTheDocument()
  })

  test('more than a dozen queues are searched by typing', async () => {
    const many = Array.from({ length: 14 }, (_, index) => ({
      id: index + 1,
      name: `Line ${index + 1}`,
      mediaType: 5,
    }))
    const bridge = stubBridge(deskSnapshot({ queues: many, waiting: { ...base, calls: [call] } }))
    const screen = await renderApp(bridge)
    await screen.getByRole('tab', { name: 'Queues' }).click()
    await screen.getByRole('button', { name: `Transfer call ${call.callId}` }).click()
    const combobox = screen.getByRole('combobox', { name: 'Target skill queue' })
    await combobox.fill('line 14')
    await userEvent.keyboard('{Enter}')
    await expect.element(combobox).toHaveValue('Line 14')
    await screen.getByRole('button', { name: 'Transfer', exact: true }).click()
    expect(bridge.transferWaitingCall).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ toSkillId: 14 }),
    )
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
    const { bridge, screen } = await openWaiting({ calls: [call, other] })
    const button = screen.getByRole('button', { name: `Transfer call ${call.callId}` })
    ;(button.element() as HTMLElement).focus()
    bridge.pushSnapshot(deskSnapshot({ revision: 2, waiting: { ...base, calls: [other] } }))
    await expect.element(screen.getByRole('button', { name: 'Transfer call next' })).toHaveFocus()
  })
})
