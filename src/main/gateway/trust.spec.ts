import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from './create-gateway.ts'
import { createCertificate } from './testing/test-server.ts'
import { parseCaPem, readCaFile } from './trust.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-ca-'))
})
afterAll(() => rm(folder, { recursive: true }))

const refusal = (problem: string) => ({
  ok: false,
  error: { code: 'invalid-input', field: 'caFile', problem },
})

async function write(content: string | Buffer): Promise<string> {
  const path = join(folder, 'ca.pem')
  await writeFile(path, content)
  return path
}

describe('readCaFile', () => {
  it.each([
    ['a missing file', () => join(folder, 'missing.pem')],
    ['a folder', () => folder],
    ['a path that cannot be', () => 'a\u0000b'],
  ])('cannot read %s', async (_what, path) => {
    expect(await readCaFile(path())).toEqual(refusal('not-readable'))
  })

  it.skipIf(process.platform === 'win32')('does not begin to read what has no end', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const path of ['/dev/zero', pipe]) expect(await readCaFile(path)).toEqual(refusal('not-readable'))
  })

  it.each<[string, string | Buffer]>([
    ['an empty file', ''],
    ['a text', 'our certificate'],
    ['binary data', Buffer.from([0x30, 0x82, 0, 1, 2, 3])],
    ['a frame without a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
    ['more than a megabyte', 'x'.repeat(1024 * 1024 + 1)],
  ])('finds no certificate in %s', async (_what, content) => {
    expect(await readCaFile(await write(content))).toEqual(refusal('not-a-certificate'))
  })

  it('refuses a bundle in which one certificate is broken', async () => {
    const { cert } = await createCertificate()
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
    expect(await readCaFile(await write(`${cert}\n${broken}\n`))).toEqual(refusal('not-a-certificate'))
  })

  it('takes the certificates of a bundle and leaves its key behind', async () => {
    const [a, b] = await Promise.all([createCertificate(), createCertificate()])
    const read = await readCaFile(await write(`# ours\r\n${a.cert}\r\n${a.key}\r\n${b.cert}`))
    expect(read.ok && read.value.match(/BEGIN [A-Z ]+/g)).toEqual(['BEGIN CERTIFICATE', 'BEGIN CERTIFICATE'])
    expect(read.ok && parseCaPem(read.value)).toEqual(read)
  })
})

describe('createGateway', () => {
  it.each([
    ['', 'invalid-input', 'required'],
    ['https://', 'invalid-input', 'not-an-address'],
    ['ftp://gateway.example', 'invalid-input', 'not-an-address'],
    ['https://user:secret@gateway.example', 'invalid-input', 'not-an-address'],
    ['http://gateway.example:8000', 'insecure-address', 'insecure-address'],
  ])('refuses the address "%s"', (address, code, problem) => {
    expect(createGateway({ address, caPem: null })).toEqual({
      ok: false,
      error: { code, field: 'gatewayAddress', problem },
    })
  })

  it('refuses a CA text without certificate', () => {
    expect(createGateway({ address: 'https://gateway.example', caPem: 'nothing' })).toEqual(
      refusal('not-a-certificate'),
    )
  })

  it('makes a client without connecting', async () => {
    const created = createGateway({ address: 'gateway.invalid:8043', caPem: null })
    expect(created.ok).toBe(true)
    if (created.ok) await created.value.dispose()
  })
})
