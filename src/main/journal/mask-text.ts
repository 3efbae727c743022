import { redact, redactText } from '../logging/redact.ts'

const mask = '[redacted]'

/** No entry needs more, and the patterns below should not have to walk through a page. */
const maxScanned = 4000

/** Names of secrets and of people's numbers that the logger's own list leaves out. */
const personalName =
  /phone|^tel|numbers?$|^num$|[a-z]Num$|^addr|customer|^pwd|^pin$|^otp$|^(?:access_?)?key$/i
const harmlessName = /phoneLinkage|^(?:is|has|can)[A-Z]/

/** What precedes a value in a text: `name=`, `"name": `, or a name before a number. */
const namedValue = /([\p{L}\p{N}_-]+)["']?(?:\s*[=:]\s*|\s+(?=\+?\p{Nd}))/gu

/** Guids and tokens without a name before them: long, of one piece, letters and digits mixed. */
const opaque = /(?<![\w~+=-])(?=[\w~+=-]*\d)(?=[\w~+=-]*[A-Za-z])[\w~+=-]{24,}(?:\.AgentGateway\d*)?/g

/** Seven digits of any script or more, with the usual separators, whatever stands before and after them. */
const digitRun = /\+?\p{Nd}(?:[\p{Zs}\p{Pd}()./]{0,3}\p{Nd}){6,}/gu
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** Most texts are a single word without digits, in which no pattern can find anything. */
const harmlessWord = /^[A-Za-z_-]*$/

/** Names of details are few and asked for with every entry. */
const knownNames = new Map<string, boolean>()
const maxKnownNames = 500

/** True for the name of a value that is a secret or says who somebody is; the logger's list is part of it. */
export function isSecretName(name: string): boolean {
  const known = knownNames.get(name)
  if (known !== undefined) return known
  const isSecret = judgeName(name)
  if (knownNames.size < maxKnownNames) knownNames.set(name, isSecret)
  return isSecret
}

function judgeName(name: string): boolean {
  const logged = redact({ [name]: 'x' }) as Readonly<Record<string, unknown>>
  return logged[name] !== 'x' || (personalName.test(name) && !harmlessName.test(name))
}

/**
 * One line of at most `maxLength` characters without what looks like a secret or somebody's number. Stricter than the
 * logger, because an entry is kept for weeks: everything after a secret's name goes, and numbers count wherever they
 * stand. Masking what is masked changes nothing.
 */
export function maskText(text: string, maxLength: number): string {
  if (text.length <= maxLength && harmlessWord.test(text)) return text
  const masked = redactText(maskNumbers(maskTokens(maskNamed(oneLine(text)))))
  return masked.length > maxLength ? `${masked.slice(0, maxLength - 1).toWellFormed()}…` : masked
}

function oneLine(text: string): string {
  // Half a secret at the cut would no longer look like one.
  const bounded = text.length > maxScanned ? text.slice(0, maxScanned).replace(/\S+$/, '…') : text
  // Invisible characters could hide a number from the patterns, and line breaks would make two lines of one.
  return bounded
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

function maskNamed(text: string): string {
  for (const match of text.matchAll(namedValue)) {
    // A secret may hold any character, so nobody can say where it ends.
    if (isSecretName(match[1] ?? '')) return `${text.slice(0, match.index + match[0].length)}${mask}`
  }
  return text
}

/** Guids, tokens, and `user:password@` of an address. */
export function maskTokens(text: string): string {
  return text.replace(/(:\/\/)[^/?#\s]*@/g, `$1${mask}@`).replace(opaque, mask)
}

function maskNumbers(text: string): string {
  return text.replace(digitRun, (run) => (ipv4.test(run) ? run : mask))
}
