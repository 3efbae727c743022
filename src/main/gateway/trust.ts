import { X509Certificate } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'
import type { AppError, FieldProblem } from '../../shared/app-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'

const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** A bundle of every public authority has about a quarter of this. */
const maxCaFileBytes = 1024 * 1024

function refuse(problem: FieldProblem): Result<never, AppError> {
  return err({ code: 'invalid-input', field: 'caFile', problem })
}

function isCertificate(block: string): boolean {
  try {
    new X509Certificate(block)
    return true
  } catch {
    // The constructor's only way of saying no; the reason is of no use to the reader of the form.
    return false
  }
}

/** The certificates of a PEM text and nothing else of it, or an error at the field `caFile`. */
export function parseCaPem(text: string): Result<string, AppError> {
  const blocks = text.match(certificateBlock) ?? []
  if (blocks.length === 0 || !blocks.every(isCertificate)) return refuse('not-a-certificate')
  return ok(`${blocks.join('\n')}\n`)
}

/** Reads a custom CA file. `not-readable`: missing, no file, no right. `not-a-certificate`: read, but no PEM certificate. */
export async function readCaFile(path: string): Promise<Result<string, AppError>> {
  try {
    const found = await stat(path)
    // The path may come from the page, and a device or a pipe would be read without end.
    if (!found.isFile()) return refuse('not-readable')
    if (found.size > maxCaFileBytes) return refuse('not-a-certificate')
    return parseCaPem(await readFile(path, 'utf8'))
  } catch {
    return refuse('not-readable')
  }
}

function systemRoots(): readonly string[] {
  // Managed desks keep the company's own authority in the operating system's store; Node reads it only when asked.
  // A host without that interface falls back to the public roots, never to none.
  try {
    return [...getCACertificates('default'), ...getCACertificates('system')]
  } catch {
    return rootCertificates
  }
}

/** `rejectUnauthorized` is said aloud, so that no environment variable of the desk can switch the check off. */
export interface Trust {
  readonly secureContext: SecureContext
  readonly rejectUnauthorized: true
}

/**
 * TLS options that trust the system's authorities and, in addition, those of `caPem`. The roots are parsed once per
 * context: handed over as a list, they would be parsed again for every connection.
 */
export function createTrust(caPem: string | null): Trust {
  const roots = new Set(systemRoots())
  if (caPem !== null) roots.add(caPem)
  return { secureContext: createSecureContext({ ca: [...roots] }), rejectUnauthorized: true }
}
