import { describe, expect, test } from 'vitest'
import type {
  QueueBinding,
  QueueBindings,
  SupervisorView,
  UnbindReceipt,
} from '../../../../shared/domain/supervisor.ts'
import { ok } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, doubtful, noon, rosterAgent, rosterSnapshot } from '../../testing/snapshots.ts'
import { deferred, refused, stubBridge } from '../../testing/stub-bridge.ts'
import { emptiesQueue } from './unbind-plan.ts'

const binding = (id: number): QueueBinding => ({
  account: `agent${id}`,
  agentId: String(id),
  name: null,
  agentWeight: 1,
  skillWeight: 10,
})
const three = [binding(101), binding(102), binding(103)]
const bindings = (skillId: number, rows: readonly QueueBinding[] = three): QueueBindings => ({
  skillId,
  bindings: rows,
  readAt: noon,
})
const receipt = (change: Partial<UnbindReceipt> = {}): UnbindReceipt => ({
  id: 'r1',
  skillId: 2,
  scope: 'selected',
  at: noon,
  outcome: 'unbound',
  count: 1,
  progress: { done: 1, of: 1 },
  tally: { unbound: 1 },
  exceptions: [],
  undoable: 1,
  error: null,
  heads: { bound: 3, chosen: 1, online: 1, chosenOnline: 1, chosenInCall: 0 },
  ...change,
})

async function open(supervisor: Partial<SupervisorView> = {}) {
  const view = { ...deskSnapshot().supervisor, ...supervisor }
  const bridge = stubBridge(
    deskSnapshot({ supervisor: view }),
    rosterSnapshot([rosterAgent({ agentId: '101' })]),
  )
  bridge.readBindings.mockImplementation(({ skillId }) => Promise.resolve(ok(bindings(skillId))))
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Supervisor' }).click()
  return { bridge, screen }
}

async function openQueue(supervisor: Partial<SupervisorView> = {}) {
  const opened = await open(supervisor)
  await opened.screen.getByRole('combobox', { name: 'Skill queue' }).click()
  await opened.screen.getByRole('option', { name: 'Technical support' }).click()
  await expect.element(opened.screen.getByRole('checkbox', { name: 'agent101' })).toBeVisible()
  const dialog = opened.screen.getByRole('dialog', { name: 'Confirm unbinding' })
  return {
    ...opened,
    dialog,
    unbind: dialog.getByRole('button', { name: 'Unbind', exact: true }),
    confirmation: dialog.getByRole('textbox', { name: 'Type the queue name to confirm' }),
    account: (name: string) => opened.screen.getByRole('checkbox', { name }),
    unbindSelected: opened.screen.getByRole('button', { name: 'Unbind selected' }),
    unbindAll: opened.screen.getByRole('button', { name: 'Unbind all…' }),
  }
}

describe('connecting', () => {
  const disconnected = { hasCredentials: false, managementAddress: '' }

  test('an empty form names every field and sends nothing', async () => {
    const { bridge, screen } = await open(disconnected)
    await screen.getByRole('button', { name: 'Connect' }).click()
    for (const name of ['Management address', 'App key', 'App secret']) {
      await expect.element(screen.getByRole('textbox', { name })).toHaveAccessibleDescription('Fill this in.')
    }
    expect(bridge.connectManagement).not.toHaveBeenCalled()
  })

  test('wrong keys are said and stay typed', async () => {
    const { bridge, screen } = await open({
      ...disconnected,
      demoAppKey: 'demo',
      demoAppSecret: 'demo-secret',
    })
    bridge.connectManagement.mockResolvedValueOnce(refused({ reason: 'wrong-app-key', retcode: '401' }))
    await screen.getByRole('textbox', { name: 'Management address' }).fill('mgmt.example')
    await screen.getByRole('button', { name: 'Connect' }).click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('App key or app secret is wrong.')
    expect(bridge.connectManagement).toHaveBeenCalledExactlyOnceWith({
      managementAddress: 'mgmt.example',
      appKey: 'demo',
      appSecret: 'demo-secret',
    })
    await expect.element(screen.getByRole('textbox', { name: 'App secret' })).toHaveValue('demo-secret')
  })
})

describe('reading', () => {
  test('a refusal is said and can be tried again', async () => {
    const { bridge, screen } = await open()
    bridge.readBindings.mockResolvedValueOnce(refused({ reason: 'no-right' }))
    await screen.getByRole('combobox', { name: 'Skill queue' }).click()
    await screen.getByRole('option', { name: 'Sales' }).click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('You have no right to do that.')
    await screen.getByRole('button', { name: 'Try again' }).click()
    await expect.element(screen.getByRole('checkbox', { name: 'agent102' })).toBeVisible()
  })

  test('a late answer for a queue that was left is dropped', async () => {
    const { bridge, screen } = await open()
    const late = deferred<ReturnType<typeof ok<QueueBindings>>>()
    bridge.readBindings.mockReturnValueOnce(late.promise)
    const combobox = screen.getByRole('combobox', { name: 'Skill queue' })
    await combobox.click()
    await screen.getByRole('option', { name: 'Sales' }).click()
    await combobox.click()
    await screen.getByRole('option', { name: 'Premium' }).click()
    await expect.element(screen.getByText('3 accounts bound')).toBeVisible()
    late.resolve(ok(bindings(3, [binding(199)])))
    await late.promise
    await expect.element(screen.getByRole('checkbox', { name: 'agent199' })).not.toBeInTheDocument()
  })

  test('each account tells its agent, its weights and whether it is online', async () => {
    const { account } = await openQueue()
    await expect
      .element(account('agent101'))
      .toHaveAccessibleDescription(/agent 101 · online.*agent 1, skill 10/)
    await expect.element(account('agent102')).toHaveAccessibleDescription(/agent 102 · not online/)
  })

  test('while the gateway is silent nobody is called online or not', async () => {
    const { bridge, account } = await openQueue()
    await expect.element(account('agent101')).toHaveAccessibleDescription(/agent 101 · online/)
    bridge.pushSnapshot(deskSnapshot({ revision: 2, session: doubtful }))
    for (const id of ['101', '102']) {
      await expect.element(account(`agent${id}`)).toHaveAccessibleDescription(/online state not known/)
    }
  })
})

describe('unbinding everyone', () => {
  test.each(['', 'technical support', 'Technical support ', 'Sales'])(
    '"%s" does not confirm',
    async (typed) => {
      const { bridge, dialog, unbind, unbindAll, confirmation } = await openQueue()
      await unbindAll.click()
      await expect.element(dialog).toMatchTextContent('This takes everyone off Technical support')
      await confirmation.fill(typed)
      await expect.element(unbind).toBeDisabled()
      ;(confirmation.element() as HTMLInputElement).form?.requestSubmit()
      expect(bridge.unbindAll).not.toHaveBeenCalled()
    },
  )

  test('the exact name enables it, is sent along, and the list is read again', async () => {
    const { bridge, dialog, unbind, unbindAll, confirmation } = await openQueue()
    bridge.unbindAll.mockResolvedValueOnce(ok(receipt({ scope: 'all' })))
    await unbindAll.click()
    await confirmation.fill('Technical support')
    await unbind.click()
    expect(bridge.unbindAll).toHaveBeenCalledExactlyOnceWith({ skillId: 2, typedName: 'Technical support' })
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.poll(() => bridge.readBindings.mock.calls.length).toBe(2)
    expect(bridge.unbindAgents).not.toHaveBeenCalled()
  })

  test('a refusal stays in the dialog', async () => {
    const { dialog, unbind, unbindAll, confirmation } = await openQueue()
    await unbindAll.click()
    await confirmation.fill('Technical support')
    await unbind.click()
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Not unbound')
  })

  test('the typed name is gone when the dialog opens again', async () => {
    const { dialog, unbind, unbindAll, confirmation } = await openQueue()
    await unbindAll.click()
    await confirmation.fill('Technical support')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await unbindAll.click()
    await expect.element(confirmation).toHaveValue('')
    await expect.element(unbind).toBeDisabled()
  })
})

describe('unbinding some', () => {
  test('nothing selected, nothing to press', async () => {
    const { unbindSelected } = await openQueue()
    await expect.element(unbindSelected).toBeDisabled()
  })

  test('the accounts are listed and sent by name', async () => {
    const { bridge, account, dialog, unbind, unbindSelected, confirmation } = await openQueue()
    bridge.unbindAgents.mockResolvedValueOnce(ok(receipt()))
    await account('agent103').click()
    await account('agent101').click()
    await unbindSelected.click()
    await expect
      .element(dialog)
      .toMatchTextContent(/takes 2 accounts off Technical support.*agent101.*agent103/)
    await expect.element(confirmation).not.toBeInTheDocument()
    await unbind.click()
    expect(bridge.unbindAgents).toHaveBeenCalledExactlyOnceWith({
      skillId: 2,
      accounts: ['agent101', 'agent103'],
    })
    expect(bridge.unbindAll).not.toHaveBeenCalled()
  })

  test('the name is asked for when main finds that the others are gone meanwhile', async () => {
    const { bridge, account, dialog, unbind, unbindSelected, confirmation } = await openQueue()
    bridge.unbindAgents.mockResolvedValueOnce({
      ok: false,
      error: { code: 'invalid-input', field: 'confirmation', problem: 'required' },
    })
    bridge.unbindAgents.mockResolvedValueOnce(ok(receipt()))
    await account('agent101').click()
    await unbindSelected.click()
    await unbind.click()
    await expect.element(confirmation).toBeVisible()
    await expect.element(unbind).toBeDisabled()
    await confirmation.fill('Technical support')
    await unbind.click()
    expect(bridge.unbindAgents).toHaveBeenLastCalledWith({
      skillId: 2,
      accounts: ['agent101'],
      typedName: 'Technical support',
    })
    await expect.element(dialog).not.toBeInTheDocument()
  })

  test('a selection that empties the queue must be named too', async () => {
    const { account, dialog, unbind, unbindSelected, confirmation } = await openQueue()
    for (const { account: name } of three) await account(name).click()
    await unbindSelected.click()
    await expect.element(dialog).toMatchTextContent('This empties Technical support')
    await expect.element(unbind).toBeDisabled()
    await expect.element(confirmation).toHaveFocus()
    await confirmation.fill('Technical support')
    await expect.element(unbind).toBeEnabled()
  })
})

describe('receipts', () => {
  test.each([
    ['unbound', 'Unbound', true],
    ['unknown', 'Outcome not known', true],
    ['undo-failed', 'Undo failed', true],
    ['refused', 'Refused', false],
    ['undone', 'Undone', false],
  ] as const)('"%s" reads "%s"; undo offered: %s', async (outcome, words, canUndo) => {
    const { screen } = await open({ receipts: [receipt({ outcome, undoable: canUndo ? 1 : 0 })] })
    await expect.element(screen.getByRole('region', { name: 'Unbindings' })).toMatchTextContent(words)
    expect(screen.getByRole('button', { name: 'Undo' }).elements()).toHaveLength(canUndo ? 1 : 0)
  })

  test('Undo asks for that receipt; accounts that failed are named', async () => {
    const { bridge, screen } = await open({
      receipts: [
        receipt({
          outcome: 'undo-failed',
          tally: { 'undo-refused': 1 },
          exceptions: [{ account: 'agent101', result: 'undo-refused', error: null }],
        }),
      ],
    })
    await expect.element(screen.getByText('agent101: could not be bound again')).toBeVisible()
    await screen.getByRole('button', { name: 'Undo' }).click()
    expect(bridge.undoUnbinding).toHaveBeenCalledExactlyOnceWith({ receiptId: 'r1' })
  })
})

test.each([
  [{ scope: 'all', skillId: 2 }, true],
  [{ scope: 'selected', skillId: 2, accounts: ['agent101'] }, false],
  [{ scope: 'selected', skillId: 2, accounts: ['agent101', 'agent102', 'agent103'] }, true],
] as const)('%j empties the queue: %s', (plan, empties) => {
  expect(emptiesQueue(plan, three)).toBe(empties)
})
