import { describe, expect, test } from 'vitest'
import type { TransferReceipt } from '../../../../shared/domain/waiting.ts'
import { noon, deskSnapshot } from '../../testing/snapshots.ts'
import { base, call, openWaiting, receipt } from './testing/open-queues.ts'

describe('receipts', () => {
  const outcomes = [
    ['in-progress', 'Moving…'],
    ['moved', 'Moved'],
    ['taken', 'Taken meanwhile'],
    ['gone', 'Gone before the move'],
    ['refused', 'Not moved'],
    ['unknown', 'Outcome not known'],
  ] as const

  test.each(outcomes)('"%s" reads "%s", in the list and in the row of the call', async (outcome, words) => {
    const { screen, table } = await openWaiting({ calls: [call], receipts: [receipt({ outcome })] })
    const receipts = screen.getByRole('region', { name: 'Recent transfers' })
    await expect.element(receipts).toMatchTextContent(words)
    await expect.element(receipts).toMatchTextContent('Billing to Technical support')
    await expect.element(table.getByRole('row').nth(1)).toMatchTextContent(words)
  })

  test.each<[Partial<TransferReceipt>, RegExp]>([
    [{ outcome: 'in-progress', answer: null }, /The gateway was asked\./],
    [{ outcome: 'in-progress', answer: 'none' }, /No answer came\. The queues are read again\./],
    [
      { outcome: 'moved', answer: 'none' },
      /No answer came, but the call was seen waiting in Technical support/,
    ],
    [{ outcome: 'taken', answer: 'accepted' }, /accepted, and the call waits in neither queue any more/],
    [{ outcome: 'gone', answer: 'refused' }, /said no: the call waits in Billing no more/],
    [{ outcome: 'gone', answer: 'none' }, /No answer came, and the call waits in Billing no more/],
    [
      { outcome: 'refused', answer: 'accepted' },
      /accepted, but as far as can be seen .* still waits in Billing/,
    ],
    [
      { outcome: 'unknown', answer: 'accepted' },
      /accepted\. Whether the call arrived .* could not be seen\./,
    ],
    [{ outcome: 'unknown', answer: 'none' }, /No answer came, and nothing shows where the call is\./],
  ])('%j claims no more than was seen', async (change, words) => {
    const { screen } = await openWaiting({ receipts: [receipt(change)] })
    await expect.element(screen.getByRole('region', { name: 'Recent transfers' })).toMatchTextContent(words)
  })

  test('accepted and unseen, an idle agent is told that he cannot see it', async () => {
    const { screen } = await openWaiting({
      isHiddenWhileIdle: true,
      receipts: [receipt({ outcome: 'unknown', answer: 'accepted' })],
    })
    await expect
      .element(screen.getByRole('region', { name: 'Recent transfers' }))
      .toMatchTextContent(/arrived in Technical support cannot be seen while you are idle/)
  })

  test('a receipt that becomes known changes in place', async () => {
    const { bridge, screen } = await openWaiting({
      receipts: [receipt({ outcome: 'in-progress', answer: null })],
    })
    const receipts = screen.getByRole('region', { name: 'Recent transfers' }).getByRole('listitem')
    await expect.element(receipts).toMatchTextContent('Moving…')
    const known = receipt({ outcome: 'taken', at: noon + 2000 })
    bridge.pushSnapshot(deskSnapshot({ revision: 2, waiting: { ...base, receipts: [known] } }))
    await expect.element(receipts).toMatchTextContent('Taken meanwhile')
    expect(receipts.elements()).toHaveLength(1)
  })
})
