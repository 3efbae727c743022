import { expect } from '@playwright/test'
import type { App } from './app.ts'

/** Answers the one save dialog that is open, or about to be, with this path. Needs the host's control port. */
export async function answerSaveDialog(app: App, path: string): Promise<void> {
  const dialogs = (): Promise<readonly { readonly id: number; readonly kind: string }[]> =>
    app.control('GET', '/dialogs')
  await expect.poll(async () => (await dialogs()).map(({ kind }) => kind)).toEqual(['save'])
  for (const { id } of await dialogs()) {
    await app.control('POST', `/dialogs/${String(id)}`, { filePaths: [path] })
  }
}
