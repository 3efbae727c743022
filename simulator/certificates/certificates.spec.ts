import { X509Certificate } from 'node:crypto'
import { access, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadCertificates } from './certificates.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'certificates-spec-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

describe('loadCertificates', () => {
  it('makes a server certificate of its own CA for the loopback names', async () => {
    const { caPem, cert, dispose } = await loadCertificates()
    const ca = new X509Certificate(caPem)
    const server = new X509Certificate(cert)
    expect([ca.ca, server.ca, server.verify(ca.publicKey)]).toEqual([true, false, true])
    expect(server.subjectAltName).toMatch(/DNS:localhost.*127\.0\.0\.1.*0:0:0:0:0:0:0:1/)
    await dispose()
  })

  it('leaves nothing in the temporary folder, and never the key', async () => {
    const { caPath, caPem, dispose } = await loadCertificates()
    expect(await readFile(caPath, 'utf8')).toBe(caPem)
    await dispose()
    await expect(access(caPath)).rejects.toThrow()
  })

  it('keeps them in a given folder', async () => {
    const folder = join(await newFolder(), 'deeper')
    const first = await loadCertificates(folder)
    await first.dispose()
    const second = await loadCertificates(folder)
    expect([second.caPem, second.cert, second.key]).toEqual([first.caPem, first.cert, first.key])
    expect((await stat(join(folder, 'server-key.pem'))).mode & 0o077).toBe(0)
  })

  it.each(['ca.pem', 'server.pem', 'server-key.pem'])('makes them anew when %s is spoilt', async (file) => {
    const folder = await newFolder()
    const first = await loadCertificates(folder)
    await writeFile(join(folder, file), 'spoilt')
    const second = await loadCertificates(folder)
    expect(second.caPem).not.toBe(first.caPem)
    expect(new X509Certificate(second.cert).verify(new X509Certificate(second.caPem).publicKey)).toBe(true)
  })
})
