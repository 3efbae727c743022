import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ControlClient } from '../spec-support/control-client.ts'
import { launchControlled, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

/* The desktop around the app, as the control port shows and moves it. */

const folder = temporaryFolder()
let app: RunningApp
let call: ControlClient

beforeAll(async () => {
  ;({ app, call } = await launchControlled(folder.path))
  await app.run(`
    for (const event of ['suspend', 'lock-screen']) electron.powerMonitor.on(event, () => shared.note('power', event))
    electron.globalShortcut.register('CommandOrControl+Alt+I', () => shared.note('shortcut'))
    electron.nativeTheme.on('updated', () => shared.note('theme', electron.nativeTheme.shouldUseDarkColors))`)
})
beforeEach(() => app.run('shared.log.length = 0'))
afterAll(async () => {
  await app.stop()
  folder.remove()
})

it('reports power events, shortcuts and the desktop’s theme, which pages see', async () => {
  await call('POST', '/power', { event: 'suspend' })
  await call('POST', '/power', { event: 'lock-screen' })
  await call('POST', '/shortcuts/press', { accelerator: 'alt+commandorcontrol+i' })
  expect(await app.page('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(false)
  await call('POST', '/theme', { dark: true })
  expect(await app.run('return [...shared.log, electron.powerMonitor.getSystemIdleState(1)]')).toStrictEqual([
    'power suspend',
    'power lock-screen',
    'shortcut',
    'theme true',
    'locked',
  ])
  expect(await app.page('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(true)
  await app.run(`electron.nativeTheme.themeSource = 'light'`)
  expect(await app.page('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(false)
})

it('makes pages see what a person has set for the whole desktop', async () => {
  const queries = ['prefers-color-scheme: dark', 'prefers-contrast: more', 'forced-colors: active']
  queries.push('prefers-reduced-transparency: reduce', 'prefers-reduced-motion: reduce')
  const seen = (): Promise<unknown> =>
    app.page(`${JSON.stringify(queries)}.map((query) => matchMedia('(' + query + ')').matches)`)
  const told = (): Promise<unknown> =>
    app.run(`
      const { nativeTheme: theme } = electron
      return [theme.shouldUseDarkColors, theme.shouldUseHighContrastColors, theme.inForcedColorsMode,
        theme.prefersReducedTransparency, theme.shouldUseInvertedColorScheme]`)
  await app.run(`electron.nativeTheme.themeSource = 'system'`)
  await call('POST', '/theme', { dark: false })
  expect([await told(), await seen()]).toStrictEqual([Array(5).fill(false), Array(5).fill(false)])
  await app.run('shared.log.length = 0')
  const wishes = { dark: true, highContrast: true, forcedColors: true, invertedColors: true }
  await call('POST', '/theme', { ...wishes, reducedTransparency: true, reducedMotion: true })
  await call('POST', '/theme', { forcedColors: true })
  expect([await told(), await seen()]).toStrictEqual([Array(5).fill(true), Array(5).fill(true)])
  expect(await app.run('return shared.log')).toStrictEqual(['theme true'])
  await call('POST', '/theme', Object.fromEntries(Object.keys(wishes).map((name) => [name, false])))
  await call('POST', '/theme', { reducedTransparency: false, reducedMotion: false })
  expect([await told(), await seen()]).toStrictEqual([Array(5).fill(false), Array(5).fill(false)])
})

it('opens links of a scheme the app has asked for', async () => {
  const open = (): Promise<{ status: number; body: unknown }> =>
    call('POST', '/open-url', { url: 'deskside://state/busy?reason=201' })
  expect((await open()).status).toBe(404)
  await app.run(`
    electron.app.setAsDefaultProtocolClient('deskside')
    electron.app.once('open-url', (event, url) => { event.preventDefault(); shared.note(url) })`)
  expect((await call('GET', '/app')).body).toMatchObject({ protocols: ['deskside'], badgeCount: 0 })
  expect((await open()).body).toStrictEqual({ isHandled: true })
  expect((await open()).body).toStrictEqual({ isHandled: false })
  expect(await app.run('return shared.log')).toStrictEqual(['deskside://state/busy?reason=201'])
  await app.run(`electron.app.removeAsDefaultProtocolClient('deskside')`)
  expect((await open()).status).toBe(404)
})

it('shows the login item and the badge, and what was copied', async () => {
  await app.run(`
    electron.app.setLoginItemSettings({ openAtLogin: true, args: ['--hidden'] })
    electron.app.setBadgeCount(3)
    await electron.clipboard.writeText('8101')`)
  expect((await call('GET', '/login-item')).body).toMatchObject({ launchItems: [{ args: ['--hidden'] }] })
  expect((await call('GET', '/app')).body).toMatchObject({ badgeCount: 3 })
  expect((await call('GET', '/clipboard')).body).toStrictEqual({ text: '8101' })
  await call('PUT', '/clipboard', { text: 'from elsewhere' })
  expect(
    await app.run(`
      const before = [await electron.clipboard.readText(), await electron.clipboard.has('text/plain')]
      electron.clipboard.clear()
      return [before, await electron.clipboard.has('text/plain')]`),
  ).toStrictEqual([['from elsewhere', true], false])
})

it('tells how long nobody has touched the desk', async () => {
  const idle =
    'return [electron.powerMonitor.getSystemIdleTime(), electron.powerMonitor.getSystemIdleState(60)]'
  await call('POST', '/power', { event: 'unlock-screen' })
  expect(await app.run(idle)).toStrictEqual([0, 'active'])
  await call('POST', '/idle', { seconds: 600 })
  expect(await app.run(idle)).toStrictEqual([600, 'idle'])
})

it('takes a shortcut as another program would', async () => {
  await call('POST', '/shortcuts/occupy', { accelerator: 'Ctrl+Alt+9' })
  const register = `return electron.globalShortcut.register('CmdOrCtrl+Option+9', () => shared.note('mine'))`
  expect(await app.run(register)).toBe(false)
  expect((await call('GET', '/shortcuts')).body).toStrictEqual([
    { accelerator: 'CommandOrControl+Alt+I', holder: 'app' },
    { accelerator: 'Ctrl+Alt+9', holder: 'another program' },
  ])
  await call('POST', '/shortcuts/release', { accelerator: 'Ctrl+Alt+9' })
  expect(await app.run(register)).toBe(true)
  await call('POST', '/shortcuts/press', { accelerator: 'Ctrl+Alt+9' })
  expect(await app.run('return shared.log')).toStrictEqual(['mine'])
})

it('sets the clock forward while timers go on', async () => {
  const before = Number(await app.run('shared.read = Date.now; return Date.now()'))
  expect((await call('POST', '/clock', { advanceMs: 36_000_000 })).status).toBe(200)
  const [now, made, kept] = (await app.run(`
    await new Promise((resolve) => setTimeout(resolve, 1))
    return [Date.now(), new Date().getTime(), shared.read()]`)) as number[]
  for (const time of [now!, made!, kept!]) {
    expect(time - before).toBeGreaterThanOrEqual(36_000_000)
    expect(time - before).toBeLessThan(36_060_000)
  }
  await call('POST', '/clock', { advanceMs: 1_000 })
  expect(Number(await app.run('return Date.now()')) - before).toBeGreaterThanOrEqual(36_001_000)
})

it('shows what the app asked the desktop to open, and refuses what is not there', async () => {
  const failure = await app.run(`
    const { shell } = electron
    await shell.openExternal('https://help.example/')
    shell.beep()
    shell.showItemInFolder('/reports/team.csv')
    await shell.openPath(electron.app.getAppPath())
    return shell.openPath('/no/such/file')`)
  expect(failure).toBe('Failed to open path')
  const kinds = ((await call('GET', '/opened')).body as { kind: string }[]).map(({ kind }) => kind)
  expect(kinds).toStrictEqual(['external', 'beep', 'folder', 'path'])
})
