import type { SkillQueue } from '../domain/skills.ts'

/** The queue with this ID or, when there is none, this exact name. Null when there is neither. */
export function findQueue(queues: readonly SkillQueue[], text: string): SkillQueue | null {
  return (
    queues.find(({ id }) => String(id) === text) ??
    queues.find(({ name }) => name === text) ??
    queues.find(({ name }) => name.trim() === text) ??
    null
  )
}
