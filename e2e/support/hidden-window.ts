import { expect } from '@playwright/test'
import type { App } from './app.ts'

/** Whether any window of the app is on the screen. */
export const isVisible = async (app: App): Promise<boolean> =>
  (await app.control<readonly { visible: boolean }[]>('GET', '/windows')).some((window) => window.visible)

/** Closes the window as a person does, which leaves the app in the tray. */
export async function hideWindow(app: App): Promise<void> {
  const [window] = await app.control<readonly { id: number }[]>('GET', '/windows')
  await app.control('POST', `/windows/${window!.id}/close`)
  await expect.poll(() => isVisible(app)).toBe(false)
}
