const SECRET_NAME = /password|pwd|secret/i
const SECRET_IN_QUERY = /((?:^|[?&;])[^=&;]*(?:password|pwd|secret)[^=&;]*=)[^&;]*/gi

function maskFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskFields)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, SECRET_NAME.test(name) ? '***' : maskFields(field)]),
  )
}

/**
 * A body for the request log: parsed JSON with passwords and secrets masked; null when there is none. Text that
 * is not JSON is only measured, since a secret in it could not be recognised.
 */
export function maskBody(text: string): unknown {
  if (text === '') return null
  try {
    return maskFields(JSON.parse(text) as unknown)
  } catch {
    return `<${Buffer.byteLength(text)} bytes, not JSON>`
  }
}

/** A raw query string, unchanged but for the values of passwords and secrets. */
export const maskQuery = (query: string): string => query.replace(SECRET_IN_QUERY, '$1***')
