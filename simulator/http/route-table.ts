import type { Responder } from './exchange.ts'
import { badUrl, unknownPath, wrongVerb, type Route } from './route.ts'

interface Entry {
  readonly responder: Responder
  /** Names of the parameters, in their order in the path. */
  readonly names: readonly string[]
}

interface Node {
  readonly fixed: Map<string, Node>
  /** What follows any value in this place. */
  parameter: Node | null
  readonly byMethod: Map<string, Entry>
}

/** What answers a request, and the parameters of its path. */
export interface FoundRoute {
  readonly responder: Responder
  readonly params: Readonly<Record<string, string>>
}

const createNode = (): Node => ({ fixed: new Map(), parameter: null, byMethod: new Map() })

const noParams: Readonly<Record<string, string>> = {}

/** Finds routes as the HTTP server does, without it: fixed segments win over parameters, extra slashes do not matter. */
export class RouteTable {
  readonly #root = createNode()

  constructor(routes: readonly Route[]) {
    for (const route of routes) this.#add(route)
  }

  #add(route: Route): void {
    const segments = split(route.path)
    let node = this.#root
    for (const segment of segments) node = childFor(node, segment)
    const names = segments.filter(isParameter).map((segment) => segment.slice(1))
    for (const method of route.methods) node.byMethod.set(method, { responder: route, names })
  }

  /** @param path without query, percent-encoded */
  find(method: string, path: string): FoundRoute {
    const values: string[] = []
    const node = descend(this.#root, split(path), 0, values)
    if (node === null) return { responder: unknownPath, params: noParams }
    const entry = node.byMethod.get(method)
    if (entry === undefined) return { responder: wrongVerb, params: noParams }
    const params: Record<string, string> = {}
    for (const [index, name] of entry.names.entries()) {
      const value = decode(values[index] ?? '')
      if (value === null) return { responder: badUrl, params: noParams }
      params[name] = value
    }
    return { responder: entry.responder, params }
  }
}

const split = (path: string): string[] => path.split('/').filter((segment) => segment !== '')
const isParameter = (segment: string): boolean => segment.startsWith(':')

function childFor(node: Node, segment: string): Node {
  if (isParameter(segment)) return (node.parameter ??= createNode())
  const known = node.fixed.get(segment)
  if (known !== undefined) return known
  const child = createNode()
  node.fixed.set(segment, child)
  return child
}

/** Where a path ends; the values of its parameters are left in `values`. */
function descend(node: Node, segments: readonly string[], depth: number, values: string[]): Node | null {
  const segment = segments[depth]
  if (segment === undefined) return node.byMethod.size === 0 ? null : node
  const fixed = node.fixed.get(segment)
  const found = fixed === undefined ? null : descend(fixed, segments, depth + 1, values)
  if (found !== null || node.parameter === null) return found
  values.push(segment)
  const end = descend(node.parameter, segments, depth + 1, values)
  if (end === null) values.pop()
  return end
}

/** Null for what is no percent-encoding. */
function decode(value: string): string | null {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}
