import type { AbsenceReport } from '../../shared/domain/absence.ts'
import type { NoticeContent } from '../../shared/domain/notice.ts'
import { agentStates } from '../../shared/i18n/en/desk.ts'
import { notices, sessionEnds } from '../../shared/i18n/en/notices.ts'
import { tray } from '../../shared/i18n/en/tray.ts'
import { failureText } from '../tray/failure-text.ts'
import type { DesktopNote } from './hidden-notices.ts'

/**
 * What is said on the desktop when no window is open, in the words of the window; null for notices that can wait. No
 * caller and no number is ever in it: notes of the operating system are seen by others and kept by it.
 */
export function noteText(content: NoticeContent): DesktopNote | null {
  const title = 'Deskside'
  switch (content.kind) {
    case 'session-ended':
      return { title, body: notices.texts[content.kind].replace('{cause}', sessionEnds[content.cause]) }
    case 'linkage-failed':
      return { title, body: notices.texts[content.kind].replace('{result}', String(content.result)) }
    case 'state-forced':
      return { title, body: notices.texts[content.kind].replace('{state}', agentStates[content.state]) }
    case 'wish-dropped':
      return { title, body: droppedText(content) }
    case 'call-missed':
      return { title, body: notices.callMissedUnnamed }
    case 'wish-failed':
      return { title, body: `${notices.wishes[content.wish]}: ${failureText(content.error)}` }
    case 'skills-differ':
    case 'rest-over':
    case 'password-change-forced':
      return { title, body: notices.texts[content.kind] }
    default:
      return null
  }
}

function droppedText({ wish, states }: Extract<NoticeContent, { readonly kind: 'wish-dropped' }>): string {
  if (states === undefined) return notices.texts['wish-dropped'].replace('{wish}', notices.wishes[wish])
  return notices.stateDropped
    .replace('{asked}', agentStates[states.asked])
    .replace('{present}', agentStates[states.present])
}

/**
 * The same for the report of an absence; null when nothing changed that did not come from the agent. The end of the session
 * and dropped wishes are told as notices.
 */
export function absenceText({ changes, hasSessionEnded }: AbsenceReport): DesktopNote | null {
  const { title, body, changes: names } = tray.away
  const told = changes.flatMap(({ kind }) =>
    kind === 'wish-sent' || kind === 'wish-dropped' ? [] : [names[kind]],
  )
  if (hasSessionEnded || told.length === 0) return null
  return { title, body: body.replace('{changes}', [...new Set(told)].join(', ')) }
}
