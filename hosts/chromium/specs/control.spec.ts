import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { controlClient, type ControlClient } from '../spec-support/control-client.ts'
import { controlPort, launchProbe, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp
let base: string
let call: ControlClient

beforeAll(async () => {
  app = await launchProbe(folder.path, ['--host-control-port', '0'])
  base = controlPort(app)
  call = controlClient(base)
  await app.run(`
    shared.tray = new electron.Tray(electron.nativeImage.createEmpty())
    shared.tray.setToolTip('Probe: idle')
    shared.tray.setContextMenu(electron.Menu.buildFromTemplate([
      { label: 'Linkage', type: 'checkbox', checked: true, click: (item) => shared.note('linkage', item.checked) },
      { label: 'Sign out', enabled: false, sublabel: 'not signed in' },
      { label: 'More', submenu: [{ label: 'Say', click: () => shared.note('said') }] },
      { label: 'Fail', click: () => { throw new Error('listener failed') } },
    ]))
    for (const event of ['click', 'double-click']) shared.tray.on(event, () => shared.note('tray', event))
    for (const event of ['suspend', 'lock-screen']) electron.powerMonitor.on(event, () => shared.note('power', event))
    electron.globalShortcut.register('CommandOrControl+Alt+I', () => shared.note('shortcut'))
    electron.nativeTheme.on('updated', () => shared.note('theme', electron.nativeTheme.shouldUseDarkColors))`)
})
beforeEach(() => app.run('shared.log.length = 0'))
afterAll(async () => {
  await app.stop()
  folder.remove()
})

describe('refusals', () => {
  it.each([
    ['an unknown route', 'GET', '/nothing', undefined, 404],
    ['a wrong method', 'DELETE', '/tray', undefined, 404],
    ['a body that is no JSON', 'POST', '/power', '{', 400],
    ['a body of the wrong shape', 'POST', '/power', { event: 'explode' }, 400],
    ['a clock set back', 'POST', '/clock', { advanceMs: -1 }, 400],
    ['a clock that is not set', 'POST', '/clock', { advanceMs: 0 }, 400],
    ['a part of a millisecond', 'POST', '/clock', { advanceMs: 1.5 }, 400],
    ['an absurd time', 'POST', '/clock', { advanceMs: 31 * 86_400_000 + 1 }, 400],
    ['a time as a text', 'POST', '/clock', { advanceMs: '1000' }, 400],
    ['a field nobody knows', 'POST', '/theme', { dark: true, light: true }, 400],
    ['an empty path', 'POST', '/tray/click', { path: [] }, 400],
    ['a label that is not there', 'POST', '/tray/click', { path: ['More', 'Shout'] }, 404],
    ['a disabled item', 'POST', '/tray/click', { path: ['Sign out'] }, 409],
    ['a listener that throws', 'POST', '/tray/click', { path: ['Fail'] }, 500],
    ['a shortcut nobody registered', 'POST', '/shortcuts/press', { accelerator: 'Ctrl+Q' }, 404],
    ['a shortcut that is none', 'POST', '/shortcuts/press', { accelerator: 'Ctrl+Banana' }, 400],
    ['a shortcut the app has', 'POST', '/shortcuts/occupy', { accelerator: 'Ctrl+Alt+I' }, 409],
    ['a shortcut no other program has', 'POST', '/shortcuts/release', { accelerator: 'Ctrl+Q' }, 404],
    ['a window that is not there', 'POST', '/windows/99/close', undefined, 404],
    ['a dialog that is not open', 'POST', '/dialogs/99', { response: 0 }, 404],
    ['a notification never shown', 'POST', '/notifications/99/click', undefined, 404],
    ['a balloon that is not there', 'POST', '/tray/activate', { kind: 'balloon-click' }, 409],
    ['a link nobody opens', 'POST', '/open-url', { url: 'other://x' }, 404],
    ['a link that is none', 'POST', '/open-url', { url: 'deskside' }, 400],
    ['less than no idleness', 'POST', '/idle', { seconds: -1 }, 400],
    ['a clipboard without a text', 'PUT', '/clipboard', {}, 400],
  ])('%s', async (_name, method, path, body, status) => {
    expect(await call(method, path, body)).toMatchObject({
      status,
      body: { error: expect.any(String) as string },
    })
  })

  it('a web page', async () => {
    const response = await fetch(`${base}/tray`, { headers: { origin: 'https://evil.example' } })
    expect(response.status).toBe(403)
  })
})

it('shows and clicks the tray', async () => {
  expect((await call('GET', '/tray')).body).toMatchObject([
    { label: 'Linkage', type: 'checkbox', checked: true, enabled: true },
    { label: 'Sign out', enabled: false, sublabel: 'not signed in' },
    { label: 'More', submenu: [{ label: 'Say' }] },
    { label: 'Fail' },
  ])
  expect((await call('GET', '/tray/icon')).body).toMatchObject({ toolTip: 'Probe: idle' })
  await call('POST', '/tray/click', { path: ['Linkage'] })
  await call('POST', '/tray/click', { path: ['More', 'Say'] })
  await call('POST', '/tray/activate')
  await call('POST', '/tray/activate', { kind: 'double-click' })
  expect(await app.run('return shared.log')).toStrictEqual([
    'linkage false',
    'said',
    'tray click',
    'tray double-click',
  ])
})

it('tells which icon is shown', async () => {
  const icon = async (): Promise<Record<string, unknown>> =>
    (await call('GET', '/tray/icon')).body as Record<string, unknown>
  const before = await icon()
  await app.run(`
    const pixel = (blue) => electron.nativeImage.createFromBitmap(Buffer.from([blue, 0, 0, 255]), { width: 1, height: 1 })
    shared.tray.setImage(pixel(1))
    shared.tray.setPressedImage(pixel(2))
    shared.tray.setTitle('3')
    shared.tray.displayBalloon({ title: 'Calls', content: '3 waiting' })`)
  const after = await icon()
  expect(before).toMatchObject({ title: '', image: { width: 0 }, pressedImage: null, balloon: null })
  expect(after).toMatchObject({
    title: '3',
    image: { width: 1, height: 1, hash: expect.stringMatching(/^[0-9a-f]{32}$/) as string },
    pressedImage: { width: 1, height: 1 },
    balloon: { title: 'Calls', content: '3 waiting' },
  })
  await app.run(`shared.tray.on('balloon-click', () => shared.note('balloon'))`)
  await call('POST', '/tray/activate', { kind: 'balloon-click' })
  expect(await app.run('return shared.log')).toStrictEqual(['balloon'])
  expect((await icon()).balloon).toBeNull()
})

describe('notifications', () => {
  let id: string
  beforeEach(async () => {
    await app.run(`
      const notification = new electron.Notification({ title: 'Call', body: 'waits', silent: true, urgency: 'critical',
        hasReply: true, actions: [{ type: 'button', text: 'Take' }] })
      notification.on('click', () => shared.note('clicked'))
      notification.on('close', ({ reason }) => shared.note('closed', reason))
      notification.on('reply', ({ reply }) => shared.note('replied', reply))
      notification.on('action', ({ actionIndex }, index) => shared.note('action', actionIndex, index))
      const shown = new Promise((resolve) => notification.once('show', resolve))
      notification.show()
      await shown
      shared.notification = notification`)
    id = String(((await call('GET', '/notifications')).body as { id: number }[]).at(-1)?.id)
  })

  it('are listed', async () => {
    expect(((await call('GET', '/notifications')).body as unknown[]).at(-1)).toMatchObject({
      ...{ title: 'Call', body: 'waits', actions: ['Take'], state: 'shown' },
      ...{ silent: true, urgency: 'critical', hasReply: true },
    })
    expect(await app.run('return electron.Notification.isSupported()')).toBe(true)
  })

  it('are clicked, and so are their buttons', async () => {
    await call('POST', `/notifications/${id}/click`)
    await call('POST', `/notifications/${id}/click`, { action: 0 })
    await call('POST', `/notifications/${id}/reply`, { text: 'soon' })
    expect((await call('POST', `/notifications/${id}/click`, { action: 1 })).status).toBe(404)
    expect(await app.run('return shared.log')).toStrictEqual(['clicked', 'action 0 0', 'replied soon'])
  })

  it('once closed cannot be clicked any more', async () => {
    await call('POST', `/notifications/${id}/close`)
    for (const [route, body] of [
      ['click', undefined],
      ['close', undefined],
      ['reply', { text: '' }],
    ] as const)
      expect((await call('POST', `/notifications/${id}/${route}`, body)).status).toBe(409)
    expect(await app.run('return shared.log')).toStrictEqual(['closed userCanceled'])
  })

  it('are closed by the app', async () => {
    await app.run('shared.notification.close(); shared.notification.close()')
    expect(await app.run('return shared.log')).toStrictEqual(['closed applicationHidden'])
  })
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

it('shows windows as they are, and closes them', async () => {
  await app.run(`
    shared.second = shared.open({ show: false, title: 'Second', width: 300, height: 200 })
    shared.second.on('close', () => shared.note('asked'))
    await shared.second.loadURL('app://probe/')`)
  const windows = (await call('GET', '/windows')).body as { id: number; visible: boolean }[]
  expect(windows).toMatchObject([
    { title: 'Probe page', url: 'app://probe/', visible: true, focused: true },
    { visible: false, focused: false, bounds: { width: 300, height: 200 } },
  ])
  const closed = app.run(
    `await new Promise((resolve) => shared.second.once('closed', resolve)); return shared.log`,
  )
  await call('POST', `/windows/${String(windows[1]!.id)}/close`)
  expect(await closed).toStrictEqual(['asked'])
})

it('lists open dialogs and answers them', async () => {
  const answered = app.run(`
    const box = electron.dialog.showMessageBox(shared.window, { message: 'Quit?', buttons: ['Stay', 'Quit'] })
    const open = electron.dialog.showOpenDialog({ title: 'Choose a CA' })
    process.stdout.write('{"event":"asked"}\\n')
    return [await box, await open]`)
  await app.event('asked')
  const [box, open] = (await call('GET', '/dialogs')).body as { id: number }[]
  expect(box).toMatchObject({ kind: 'message', message: 'Quit?', buttons: ['Stay', 'Quit'] })
  await call('POST', `/dialogs/${String(box!.id)}`, { response: 1 })
  await call('POST', `/dialogs/${String(open!.id)}`, { filePaths: ['/ca.pem'] })
  expect(await answered).toStrictEqual([
    { response: 1, checkboxChecked: false },
    { canceled: false, filePaths: ['/ca.pem'] },
  ])
  expect((await call('GET', '/dialogs')).body).toStrictEqual([])
})

it('answers a question where to save, and a checkbox', async () => {
  const answered = app.run(`
    const save = electron.dialog.showSaveDialog(shared.window, { title: 'Export', defaultPath: 'team.csv' })
    const box = electron.dialog.showMessageBox({ message: 'Sure?', buttons: ['No', 'Yes'], checkboxLabel: 'Always' })
    process.stdout.write('{"event":"asked-again"}\\n')
    return [await save, await box]`)
  await app.event('asked-again')
  const [save, box] = (await call('GET', '/dialogs')).body as { id: number }[]
  expect(save).toMatchObject({ kind: 'save', title: 'Export', defaultPath: 'team.csv' })
  expect(box).toMatchObject({ checkboxLabel: 'Always' })
  await call('POST', `/dialogs/${String(save!.id)}`, { filePaths: ['/team.csv'] })
  await call('POST', `/dialogs/${String(box!.id)}`, { response: 1, checkboxChecked: true })
  expect(await answered).toStrictEqual([
    { canceled: false, filePath: '/team.csv' },
    { response: 1, checkboxChecked: true },
  ])
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
