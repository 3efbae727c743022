import type { HTTPMethods } from 'fastify'
import { REFUSED } from '../world/refusal.ts'
import { failed, refused } from './answer.ts'
import type { Responder } from './exchange.ts'

/** One interface of the server: its verbs (more than one where clients differ), path pattern and answer. */
export interface Route extends Responder {
  readonly methods: readonly HTTPMethods[]
  readonly path: string
}

/** The path is known, the verb is not. */
export const wrongVerb: Responder = { answer: () => failed(405, 'This interface does not support the verb') }

export const unknownPath: Responder = { answer: () => failed(404, 'There is no such interface') }

/** A path that cannot be decoded. */
export const badUrl: Responder = {
  answer: () => refused(REFUSED.badParameter('the path is not well-formed').refusal),
}

/** Routes of the same path, which differ in their verbs. */
export function groupByPath(routes: readonly Route[]): Map<string, Route[]> {
  const groups = new Map<string, Route[]>()
  for (const route of routes) {
    const group = groups.get(route.path)
    if (group === undefined) groups.set(route.path, [route])
    else group.push(route)
  }
  return groups
}
