import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { LogFields, Logger } from '../../../src/main/logging/logger.ts'
import { appHost, appScheme } from '../../../src/main/protocol/app-origin.ts'
import { createAppProtocol } from '../../../src/main/protocol/app-protocol.ts'
import { projectRoot } from '../child-process.ts'

/** A browser without a host knows no `app://`. */
const stageOrigin = `https://${appHost}.test`

/** A file that the page asks for and does not get is a fault of the build. */
const complaint: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: complain,
  error: complain,
  scope: () => complaint,
}
function complain(message: string, fields?: LogFields): void {
  throw new Error(`${message}: ${JSON.stringify(fields)}`)
}

/** Serves the built window to this page as the product's own protocol does, content security policy included. */
export async function serveBuiltPage(page: Page): Promise<string> {
  const answer = createAppProtocol(join(projectRoot, 'out', 'renderer'), complaint)
  await page.route(`${stageOrigin}/**`, async (route) => {
    const asked = route.request().url().replace(stageOrigin, `${appScheme}://${appHost}`)
    const response = await answer(new Request(asked))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
  return `${stageOrigin}/index.html`
}
