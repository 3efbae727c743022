import type { Page } from '@playwright/test'
import type { App } from './app.ts'
import { startProgram } from './child-process.ts'
import { appCommand } from './host.ts'

/** A second start with `--new-window`: it hands over to the running app and ends. Resolves with the new window's page. */
export async function openSecondWindow(app: App): Promise<Page> {
  const [context] = app.browser.contexts()
  if (context === undefined) throw new Error('the app has no window')
  const opened = context.waitForEvent('page')
  const second = startProgram([
    ...(await appCommand()),
    '--headless',
    ...['--user-data-dir', app.userData],
    '--new-window',
  ])
  const [page, code] = await Promise.all([opened, second.ended])
  if (code !== 0) throw new Error(`the second start ended with ${String(code)}:\n${second.output()}`)
  return page
}
