import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ControlClient } from '../spec-support/control-client.ts'
import { launchControlled, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp
let base: string
let call: ControlClient

beforeAll(async () => {
  ;({ app, base, call } = await launchControlled(folder.path))
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
    electron.globalShortcut.register('CommandOrControl+Alt+I', () => undefined)`)
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
