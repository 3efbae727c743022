import { describe, expect, test } from 'vitest'
import type { AccountLine } from '../../../../shared/domain/supervisor.ts'
import { ok } from '../../../../shared/result.ts'
import { refused } from '../../testing/stub-bridge.ts'
import { binding, openPage, receipt } from './testing/supervisor-page.ts'

const open = async (...receipts: readonly Parameters<typeof receipt>[0][]) => {
  const opened = await openPage({ supervisor: { receipts: receipts.map((change) => receipt(change)) } })
  return { ...opened, list: opened.screen.getByRole('region', { name: 'Unbindings' }) }
}

test.each([
  ['unbound', 'Unbound', 1],
  ['partly', 'Unbound in part', 1],
  ['unknown', 'Outcome not known', 1],
  ['stopped', 'Stopped', 1],
  ['undo-failed', 'Undo failed', 1],
  ['undo-stopped', 'Undo stopped', 1],
  ['unbound', 'Unbound', 0],
  ['refused', 'Refused', 0],
  ['undone', 'Undone', 0],
  ['nothing-to-undo', 'Nothing left to undo', 0],
] as const)('"%s" reads "%s"; accounts an undo would bind: %s', async (outcome, words, undoable) => {
  const { screen, list } = await open({ outcome, undoable })
  await expect.element(list).toMatchTextContent(words)
  expect(screen.getByRole('button', { name: 'Undo' }).elements()).toHaveLength(undoable)
})

test('a stop that waits for an answer is said wherever the unbinding is', async () => {
  const { list } = await open({
    outcome: 'unbinding',
    isStopping: true,
    count: 45,
    progress: { done: 20, of: 45 },
  })
  await expect.element(list.getByRole('listitem')).toMatchTextContent(/^Stopping…/)
  await expect
    .element(list.getByRole('progressbar', { name: 'Stopping…' }))
    .toHaveAttribute('aria-valuetext', '20 of 45')
  await expect
    .element(list.getByRole('button', { name: 'Stopping…' }))
    .toHaveAttribute('aria-disabled', 'true')
  await expect.element(list.getByText('Unbinding…')).not.toBeInTheDocument()
})

describe('several', () => {
  test('the newest and what is under way are shown; the earlier ones on demand', async () => {
    const { list } = await open(
      { id: 'r3', outcome: 'undone', undoable: 0 },
      { id: 'r2', outcome: 'undoing', undoable: 0 },
      { id: 'r1', outcome: 'unbound' },
    )
    const outcomes = () =>
      list
        .getByRole('listitem')
        .elements()
        .map((item) => /^\w+/.exec(item.textContent.trim())?.[0])
    expect(outcomes()).toEqual(['Undone', 'Undoing'])
    const earlier = list.getByRole('button', { name: 'One earlier unbinding' })
    await expect.element(earlier).toHaveAttribute('aria-expanded', 'false')
    await earlier.click()
    expect(outcomes()).toEqual(['Undone', 'Undoing', 'Unbound'])
    await earlier.click()
    expect(outcomes()).toEqual(['Undone', 'Undoing'])
  })

  test('stand before the list: what was just done is not below thousands of rows', async () => {
    const { list } = await open({})
    const heading = list.getByRole('heading', { name: 'Unbindings' }).element()
    const form = document.querySelector('[role="tabpanel"] [role="combobox"]')
    expect(form === null ? 0 : heading.compareDocumentPosition(form)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })
})

describe('in parts', () => {
  const partly = {
    outcome: 'partly',
    count: 45,
    tally: { unbound: 29, refused: 12, 'not-bound': 4 },
    exceptions: [
      { account: 'agent105', result: 'refused', error: { code: 'refused', reason: 'platform-refused' } },
      { account: 'agent199', result: 'not-bound', error: null },
    ],
    error: { code: 'refused', reason: 'platform-refused' },
  } as const

  test('the figures, the exceptions with their reasons, and how many more there are', async () => {
    const { list } = await open(partly)
    await expect.element(list).toMatchTextContent(/4 not bound any more · 29 unbound · 12 refused/)
    await expect.element(list).toMatchTextContent(/agent105: refused\. The call platform refused\./)
    await expect.element(list).toMatchTextContent(/agent199: was not bound any more/)
    await expect.element(list).toMatchTextContent(/14 more/)
  })

  test('every account is shown on demand; a failure can be tried again', async () => {
    const { bridge, list } = await open(partly)
    const line = (id: number, change: Partial<AccountLine> = {}): AccountLine => ({
      ...binding(id),
      result: 'unbound',
      error: null,
      ...change,
    })
    bridge.readUnbindReport.mockResolvedValueOnce(refused({ reason: 'nothing-found' }))
    bridge.readUnbindReport.mockResolvedValueOnce(
      ok({ receiptId: 'r1', lines: [line(101), line(105, { result: 'refused' })] }),
    )
    await list.getByRole('button', { name: 'All accounts' }).click()
    await list.getByRole('button', { name: 'Try again' }).click()
    const accounts = list.getByRole('group', { name: 'All accounts' })
    await expect.element(accounts).toMatchTextContent(/agent101\s*unbound\s*agent105\s*refused/)
    expect(bridge.readUnbindReport).toHaveBeenLastCalledWith({ receiptId: 'r1' })
  })

  test('of thousands only those in sight are drawn', async () => {
    const { bridge, list } = await open({ count: 5_000, tally: { unbound: 5_000 } })
    const lines = Array.from({ length: 5_000 }, (_, nth): AccountLine => ({
      ...binding(101 + nth),
      result: 'unbound',
      error: null,
    }))
    bridge.readUnbindReport.mockResolvedValueOnce(ok({ receiptId: 'r1', lines }))
    await list.getByRole('button', { name: 'All accounts' }).click()
    const items = list.getByRole('group', { name: 'All accounts' }).getByRole('listitem')
    await expect.element(items.first()).toMatchTextContent('agent101')
    expect(items.elements().length).toBeLessThan(40)
  })
})

test('Undo asks for that receipt, and the list is read again', async () => {
  const { bridge, screen } = await open({
    outcome: 'undo-failed',
    tally: { 'undo-refused': 1 },
    exceptions: [{ account: 'agent101', result: 'undo-refused', error: null }],
  })
  await expect.element(screen.getByText('agent101: could not be bound again')).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  expect(bridge.undoUnbinding).toHaveBeenCalledExactlyOnceWith({ receiptId: 'r1' })
})

test('who was bound anew by somebody else is named', async () => {
  const { list } = await open({
    outcome: 'undone',
    count: 2,
    tally: { 'bound-again': 1, 'bound-elsewhere': 1 },
    exceptions: [{ account: 'agent102', result: 'bound-elsewhere', error: null }],
    undoable: 0,
  })
  await expect.element(list).toMatchTextContent(/agent102: bound anew by somebody else; left as it is/)
})
