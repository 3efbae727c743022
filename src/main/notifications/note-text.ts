import type { AbsenceReport } from '../../shared/domain/absence.ts'
import type { NoticeContent } from '../../shared/domain/notice.ts'
import { describeCommandText } from '../../shared/commands/describe-command.ts'
import { failureText } from '../words/failure-text.ts'
import type { Words } from '../words/words.ts'
import type { DesktopNote } from './hidden-notices.ts'

/**
 * What is said on the desktop when no window is open, in the words of the window; null for notices that can wait. No
 * caller and no number is ever in it: notes of the operating system are seen by others and kept by it.
 */
export function noteText(content: NoticeContent, words: Words): DesktopNote | null {
  const title = 'Deskside'
  const { notices, sessionEnds, agentStates } = words.messages
  switch (content.kind) {
    case 'session-ended':
      return { title, body: notices.texts[content.kind].replace('{cause}', sessionEnds[content.cause]) }
    case 'linkage-failed':
      return { title, body: notices.texts[content.kind].replace('{result}', String(content.result)) }
    case 'state-forced':
      return { title, body: notices.texts[content.kind].replace('{state}', agentStates[content.state]) }
    case 'wish-dropped':
      return { title, body: droppedText(content, words) }
    case 'call-missed':
      return { title, body: notices.callMissedUnnamed }
    case 'queue-threshold':
      return { title, body: notices.queueUnnamed }
    case 'wish-failed':
      return { title, body: `${notices.wishes[content.wish]}: ${failureText(content.error, words)}` }
    case 'command':
      return { title, body: commandText(content, words) }
    case 'link-not-understood':
    case 'skills-differ':
    case 'rest-over':
    case 'password-change-forced':
      return { title, body: notices.texts[content.kind] }
    default:
      return null
  }
}

/** Of a command from outside the window; names of queues are not looked up, since others may read the note. */
function commandText(
  { command, outcome, error }: Extract<NoticeContent, { readonly kind: 'command' }>,
  words: Words,
): string {
  const unnamed = { queueName: () => null, reasonName: () => null }
  return words.sayCommand(`commands.outcome.${outcome}`, {
    command: describeCommandText(command, words.sayCommand, unnamed),
    why: error === null ? '' : failureText(error, words),
  })
}

function droppedText(
  { wish, states }: Extract<NoticeContent, { readonly kind: 'wish-dropped' }>,
  { messages: { notices, agentStates } }: Words,
): string {
  if (states === undefined) return notices.texts['wish-dropped'].replace('{wish}', notices.wishes[wish])
  return notices.stateDropped
    .replace('{asked}', agentStates[states.asked])
    .replace('{present}', agentStates[states.present])
}

/**
 * The same for the report of an absence; null when nothing changed that did not come from the agent. The end of the session
 * and dropped wishes are told as notices.
 */
export function absenceText(
  { changes, hasSessionEnded }: AbsenceReport,
  { tray, list }: Words,
): DesktopNote | null {
  const { title, body, changes: names } = tray.away
  const told = changes.flatMap(({ kind }) =>
    kind === 'wish-sent' || kind === 'wish-dropped' ? [] : [names[kind]],
  )
  if (hasSessionEnded || told.length === 0) return null
  return { title, body: body.replace('{changes}', list([...new Set(told)])) }
}
