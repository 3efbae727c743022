import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axeCore from 'axe-core'
import { settle } from '../support/stage/settle.ts'

declare global {
  interface Window {
    readonly axe: typeof axeCore
  }
}

/** WCAG 2.0 to 2.2, levels A and AA, and what the makers of axe hold for good practice. */
const rules: string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Brings axe into a page; once is enough for all its colours. Past the page's policy, as the DevTools do. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(await source)
}

/** What depends on colours alone. */
export const colourRules: readonly string[] = ['color-contrast', 'link-in-text-block']

/**
 * What axe objects to in the page as it is now: rule, help and the elements, one line per rule. `all-but-contrast` is for
 * forced colours: axe reads the colour of text from `-webkit-text-fill-color`, which tells the page's own colour there and
 * not the one that is drawn.
 */
export async function findings(
  page: Page,
  asked: 'all' | 'all-but-contrast' | readonly string[] = 'all',
): Promise<readonly string[]> {
  await settle(page)
  const isSome = typeof asked !== 'string'
  const { violations } = await page.evaluate(
    ([type, values, hasContrast]) =>
      window.axe.run(document, {
        runOnly: { type, values },
        rules: { 'color-contrast': { enabled: hasContrast } },
        resultTypes: ['violations'],
      }),
    [isSome ? 'rule' : 'tag', isSome ? [...asked] : rules, asked !== 'all-but-contrast'] as const,
  )
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`)
    return `${id}: ${help}: ${where.join('; ')}`.replaceAll(/\s+/g, ' ')
  })
}
