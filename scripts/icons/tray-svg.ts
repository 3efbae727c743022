import type { TrayBadge } from '../../src/main/tray/tray-icons.ts'
import { drawBadge } from './badge.ts'
import type { Drawing } from './tray-drawings.ts'

const field = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${content}</svg>`

/** What is drawn in white is kept, what is drawn in black is cut out. */
const mask = (id: string, holes: string): string =>
  `<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" width="24" height="24"><rect width="24" height="24" fill="#fff"/>${holes}</mask>`

const strokes = (width: number, colour: string, content: string): string =>
  `<g fill="none" stroke="${colour}" stroke-width="${String(width)}" stroke-linecap="round" stroke-linejoin="round">${content}</g>`

/** A badge would hide outline and sign: the icon makes room for it. */
const besideBadge = (content: string): string => `<g transform="scale(.78)">${content}</g>`

/** In colours, for Windows and Linux. The white rim of the badge shows on a dark panel, its dark pill on a light one. */
export function colourIcon({ outline, sign, colour }: Drawing, badge: TrayBadge | null): string {
  const icon = `<g fill="${colour}" fill-rule="evenodd">${outline}</g>${strokes(3, '#fff', sign)}`
  if (badge === null) return field(icon)
  const { pill, gap, text } = drawBadge(badge)
  const rim = `<g fill="#fff">${gap}</g><g fill="#0b1220">${pill}</g>`
  return field(`${besideBadge(icon)}${rim}${strokes(2, '#fff', text)}`)
}

/** Black and clear, for the menu bar of macOS, which gives it the colour that fits. */
export function templateIcon({ outline, sign }: Drawing, badge: TrayBadge | null): string {
  const icon = `<g fill-rule="evenodd" mask="url(#sign)">${outline}</g>`
  const signHole = mask('sign', strokes(3, '#000', sign))
  if (badge === null) return field(`${signHole}${icon}`)
  const { pill, gap, text } = drawBadge(badge)
  const badgeHole = mask('badge', gap)
  const textHole = mask('text', strokes(2, '#000', text))
  const apart = `<g mask="url(#badge)">${besideBadge(icon)}</g>`
  return field(`${signHole}${badgeHole}${textHole}${apart}<g mask="url(#text)">${pill}</g>`)
}
