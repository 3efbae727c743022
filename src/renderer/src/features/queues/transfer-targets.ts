import type { SkillQueue } from '../../../../shared/domain/skills.ts'
import type { WaitingCall } from '../../../../shared/domain/waiting.ts'

/**
 * The queues a waiting call may be moved to: every other queue that takes the same kind of contact. The kind is the source
 * queue's; the call's own is used while that queue is not known.
 */
export function transferTargets(
  call: Pick<WaitingCall, 'skillId' | 'mediaType'>,
  queues: readonly SkillQueue[],
): readonly SkillQueue[] {
  const source = queues.find((queue) => queue.id === call.skillId)
  const mediaType = source?.mediaType ?? call.mediaType
  return queues.filter((queue) => queue.id !== call.skillId && queue.mediaType === mediaType)
}
