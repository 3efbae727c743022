import { createEvent } from '../electron/event.ts'
import type { Menu } from '../electron/menu.ts'
import type { ControlAnswer } from './answers.ts'

/**
 * Clicks the item at the end of a path of labels, as a person would: 404 naming the label that is not there, 409 when it,
 * or a submenu on the way, is disabled or leads nowhere.
 */
export function clickMenuPath(root: Menu | null, path: readonly string[]): ControlAnswer {
  let menu: Menu | undefined = root ?? undefined
  root?._settleRadioGroups()
  for (const [index, label] of path.entries()) {
    const item = menu?.items.find((candidate) => candidate.label === label && candidate.visible)
    if (item === undefined) return { status: 404, body: { error: `There is no menu item "${label}"`, label } }
    if (!item.enabled) {
      const reason = item.sublabel === '' ? {} : { reason: item.sublabel }
      return { status: 409, body: { error: `The menu item "${label}" is disabled`, label, ...reason } }
    }
    if (index < path.length - 1) {
      menu = item.submenu
      continue
    }
    if (item.submenu !== undefined) {
      return { status: 409, body: { error: `The menu item "${label}" is a submenu`, label } }
    }
    item.click(item, undefined, createEvent({ triggeredByAccelerator: false }))
    return { status: 200, body: { ok: true } }
  }
  return { status: 404, body: { error: 'The path is empty' } }
}
