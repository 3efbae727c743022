import { expect } from 'vitest'
import type { WaitingView } from '../../../../../shared/domain/desk-snapshot.ts'
import type { QueuesSnapshot } from '../../../../../shared/domain/queues.ts'
import type { TransferReceipt } from '../../../../../shared/domain/waiting.ts'
import { ok } from '../../../../../shared/result.ts'
import { renderApp } from '../../../testing/render-app.ts'
import { deskSnapshot, noon, queueFigures, queuesSnapshot, waitingCall } from '../../../testing/snapshots.ts'
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

/** Figures of a queue that calls for attention. */
export const busyLine = queueFigures({ skillId: 1, waitingCalls: 6, longestWaitSeconds: 95, agentsOn: 12 })

/** That queue and a calm one, with a little history. */
export const loud = queuesSnapshot([busyLine, queueFigures({ skillId: 2 })], {
  levels: { 1: 'amber', 2: 'calm' },
  read: { isLoading: false, readAt: Date.now(), error: null },
  history: {
    at: [noon - 20_000, noon - 10_000, noon],
    waiting: { 1: [9, null, 6], 2: [0, 0, 0] },
  },
})

/** One call in each of them. */
export const calls = [
  waitingCall({ callId: 'one', skillId: 1, caller: '300' }),
  waitingCall({ callId: 'two', skillId: 2, caller: '20' }),
]

/** The view of queues with these figures, and calls waiting unless told otherwise. */
export async function openQueues(
  queues: QueuesSnapshot | null = loud,
  change: Parameters<typeof deskSnapshot>[0] = {},
) {
  const bridge = stubBridge(deskSnapshot({ waiting: { ...base, calls }, ...change }))
  if (queues !== null) bridge.getQueues.mockResolvedValue(ok(queues))
  const screen = await renderApp(bridge, { 'deskside.view': 'waiting' })
  return {
    bridge,
    screen,
    panel: screen.getByRole('region', { name: 'My queues' }),
    table: screen.getByRole('table', { name: 'Waiting calls' }),
  }
}

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
