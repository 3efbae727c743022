/** Media types of a queue (cec_07_0416): the two the world uses. */
export const MEDIA_TYPE = { voice: 5, chat: 53 } as const

/** A skill queue of the only VDN. */
export interface Skill {
  readonly id: number
  readonly name: string
  readonly mediaType: number
}

const KNOWN: readonly Skill[] = [
  { id: 1, name: 'Billing', mediaType: MEDIA_TYPE.voice },
  { id: 2, name: 'Technical support', mediaType: MEDIA_TYPE.voice },
  { id: 3, name: 'Sales', mediaType: MEDIA_TYPE.voice },
  { id: 4, name: 'Premium', mediaType: MEDIA_TYPE.voice },
  { id: 5, name: 'Web chat', mediaType: MEDIA_TYPE.chat },
]

/** The first five queues have names; more are numbered voice queues. */
export function buildSkills(count: number): Skill[] {
  return Array.from(
    { length: count },
    (_, index) =>
      KNOWN[index] ?? { id: index + 1, name: `Service line ${index + 1}`, mediaType: MEDIA_TYPE.voice },
  )
}
