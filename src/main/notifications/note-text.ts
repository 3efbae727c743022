import type { NoticeContent } from '../../shared/domain/notice.ts'
import { notices, sessionEnds } from '../../shared/i18n/en/notices.ts'
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
    case 'skills-differ':
    case 'rest-over':
    case 'password-change-forced':
      return { title, body: notices.texts[content.kind] }
    default:
      return null
  }
}
