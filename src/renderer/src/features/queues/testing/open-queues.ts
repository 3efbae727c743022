import { expect } from 'vitest'
import type { WaitingView } from '../../../../../shared/domain/desk-snapshot.ts'
import type { TransferReceipt } from '../../../../../shared/domain/waiting.ts'
import { renderApp } from '../../../testing/render-app.ts'
import { deskSnapshot, noon, waitingCall } from '../../../testing/snapshots.ts'
import { stubBridge } from '../../../testing/stub-bridge.ts'

/** A list that was read, with nobody in it. */
export const base = deskSnapshot().waiting

export const call = waitingCall()

/** That `call` was moved from Billing to Technical support. */
export const receipt = (change: Partial<TransferReceipt> = {}): TransferReceipt => ({
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

/** The window with this list in front. */
export async function openWaiting(change: Partial<WaitingView> = {}) {
  const bridge = stubBridge(deskSnapshot({ waiting: { ...base, ...change } }))
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Queues' }).click()
  return { bridge, screen, table: screen.getByRole('table', { name: 'Waiting calls' }) }
}

/** The same with the dialog that moves `call`. */
export async function openDialog(change: Partial<WaitingView> = {}) {
  const opened = await openWaiting({ calls: [call], ...change })
  await opened.screen.getByRole('button', { name: `Transfer call ${call.callId}` }).click()
  const dialog = opened.screen.getByRole('dialog', { name: 'Transfer waiting call' })
  await expect.element(dialog).toBeVisible()
  return { ...opened, dialog, transfer: dialog.getByRole('button', { name: 'Transfer', exact: true }) }
}

type Opened = Awaited<ReturnType<typeof openDialog>>

/** Chooses the target queue in the dialog. */
export async function chooseTarget({ screen, dialog }: Opened, name: string) {
  await dialog.getByRole('combobox', { name: 'Target skill queue' }).click()
  await screen.getByRole('option', { name }).click()
}
