import type { Page } from '@playwright/test'

type Change = Readonly<Record<string, unknown>>

/** Changes preferences as the settings of the window do. */
export async function changePreferences(page: Page, change: Change): Promise<void> {
  const answer = await page.evaluate(
    (changes) =>
      (
        window as unknown as { deskside: { changePreferences(changes: Change): Promise<{ ok: boolean }> } }
      ).deskside.changePreferences(changes),
    change,
  )
  if (!answer.ok) throw new Error('preferences were not changed')
}

/**
 * Takes the moment away in which a click is not obeyed after something has changed by itself. Where that is not what is
 * looked at, a test would have to guess when it is over.
 */
export const openGuard = (page: Page): Promise<void> => changePreferences(page, { guardMs: 0 })
