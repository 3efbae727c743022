import { expect } from 'vitest'
import type { AppError } from '../../../../../shared/app-error.ts'
import type { JournalEntry } from '../../../../../shared/domain/journal.ts'
import { ok, type Result } from '../../../../../shared/result.ts'
import { renderApp } from '../../../testing/render-app.ts'
import { deskSnapshot } from '../../../testing/snapshots.ts'
import { stubBridge } from '../../../testing/stub-bridge.ts'

export type Answer = Result<readonly JournalEntry[], AppError>

/** Shows the activity view with these lines in main's log. */
export async function openActivity(
  entries: readonly JournalEntry[] | Promise<Answer>,
  prepare: (bridge: ReturnType<typeof stubBridge>) => void = () => undefined,
) {
  const bridge = stubBridge(deskSnapshot())
  bridge.readJournal.mockImplementation(({ before, limit }) => {
    if ('then' in entries) return entries
    return Promise.resolve(ok(entries.filter(({ id }) => before === null || id < before).slice(0, limit)))
  })
  prepare(bridge)
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Activity' }).click()
  const journal = screen.getByRole('region', { name: 'Activity' })
  const diagnostics = screen.getByRole('region', { name: 'Connection figures' })
  await expect.element(journal).toBeVisible()
  /** Shows the figures in the place of the log. */
  const showFigures = () => screen.getByRole('radio', { name: 'Connection figures' }).click()
  return { bridge, screen, journal, diagnostics, showFigures, lines: journal.getByRole('listitem') }
}
