import type { Page, Request } from '@playwright/test'

/** Files that a page has asked for and does not have yet, by page. */
const underWay = new WeakMap<Page, Set<Request>>()

/** Counts from now on what a page waits for; without it {@link settle} looks at letters and document only. */
export function watchRequests(page: Page): void {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/**
 * Resolves when nothing is still to come: no file is under way, such as a part of the window that is loaded when it is
 * needed, all letters are there, and the document has stayed as it is for two frames.
 */
export async function settle(page: Page): Promise<void> {
  do await page.evaluate(quietFrames)
  while ((underWay.get(page)?.size ?? 0) > 0)
}

/** Runs in the page. */
async function quietFrames(): Promise<void> {
  let changes = 0
  const observer = new MutationObserver((records) => {
    changes += records.length
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  // What never comes to rest is left to the comparison, which says so.
  for (let quiet = 0, frames = 0; quiet < 2 && frames < 120; frames += 1) {
    const before = changes
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(resolve))
    quiet = changes === before ? quiet + 1 : 0
  }
  observer.disconnect()
}
