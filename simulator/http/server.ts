import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyReply,
  type HTTPMethods,
} from 'fastify'
import type { Server as HttpsServer } from 'node:https'
import type { Clock } from '../world/clock.ts'
import { failed } from './answer.ts'
import { arrive } from './arrival.ts'
import { runExchange, type ExchangeDependencies, type Responder } from './exchange.ts'
import { HttpWire } from './http-wire.ts'
import type { RequestLog } from './request-log.ts'
import { badUrl, groupByPath, unknownPath, wrongVerb, type Route } from './route.ts'

export type { Route } from './route.ts'

export interface ServerDependencies extends ExchangeDependencies {
  readonly clock: Clock
  readonly log: RequestLog
  /** Null serves plain HTTP. */
  readonly tls: { readonly key: string; readonly cert: string } | null
}

const ALL_METHODS: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']

/** Longest path parameter; ids and flags are checked by their interfaces, with their own codes. */
const LONGEST_PARAMETER = 8000

/** Builds the HTTP server of gateway and management service; the caller listens and closes. */
export function buildServer(
  dependencies: ServerDependencies,
  routes: readonly Route[],
): FastifyInstance<HttpsServer> {
  const app = fastify({
    // HTTP/1.1 only: HTTP/2 would lower-case Set-GUID, which some clients compare with its case.
    https: dependencies.tls,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: {
      ignoreDuplicateSlashes: true,
      ignoreTrailingSlash: true,
      maxParamLength: LONGEST_PARAMETER,
    },
    frameworkErrors: (_error, request, reply) => {
      void serve(dependencies, badUrl, request, reply)
    },
  })
  // agentbyskill is a GET that may have a body (cec_07_0414).
  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true })
  acceptAnyBody(app)
  for (const [path, group] of groupByPath(routes)) {
    for (const route of group) app.route(toRoute(dependencies, path, route.methods, route))
    const used = new Set(group.flatMap(({ methods }) => methods))
    const others = ALL_METHODS.filter((method) => !used.has(method))
    app.route(toRoute(dependencies, path, others, wrongVerb))
  }
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    // Only what Fastify finds before a handler runs: a body that is too long, a broken content length.
    const answer = failed(error.statusCode ?? 500, error.message, '000-006')
    return serve(dependencies, { answer: () => answer }, request, reply)
  })
  app.setNotFoundHandler((request, reply) => serve(dependencies, unknownPath, request, reply))
  return app
}

/**
 * Bodies stay text until an interface reads them: empty ones with a JSON content type are common, and what a client
 * calls its content does not matter, not even where the name is broken.
 */
function acceptAnyBody(app: FastifyInstance<HttpsServer>): void {
  app.addHook('onRequest', (request, _reply, next) => {
    delete request.raw.headers['content-type']
    next()
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body))
}

function toRoute(
  dependencies: ServerDependencies,
  url: string,
  methods: readonly HTTPMethods[],
  responder: Responder,
): {
  method: HTTPMethods[]
  url: string
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
} {
  return {
    method: [...methods],
    url,
    handler: (request, reply) => serve(dependencies, responder, request, reply),
  }
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

async function serve(
  dependencies: ServerDependencies,
  responder: Responder,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  reply.hijack()
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const { exchange, entry } = arrive(dependencies, {
    method: request.method,
    url: request.originalUrl,
    params: request.params as Readonly<Record<string, string>>,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, single(value)]),
    ),
    bodyText: typeof request.body === 'string' ? request.body : '',
    clientGone: gone.signal,
  })
  await runExchange(dependencies, responder, { exchange, wire: new HttpWire(reply.raw), entry })
}
