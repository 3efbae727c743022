import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findBrowser } from './find-browser.ts'
import { browserArgs, launchBrowser, type LaunchOptions } from './launch.ts'

const profileDir = mkdtempSync(join(tmpdir(), 'launch-spec-'))
afterAll(() => rmSync(profileDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))

const options: LaunchOptions = {
  command: { executablePath: '/bin/false', args: [], source: 'installed' },
  profileDir,
  headless: true,
  remoteDebuggingPort: undefined,
  locale: undefined,
  extraArgs: [],
}

describe('a browser that does not start', () => {
  it('is reported with its last words', async () => {
    await expect(launchBrowser(options)).rejects.toThrow(/ended while starting/)
  })
  it('is reported when there is no such program', async () => {
    const command = { ...options.command, executablePath: join(profileDir, 'nothing') }
    await expect(launchBrowser({ ...options, command })).rejects.toThrow('ENOENT')
  })
})

describe('the command line', () => {
  it('opens no port and weakens nothing', () => {
    const args = browserArgs(options).join(' ')
    expect(args).not.toMatch(
      /remote-debugging-port|disable-web-security|single-process|no-sandbox|ignore-certificate/,
    )
  })
  it('binds a wanted port to loopback', () => {
    const args = browserArgs({ ...options, remoteDebuggingPort: '9222' })
    expect(args).toContain('--remote-debugging-port=9222')
    expect(args).toContain('--remote-debugging-address=127.0.0.1')
  })
})

it('starts, answers, refuses wrong commands and ends', async () => {
  const running = await launchBrowser({ ...options, command: await findBrowser() })
  const version = await running.connection.browser.send('Browser.getVersion')
  expect(version.product).toMatch(/Chrome/)
  await expect(
    running.connection.browser.send('Target.closeTarget', { targetId: 'nothing' }),
  ).rejects.toThrow('Target.closeTarget')
  await running.close()
  expect(running.process.exitCode ?? running.process.signalCode).not.toBeNull()
  await expect(running.connection.browser.send('Browser.getVersion')).rejects.toThrow('the browser is gone')
})
