import type { DeskSnapshot } from '../domain/desk-snapshot.ts'
import type { Preferences } from '../preferences/preference-schemas.ts'
import type { CommandNames } from './describe-command.ts'
import { findQueue } from './find-queue.ts'

/** Where the names stand that people gave to queues and reasons. */
export interface NamedThings {
  readonly queues: DeskSnapshot['queues']
  /** Reasons of a rest are the gateway's. */
  readonly restReasons: DeskSnapshot['agentState']['restReasons']
  /** Reasons of busy are this desk's. */
  readonly busyReasons: Preferences['busyReasons']
}

/** The names that queues and reasons have now; every door calls them the same. */
export function commandNames({ queues, restReasons, busyReasons }: NamedThings): CommandNames {
  return {
    queueName: (queue) => findQueue(queues, queue)?.name ?? null,
    reasonName: (state, code) =>
      (state === 'busy'
        ? busyReasons.find((reason) => reason.code === code)?.name
        : restReasons.find(({ id }) => id === code)?.text) ?? null,
  }
}
