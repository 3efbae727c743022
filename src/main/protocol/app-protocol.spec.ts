import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { createAppProtocol } from './app-protocol.ts'

let folder = ''
let root = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-page-'))
  root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.js'), 'secret')
  await writeFile(join(root, 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'assets', 'app.js'), 'export {}')
  await writeFile(join(root, 'notes.txt'), 'text')
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function request(path: string, init?: RequestInit): Promise<Response> {
  return createAppProtocol(root, createRecordingLogger().log)(new Request(`app://deskside${path}`, init))
}

describe('refusals', () => {
  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('%s is not allowed', async (method) => {
    expect((await request('/index.html', { method })).status).toBe(405)
  })

  it.each([
    ['/missing.js', 404],
    ['/index.html/deeper.js', 404],
    ['/assets', 403],
    ['/notes.txt', 403],
    ['/%2e%2e%2fsecret.js', 403],
  ])('%s: %i without a body', async (path, status) => {
    const response = await request(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toBe('')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  it.skipIf(process.platform === 'win32')('a link that leads out of the folder', async () => {
    await symlink(join(folder, 'secret.js'), join(root, 'link.js'))
    expect((await request('/link.js')).status).toBe(403)
  })

  it('are logged', async () => {
    const { log, entries } = createRecordingLogger()
    await createAppProtocol(root, log)(new Request('app://other/index.html'))
    expect(entries).toMatchObject([{ level: 'warn', message: 'request refused', fields: { status: 403 } }])
  })
})

describe('files of the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/app.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('%s', async (path, type, body) => {
    const response = await request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(type)
    expect(await response.text()).toBe(body)
  })

  it('carry a policy that allows no inline or evaluated script and no connection', async () => {
    const { headers } = await request('/')
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    for (const closed of [
      'default-src',
      'connect-src',
      'object-src',
      'base-uri',
      'form-action',
      'frame-ancestors',
    ]) {
      expect(policy).toContain(`${closed} 'none'`)
    }
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  })
})
