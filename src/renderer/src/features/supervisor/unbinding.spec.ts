import { describe, expect, test } from 'vitest'
import type { UnbindReceipt } from '../../../../shared/domain/supervisor.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import type { AppError } from '../../../../shared/app-error.ts'
import { deskSnapshot, rosterAgent, rosterSnapshot } from '../../testing/snapshots.ts'
import { deferred, refused } from '../../testing/stub-bridge.ts'
import { answerOf, binding, bindingsOf, openQueue, receipt } from './testing/supervisor-page.ts'

describe('unbinding everyone', () => {
  test.each(['', 'technical support', 'Technical suppor', 'Sales'])(
    '"%s" does not confirm',
    async (typed) => {
      const { bridge, dialog, unbind, unbindAll, confirmation } = await openQueue()
      await unbindAll.click()
      await expect
        .element(dialog)
        .toMatchTextContent('This takes everyone off Technical support: 3 accounts.')
      await confirmation.fill(typed)
      await expect.element(dialog.getByRole('table')).toBeVisible()
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
    await expect.poll(() => bridge.readBindings.mock.calls.length).toBe(3)
    expect(bridge.unbindAgents).not.toHaveBeenCalled()
  })

  test('blanks around the name, which nobody sees, do not matter', async () => {
    const { unbind, unbindAll, confirmation } = await openQueue()
    await unbindAll.click()
    await confirmation.fill(' Technical support ')
    await expect.element(unbind).toBeEnabled()
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

  test('who was bound meanwhile is named, and goes too', async () => {
    const { bridge, dialog, unbindAll } = await openQueue()
    bridge.readBindings.mockResolvedValueOnce(ok(answerOf([...bindingsOf(3).slice(1), binding(150)])))
    await unbindAll.click()
    await expect.element(dialog).toMatchTextContent(/Not bound any more, and left out: agent101\./)
    await expect.element(dialog).toMatchTextContent(/Bound since then, and taken off too: agent150\./)
  })
})

describe('before anything is sent', () => {
  test('nothing selected, nothing to press', async () => {
    const { unbindSelected } = await openQueue()
    await expect.element(unbindSelected).toBeDisabled()
  })

  test('bindings and roster are read again, and until then nothing can be pressed', async () => {
    const { bridge, account, dialog, unbind, unbindSelected } = await openQueue()
    const late = deferred<Awaited<ReturnType<typeof bridge.readBindings>>>()
    bridge.readBindings.mockReturnValueOnce(late.promise)
    await account('agent102').click()
    await unbindSelected.click()
    await expect.element(dialog).toMatchTextContent('Reading who is bound')
    await expect.element(unbind).toBeDisabled()
    expect(bridge.refreshRoster).toHaveBeenCalledOnce()
    late.resolve(ok(answerOf(bindingsOf(3))))
    await expect.element(unbind).toBeEnabled()
  })

  test('bindings that cannot be read are said, and can be tried again', async () => {
    const { bridge, account, dialog, unbind, unbindSelected } = await openQueue()
    bridge.readBindings.mockResolvedValueOnce(refused({ reason: 'no-right' }))
    await account('agent102').click()
    await unbindSelected.click()
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('You have no right to do that.')
    await expect.element(unbind).toBeDisabled()
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect.element(unbind).toBeEnabled()
  })

  test('the heads are counted', async () => {
    const { account, dialog, unbindSelected } = await openQueue({
      rows: bindingsOf(5),
      agents: [
        rosterAgent({ agentId: '101', state: 'talking' }),
        rosterAgent({ agentId: '102' }),
        rosterAgent({ agentId: '103' }),
        rosterAgent({ agentId: '104', skillIds: [1] }),
      ],
    })
    for (const name of ['agent101', 'agent102', 'agent104']) await account(name).click()
    await unbindSelected.click()
    const row = (name: string) => dialog.getByRole('row', { name: new RegExp(`^${name}`) })
    await expect.element(row('Now')).toMatchTextContent(/5\s*3$/)
    await expect.element(row('Taken off')).toMatchTextContent(/3\s*2$/)
    await expect.element(row('Stay')).toMatchTextContent(/2\s*1$/)
    await expect.element(dialog).toMatchTextContent('One of them is in a call now.')
  })

  test('who is not bound any more drops out and is named', async () => {
    const { bridge, account, dialog, unbind, unbindSelected } = await openQueue()
    bridge.unbindAgents.mockResolvedValueOnce(ok(receipt()))
    await account('agent102').click()
    await account('agent103').click()
    bridge.readBindings.mockResolvedValueOnce(ok(answerOf([binding(101), binding(103), binding(150)])))
    await unbindSelected.click()
    await expect.element(dialog).toMatchTextContent(/left out: agent102\..*not chosen: agent150\./)
    await unbind.click()
    expect(bridge.unbindAgents).toHaveBeenCalledExactlyOnceWith({ skillId: 2, accounts: ['agent103'] })
  })

  test('when nobody of the chosen is bound any more, nothing can be pressed', async () => {
    const { bridge, account, dialog, unbind, unbindSelected } = await openQueue()
    await account('agent102').click()
    bridge.readBindings.mockResolvedValueOnce(ok(answerOf([binding(101)])))
    await unbindSelected.click()
    await expect.element(dialog).toMatchTextContent('There is nothing to unbind.')
    await expect.element(unbind).toBeDisabled()
  })
})

describe('unbinding some', () => {
  test('the accounts are listed and sent by name', async () => {
    const { bridge, account, dialog, unbind, unbindSelected, confirmation } = await openQueue({
      rows: bindingsOf(4),
      agents: [rosterAgent({ agentId: '101' }), rosterAgent({ agentId: '104' })],
    })
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

  test.each([
    ['empties the queue', ['agent101', 'agent102', 'agent103'], 'This empties Technical support'],
    ['leaves nobody online', ['agent101', 'agent103'], 'Nobody who is signed in to Technical support now'],
  ])('a selection that %s must be named too', async (_what, names, words) => {
    const { bridge, account, dialog, unbind, unbindSelected, confirmation } = await openQueue()
    bridge.unbindAgents.mockResolvedValueOnce(ok(receipt()))
    for (const name of names) await account(name).click()
    await unbindSelected.click()
    await expect.element(dialog).toMatchTextContent(words)
    await expect.element(unbind).toBeDisabled()
    await expect.element(confirmation).toHaveFocus()
    await confirmation.fill('Technical support')
    await unbind.click()
    expect(bridge.unbindAgents).toHaveBeenCalledExactlyOnceWith({
      skillId: 2,
      accounts: names,
      typedName: 'Technical support',
    })
  })

  test('a lack that shows only now must be named too', async () => {
    const { bridge, account, unbind, unbindSelected, confirmation } = await openQueue()
    await account('agent101').click()
    await unbindSelected.click()
    await expect.element(unbind).toBeEnabled()
    bridge.pushRoster(rosterSnapshot([rosterAgent({ agentId: '101' })], { revision: 2 }))
    await expect.element(unbind).toBeDisabled()
    await confirmation.fill('Technical support')
    await expect.element(unbind).toBeEnabled()
  })

  test('the name is asked for when main finds a lack that the window does not see', async () => {
    const { bridge, account, dialog, unbind, unbindSelected, confirmation } = await openQueue()
    bridge.unbindAgents.mockResolvedValueOnce(
      err({ code: 'invalid-input', field: 'confirmation', problem: 'required' }),
    )
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
})

describe('while it goes on', () => {
  async function start() {
    const opened = await openQueue()
    const { bridge, account, unbind, unbindSelected, view } = opened
    const done = deferred<Result<UnbindReceipt, AppError>>()
    bridge.unbindAgents.mockReturnValueOnce(done.promise)
    await account('agent102').click()
    await unbindSelected.click()
    await unbind.click()
    let revision = 2
    const tell = (change: Partial<UnbindReceipt>) =>
      bridge.pushSnapshot(
        deskSnapshot({ revision: revision++, supervisor: { ...view, receipts: [receipt(change)] } }),
      )
    tell({ outcome: 'unbinding', progress: { done: 20, of: 45 }, undoable: 0 })
    return { ...opened, done, tell }
  }

  test('the dialog shows how far it is and can stop it', async () => {
    const { bridge, dialog, done, tell } = await start()
    await expect
      .element(dialog.getByRole('progressbar', { name: 'Unbinding…' }))
      .toHaveAttribute('aria-valuetext', '20 of 45')
    await dialog.getByRole('button', { name: 'Stop' }).click()
    expect(bridge.stopUnbinding).toHaveBeenCalledExactlyOnceWith({ receiptId: 'r1' })
    tell({ outcome: 'unbinding', isStopping: true, progress: { done: 20, of: 45 }, undoable: 0 })
    const stopping = dialog.getByRole('button', { name: 'Stopping…' })
    await expect.element(stopping).toHaveAttribute('aria-disabled', 'true')
    await expect.element(dialog.getByRole('progressbar', { name: 'Stopping…' })).toBeVisible()
    tell({ outcome: 'stopped', tally: { unbound: 40, 'not-sent': 5 }, count: 45, undoable: 40 })
    done.resolve(ok(receipt()))
    await expect.element(dialog).not.toBeInTheDocument()
  })

  test('the dialog may be closed: the receipt goes on, and can stop it too', async () => {
    const { bridge, screen, dialog, done } = await start()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    const receipts = screen.getByRole('region', { name: 'Unbindings' })
    await expect.element(receipts.getByRole('progressbar', { name: 'Unbinding…' })).toBeVisible()
    await receipts.getByRole('button', { name: 'Stop' }).click()
    expect(bridge.stopUnbinding).toHaveBeenCalledExactlyOnceWith({ receiptId: 'r1' })
    bridge.readBindings.mockClear()
    done.resolve(ok(receipt()))
    await expect.poll(() => bridge.readBindings.mock.calls.length).toBe(1)
  })
})
