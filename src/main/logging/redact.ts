/*
 * What must never reach a log: secrets, tokens, and the numbers and names of people. By field name, because a phone
 * number looks like any number; and by pattern, for texts that quote something.
 */

const mask = '[redacted]'

const secretName =
  /pass(?:word|wd|phrase)|secret|token|guid|jsessionid|authori[sz]ation|cookie|credential|app_?key|^phone$|phone_?(?:no|number)|caller|called|^ani$|^dnis$/i

/** Names that contain one of the words above and hold no secret. */
const harmlessName = /^(?:is|has|can)[A-Z]|phoneLinkage|^isLinked$/

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${mask}`],
  [/\b(JSESSIONID|Guid|Set-GUID|AccessToken|access_token)(["']?\s*[=:]\s*["']?)[\w.~+/=-]+/gi, `$1$2${mask}`],
  [
    /\b(password|passwd|secret|app_?secret|app_?key|token|phone(?:num(?:ber)?)?)(["']?\s*[=:]\s*["']?)[^\s"',;&}]+/gi,
    `$1$2${mask}`,
  ],
  // user:password@ in an address
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${mask}@`],
  // Telephone numbers: seven digits or more, with the usual separators. Time stamps of 13 digits fall under it too;
  // losing one costs less than keeping a caller's number.
  [/(?<![\w.-])\+?\d(?:[ ()/-]?\d){6,}(?![\w-])/g, mask],
]

const maxDepth = 6
const maxItems = 50
const maxText = 4000

/** The text without what looks like a secret or a telephone number. */
export function redactText(text: string): string {
  const short = text.length > maxText ? `${text.slice(0, maxText)}…` : text
  return patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), short)
}

/**
 * A copy that can be written: secrets masked, errors as name, message and stack, long lists and deep objects cut,
 * cycles broken. Never throws for a getter that does.
 */
export function redact(value: unknown): unknown {
  return copy(value, '', new Set(), 0)
}

function copy(value: unknown, name: string, path: ReadonlySet<object>, depth: number): unknown {
  if (value !== null && value !== undefined && typeof value !== 'boolean' && isSecretName(name)) return mask
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`
  if (typeof value !== 'object' || value === null) return value
  if (path.has(value)) return '[cycle]'
  if (depth >= maxDepth) return '[deep]'
  const inside = new Set(path).add(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[invalid date]' : value.toISOString()
  if (value instanceof Error) return copyError(value, inside, depth)
  if (Array.isArray(value)) {
    const items = value.slice(0, maxItems).map((item: unknown) => copy(item, name, inside, depth + 1))
    return value.length > maxItems ? [...items, `[${value.length - maxItems} more]`] : items
  }
  const entries = Object.entries(Object.getOwnPropertyDescriptors(value))
    .filter(([, property]) => property.enumerable === true && 'value' in property)
    .slice(0, maxItems)
    .map(([key, property]) => [key, copy(property.value, key, inside, depth + 1)])
  return Object.fromEntries(entries)
}

function copyError(
  error: Error,
  path: ReadonlySet<object>,
  depth: number,
): Readonly<Record<string, unknown>> {
  return {
    name: error.name,
    message: redactText(error.message),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: copy(error.cause, 'cause', path, depth + 1) }),
  }
}

function isSecretName(name: string): boolean {
  return secretName.test(name) && !harmlessName.test(name)
}
