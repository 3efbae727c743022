import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** What the server needs to speak TLS, and what a client needs to trust it. */
export interface Certificates {
  readonly caPem: string
  readonly caPath: string
  readonly key: string
  readonly cert: string
  /** Removes what was written to a temporary folder; a given folder is kept. */
  readonly dispose: () => Promise<void>
}

const CA_FILE = 'ca.pem'
const SERVER_CERT_FILE = 'server.pem'
const SERVER_KEY_FILE = 'server-key.pem'

const DAY_MS = 86_400_000
/** Browsers and some TLS stacks refuse server certificates that live longer than this. */
const LIFE_DAYS = 397
/** A cached certificate is made anew when it ends sooner than this. */
const SPARE_DAYS = 7

interface Pems {
  readonly ca: string
  readonly cert: string
  readonly key: string
}

/** The CA's key is used once and forgotten: nobody can sign with it later. */
async function create(nowMs: number): Promise<Pems> {
  const period = {
    // A clock that is a little behind must not find the certificate "not valid yet".
    notBeforeDate: new Date(nowMs - DAY_MS),
    notAfterDate: new Date(nowMs + LIFE_DAYS * DAY_MS),
    keyType: 'ec',
    algorithm: 'sha256',
  } as const
  const ca = await generate([{ name: 'commonName', value: 'Deskside simulator CA' }], {
    ...period,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...period,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  return { ca: ca.cert, cert: server.cert, key: server.private }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The cached set, if it is whole, belongs together and lives long enough. */
async function readCached(folder: string, nowMs: number): Promise<Pems | undefined> {
  let pems: Pems
  try {
    const [ca, cert, key] = await Promise.all(
      [CA_FILE, SERVER_CERT_FILE, SERVER_KEY_FILE].map((file) => readFile(join(folder, file), 'utf8')),
    )
    pems = { ca: ca ?? '', cert: cert ?? '', key: key ?? '' }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  return isUsable(pems, nowMs) ? pems : undefined
}

function isUsable({ ca, cert, key }: Pems, nowMs: number): boolean {
  try {
    const issuer = new X509Certificate(ca)
    const server = new X509Certificate(cert)
    return (
      server.verify(issuer.publicKey) &&
      server.checkPrivateKey(createPrivateKey(key)) &&
      Date.parse(server.validTo) > nowMs + SPARE_DAYS * DAY_MS
    )
  } catch {
    // Unreadable files are replaced like old ones.
    return false
  }
}

async function write(folder: string, { ca, cert, key }: Pems): Promise<void> {
  await writeFile(join(folder, CA_FILE), ca)
  await writeFile(join(folder, SERVER_CERT_FILE), cert)
  await writeFile(join(folder, SERVER_KEY_FILE), key, { mode: 0o600 })
}

/**
 * Certificates of a CA of the simulator's own, for 127.0.0.1, ::1 and localhost.
 *
 * @param certDir keeps them for the next start; without it they live in a temporary folder until `dispose`
 */
export async function loadCertificates(certDir?: string): Promise<Certificates> {
  const nowMs = Date.now()
  const folder = certDir ?? (await mkdtemp(join(tmpdir(), 'deskside-simulator-')))
  await mkdir(folder, { recursive: true })
  let pems = certDir === undefined ? undefined : await readCached(folder, nowMs)
  if (pems === undefined) {
    pems = await create(nowMs)
    // Only the CA has to be found by others when nothing is to be kept.
    if (certDir === undefined) await writeFile(join(folder, CA_FILE), pems.ca)
    else await write(folder, pems)
  }
  return {
    caPem: pems.ca,
    caPath: join(folder, CA_FILE),
    key: pems.key,
    cert: pems.cert,
    dispose: async () => {
      if (certDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
