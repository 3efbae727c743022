import { readFile, realpath } from 'node:fs/promises'
import type { Logger } from '../logging/logger.ts'
import { securityHeaders } from './content-security-policy.ts'
import { mimeTypeOf } from './mime-types.ts'
import { isInside, resolveAsset } from './resolve-asset.ts'

/**
 * Answers requests to the app's own origin with the built page in `root`. Never rejects: a refusal is an empty answer
 * with a status, and the reason is logged.
 */
export function createAppProtocol(root: string, log: Logger): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405, request, log)
    const path = resolveAsset(request.url, root)
    if (path === null) return refuse(403, request, log)
    const type = mimeTypeOf(path)
    if (type === null) return refuse(403, request, log)
    try {
      // A link inside the folder must not lead out of it.
      const [real, realRoot] = await Promise.all([realpath(path), realpath(root)])
      if (!isInside(real, realRoot)) return refuse(403, request, log)
      const body = await readFile(real)
      return new Response(body, { headers: { ...securityHeaders, 'Content-Type': type } })
    } catch (error) {
      if (isMissing(error)) return refuse(404, request, log)
      log.error('file could not be read', { path, error })
      return empty(500)
    }
  }
}

function refuse(status: 403 | 404 | 405, request: Request, log: Logger): Response {
  log.warn('request refused', { status, method: request.method, url: request.url })
  return empty(status)
}

function empty(status: number): Response {
  return new Response(null, { status, headers: securityHeaders })
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR')
  )
}
