import type { NoticeContent } from '../../shared/domain/notice.ts'
import type { AlertKind } from '../../shared/preferences/preference-schemas.ts'
import type { Words } from '../words/words.ts'
import type { DesktopNote } from './hidden-notices.ts'
import { noteText } from './note-text.ts'

/** The note for a notice that is an alert; callers and queues are not named where others may read them. */
export function alertNote(content: NoticeContent, words: Words): DesktopNote | null {
  if (content.kind !== 'transfer') return noteText(content, words)
  const { title, outcomes } = words.messages.alerts.notes.transfer
  return { title, body: outcomes[content.outcome] }
}

/** One note for several alerts of a kind. */
export function moreOf(kind: AlertKind, count: number, words: Words): DesktopNote {
  const { kinds, notes } = words.messages.alerts
  const number = new Intl.NumberFormat(words.language).format(count)
  return { title: kinds[kind].name, body: notes.more.replace('{count}', number) }
}

/** What a test of a kind shows. */
export function testNote(kind: AlertKind, words: Words): DesktopNote {
  const { kinds, notes } = words.messages.alerts
  return { title: kinds[kind].name, body: notes.test }
}
