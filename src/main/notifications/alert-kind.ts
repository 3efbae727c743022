import type { NoticeContent } from '../../shared/domain/notice.ts'
import type { AlertKind } from '../../shared/preferences/preference-schemas.ts'

/** Of which kind the alert for a notice is; null for what needs none: answers to what the agent asked for, and what can wait. */
export function alertKindOf(content: NoticeContent): AlertKind | null {
  switch (content.kind) {
    case 'session-ended':
    case 'password-change-forced':
    case 'linkage-failed':
    case 'skills-differ':
    case 'wish-dropped':
      return 'session-trouble'
    case 'call-missed':
    case 'state-forced':
    case 'rest-over':
      return content.kind
    case 'transfer':
      return 'transfer-result'
    case 'queue-threshold':
      // Amber calls for attention in the window; only red is worth a disturbance.
      return content.level === 'red' ? 'waiting-long' : null
    default:
      return null
  }
}
