import type { Page } from '@playwright/test'
import { settle } from '../support/stage/settle.ts'

/** WCAG 2.5.8. */
const leastTargetPx = 24

/** Controls that are smaller than 24 × 24 px, with their sizes. A box or a radio counts with its label. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  await settle(page)
  return page.evaluate((least) => {
    const roles = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'combobox', 'option', 'menuitem']
    const controls = document.querySelectorAll<HTMLElement>(
      `button, a[href], input, select, textarea, summary, ${roles.map((role) => `[role="${role}"]`).join()}`,
    )
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[inert]') !== null)
        return []
      const target = control.closest('label') ?? control
      const { width, height } = target.getBoundingClientRect()
      // What is only there for assistive technology is pressed by no finger.
      if (width <= 1 || height <= 1 || (width >= least - 0.5 && height >= least - 0.5)) return []
      const name = control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 40)
      return [`${control.tagName.toLowerCase()} “${name}”: ${Math.round(width)} × ${Math.round(height)}`]
    })
  }, leastTargetPx)
}

/**
 * Text of which a part cannot be seen, and parts that scroll sideways. Text that ends in an ellipsis is let through where its
 * whole is at hand: in the tool tip of the text or of the control around it.
 */
export async function lostText(page: Page): Promise<readonly string[]> {
  await settle(page)
  return page.evaluate(() => {
    const slack = 1.5
    const found = new Set<string>()
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').split(' ').slice(0, 3).join('.')}`

    for (const element of document.querySelectorAll('body, body *')) {
      const { overflowX } = getComputedStyle(element)
      const scrolls = overflowX === 'auto' || overflowX === 'scroll'
      if (scrolls && element.scrollWidth > element.clientWidth + slack)
        found.add(`scrolls sideways: ${nameOf(element)} (${element.scrollWidth} in ${element.clientWidth})`)
    }
    const { documentElement: root } = document
    if (root.scrollWidth > innerWidth + slack) found.add(`the window scrolls sideways: ${root.scrollWidth}`)

    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
      const { currentNode: node } = words
      const parent = node.parentElement
      const text = (node.textContent ?? '').trim()
      if (text === '' || parent?.checkVisibility({ visibilityProperty: true }) !== true) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()]
      let isWhole = false
      for (let box: Element | null = parent; box !== null; box = box.parentElement) {
        const style = getComputedStyle(box)
        const edge = box.getBoundingClientRect()
        // For ears only.
        if (style.clipPath.startsWith('inset') || edge.width <= 1) {
          isWhole = true
          break
        }
        const isHidden = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
        const isCutAside =
          isHidden(style.overflowX) &&
          lines.some(({ left, right }) => left < edge.left - slack || right > edge.right + slack)
        // A line of text is taller than its letters.
        const reach = 4
        const isCutBelow =
          isHidden(style.overflowY) &&
          lines.some(({ top, bottom }) => top < edge.top - reach || bottom > edge.bottom + reach)
        const hasWhole = box.closest('[title]') !== null
        if ((isCutAside || isCutBelow) && !hasWhole)
          found.add(`cut ${isCutAside ? 'aside' : 'below'}: “${text.slice(0, 50)}” by ${nameOf(box)}`)
        if (isCutAside || style.position === 'fixed') break
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') break
      }
      if (!isWhole && lines.some(({ left, right }) => left < -slack || right > innerWidth + slack))
        if (parent.closest('[title]') === null) found.add(`out of the window: “${text.slice(0, 50)}”`)
    }
    return [...found]
  })
}
