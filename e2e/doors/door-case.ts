import type { Door } from '../../src/shared/domain/truth-line.ts'
import type { Route } from './routes.ts'
import type { DoorsStage } from './stage.ts'

/** A command, how it is asked for at each door, and what must reach the gateway. */
export interface DoorCase extends Route {
  /** Makes the situation in which it has something to do, before each door; its requests do not count. */
  readonly before?: (stage: DoorsStage) => Promise<void>
  /** Leaves the situation, after the last door. */
  readonly after?: (stage: DoorsStage) => Promise<void>
  /** Changing requests as the documents write them, and the body of the last one. */
  readonly lines: readonly string[]
  readonly body?: (stage: DoorsStage) => Promise<unknown>
  /** What else must be seen: of the window, where nothing reaches the gateway. */
  readonly seen?: (stage: DoorsStage) => Promise<void>
  /** Name under which the journal keeps it; null when it keeps nothing, since nothing was changed. */
  readonly journal: string | null
  /** Doors that do not offer it, each with the reason. */
  readonly notAt?: Partial<Readonly<Record<Door, string>>>
}

export const agreedMenu = 'the menu has the agreed items only (design §7)'
