import { describe, expect, test } from 'vitest'
import type { AppError } from '../../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { deferred } from '../../testing/stub-bridge.ts'
import { openActivity as open } from './testing/open-activity.ts'

describe('saving for support', () => {
  test('a failure says so, and the next try takes it back', async () => {
    const { bridge, journal } = await open([])
    bridge.saveJournal.mockResolvedValueOnce(err({ code: 'storage-failed' }))
    const button = journal.getByRole('button', { name: 'Save for support…' })
    await button.click()
    await expect.element(journal.getByRole('alert')).toMatchTextContent(/could not be saved.*free disk space/)
    await button.click()
    await expect.element(journal.getByRole('alert')).not.toBeInTheDocument()
  })

  test('no choice says nothing', async () => {
    const { bridge, journal } = await open([])
    await journal.getByRole('button', { name: 'Save for support…' }).click()
    await expect.poll(() => bridge.saveJournal.mock.calls.length).toBe(1)
    await expect.element(journal.getByRole('status', { name: 'Save for support…' })).toBeEmptyDOMElement()
  })

  test('shows that it is under way, and then where the file is', async () => {
    const answer = deferred<Result<string | null, AppError>>()
    const { bridge, journal } = await open([])
    bridge.saveJournal.mockReturnValueOnce(answer.promise)
    await journal.getByRole('button', { name: 'Save for support…' }).click()
    await expect
      .element(journal.getByRole('button', { name: 'Saving…' }))
      .toHaveAttribute('aria-disabled', 'true')
    answer.resolve(ok('/home/agent/Documents/log.txt'))
    await expect
      .element(journal.getByRole('status', { name: 'Save for support…' }))
      .toMatchTextContent('/home/agent/Documents/log.txt')
    await expect.element(journal.getByRole('button', { name: 'Save for support…' })).toBeEnabled()
  })
})
