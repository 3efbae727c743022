import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ControlClient } from '../spec-support/control-client.ts'
import { launchControlled, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp
let call: ControlClient
let id: unknown

const events = [
  ...['will-move', 'will-resize', 'move', 'moved', 'resize', 'resized', 'minimize', 'restore', 'maximize'],
  ...['unmaximize', 'enter-full-screen', 'leave-full-screen', 'show', 'hide', 'focus', 'blur'],
  'always-on-top-changed',
]

beforeAll(async () => {
  ;({ app, call } = await launchControlled(folder.path))
})
beforeEach(async () => {
  id = await app.run(`
    shared.log.length = 0
    shared.strip = shared.open({ show: false, x: 40, y: 30, width: 420, height: 720, minWidth: 360, minHeight: 96 })
    for (const event of ${JSON.stringify(events)}) shared.strip.on(event, () => shared.note(event))
    return shared.strip.id`)
})
afterEach(() =>
  app.run(`
    const closed = new Promise((resolve) => shared.strip.once('closed', resolve))
    shared.strip.destroy()
    await closed`),
)
afterAll(async () => {
  await app.stop()
  folder.remove()
})

/** Runs code on the window and gives what it returns, with the events the window emitted meanwhile. */
async function run(code: string): Promise<{ value: unknown; log: unknown }> {
  const value = await app.run(`shared.log.length = 0; const { strip } = shared; ${code}`)
  return { value, log: await app.run('return shared.log') }
}

async function view(): Promise<unknown> {
  return ((await call('GET', '/windows')).body as { id: unknown }[]).find((window) => window.id === id)
}

describe('what Electron refuses', () => {
  it.each([
    ['a fraction in a bound', 'strip.setBounds({ x: 1.5 })', 'conversion failure from #<Object>'],
    [
      'a bound that is undefined',
      'strip.setBounds({ width: undefined })',
      'conversion failure from #<Object>',
    ],
    ['a size that is no number', 'strip.setSize(400, NaN)', 'index 1, conversion failure from NaN'],
    ['a place that is a text', 'strip.setPosition("1", 2)', 'index 0, conversion failure from 1'],
    ['an unknown level', 'strip.setAlwaysOnTop(true, "sky")', 'index 1, conversion failure from sky'],
    [
      'an option of the future',
      'shared.open({ hologram: true })',
      'BrowserWindow({ hologram }) is not implemented',
    ],
    [
      'an option the host lacks',
      'shared.open({ parent: strip })',
      'BrowserWindow({ parent }) is not implemented',
    ],
    ['a width that is a fraction', 'shared.open({ width: 420.5 })', 'conversion failure from 420.5'],
  ])('%s', async (_name, code, message) => {
    await expect(run(code)).rejects.toThrow(message)
  })
})

describe('bounds', () => {
  it('change the page’s own size', async () => {
    const { value } = await run(`
      await strip.loadURL('app://probe/')
      const size = () => strip.webContents.executeJavaScript('[innerWidth, innerHeight]')
      const before = await size()
      const resized = strip.webContents.executeJavaScript('new Promise((resolve) => addEventListener("resize", () => resolve(true), { once: true }))')
      strip.setBounds({ x: 900, y: 10, width: 360, height: 96 })
      await resized
      return [before, await size(), strip.getBounds()]`)
    expect(value).toStrictEqual([[420, 720], [360, 96], { x: 900, y: 10, width: 360, height: 96 }])
  })

  it('tell of what has changed, and of nothing else', async () => {
    expect((await run('strip.setPosition(41, 30)')).log).toStrictEqual(['move'])
    expect((await run('strip.setSize(500, 720)')).log).toStrictEqual(['resize'])
    expect((await run('strip.setBounds({ x: 41, width: 500 })')).log).toStrictEqual([])
  })

  it('stay within the limits, and the limits may change', async () => {
    const { value } = await run(`
      strip.setMaximumSize(800, 0)
      strip.setSize(10, 5000)
      const narrow = strip.getSize()
      strip.setSize(2000, 10)
      const wide = strip.getSize()
      strip.setMinimumSize(360, 480)
      return [narrow, wide, strip.getSize(), strip.getMinimumSize(), strip.getMaximumSize()]`)
    expect(value).toStrictEqual([
      [360, 5000],
      [800, 96],
      [800, 480],
      [360, 480],
      [800, 0],
    ])
  })

  it('are in the middle of the display when no place is given', async () => {
    const { value } = await run(`
      const other = shared.open({ show: false, x: 5, width: 400, height: 300 })
      const bounds = other.getBounds()
      other.destroy()
      strip.center()
      return [bounds, strip.getPosition()]`)
    expect(value).toStrictEqual([{ x: 760, y: 390, width: 400, height: 300 }, [750, 180]])
  })
})

describe('states', () => {
  it('maximised: fills the work area, shows the window without the focus, and knows its way back', async () => {
    const { value, log } = await run(`
      strip.maximize()
      strip.maximize()
      const full = [strip.isMaximized(), strip.isNormal(), strip.getBounds(), strip.getNormalBounds(), strip.isVisible(), strip.isFocused()]
      strip.unmaximize()
      return [full, strip.isMaximized(), strip.getBounds()]`)
    const normal = { x: 40, y: 30, width: 420, height: 720 }
    const area = { x: 0, y: 0, width: 1920, height: 1080 }
    expect(value).toStrictEqual([[true, false, area, normal, true, false], false, normal])
    expect(log).toStrictEqual(['show', 'resize', 'move', 'maximize', 'resize', 'move', 'unmaximize'])
  })

  it('bounds of its own end it', async () => {
    const { value } = await run(`
      strip.maximize()
      strip.setBounds({ x: 0, y: 0, width: 360, height: 96 })
      return [strip.isMaximized(), strip.getBounds()]`)
    expect(value).toStrictEqual([false, { x: 0, y: 0, width: 360, height: 96 }])
  })

  it('minimised and restored: it is maximised again if it was', async () => {
    const { value, log } = await run(`
      strip.maximize()
      shared.log.length = 0
      strip.minimize()
      const low = [strip.isMinimized(), strip.isMaximized()]
      strip.restore()
      return [low, strip.isMinimized(), strip.isMaximized()]`)
    expect(value).toStrictEqual([[true, false], false, true])
    expect(log).toStrictEqual(['minimize', 'restore'])
  })

  it('full screen, unless the window is not full-screenable', async () => {
    const { value, log } = await run(`
      strip.setFullScreenable(false)
      strip.setFullScreen(true)
      const refused = strip.isFullScreen()
      strip.setFullScreenable(true)
      strip.setFullScreen(true)
      const accepted = strip.isFullScreen()
      strip.setFullScreen(false)
      return [refused, accepted, strip.isFullScreen()]`)
    expect(value).toStrictEqual([false, true, false])
    expect(log).toStrictEqual([
      ...['resize', 'move', 'enter-full-screen', 'resize', 'move', 'leave-full-screen'],
    ])
  })

  it('shown without the focus, on top of the others, then focused', async () => {
    const { value, log } = await run(`
      strip.setAlwaysOnTop(true, 'screen-saver')
      strip.setAlwaysOnTop(true)
      strip.showInactive()
      const inactive = [strip.isVisible(), strip.isFocused()]
      strip.setFocusable(false)
      strip.focus()
      const unfocusable = strip.isFocused()
      strip.setFocusable(true)
      strip.focus()
      const focused = strip.isFocused()
      strip.hide()
      return [inactive, unfocusable, focused, strip.isVisible(), strip.isFocused()]`)
    expect(value).toStrictEqual([[true, false], false, true, false, false])
    expect(log).toStrictEqual(['always-on-top-changed', 'show', 'focus', 'blur', 'hide'])
  })
})

describe('properties', () => {
  it.each([
    ...['resizable', 'movable', 'minimizable', 'maximizable', 'fullScreenable', 'closable', 'focusable'],
  ])('%s is the switch of that name', async (name) => {
    const read = `strip.is${name.charAt(0).toUpperCase()}${name.slice(1)}()`
    const { value } = await run(`
      const before = [strip.${name}, ${read}]
      strip.${name} = false
      return [before, strip.${name}, ${read}]`)
    expect(value).toStrictEqual([[true, true], false, false])
  })

  it('title and fullScreen too', async () => {
    const { value } = await run(`
      strip.title = 'Mini'
      strip.fullScreen = true
      return [strip.getTitle(), strip.title, strip.isFullScreen(), strip.fullScreen]`)
    expect(value).toStrictEqual(['Mini', 'Mini', true, true])
  })
})

describe('the control port', () => {
  it('shows what a headless browser cannot do for real', async () => {
    await run(`
      strip.setTitle('Strip')
      strip.setAlwaysOnTop(true, 'floating')
      strip.setResizable(false)
      strip.setMaximizable(false)
      strip.setOpacity(0.9)
      strip.setVisibleOnAllWorkspaces(true)
      strip.setSkipTaskbar(true)
      strip.setProgressBar(0.5)
      strip.flashFrame(true)
      const pixel = electron.nativeImage.createFromBitmap(Buffer.from([0, 0, 255, 255]), { width: 1, height: 1 })
      strip.setOverlayIcon(pixel, '3 waiting')
      strip.setIcon(pixel)
      shared.window.moveTop()`)
    expect(await view()).toMatchObject({
      title: 'Strip',
      visible: false,
      alwaysOnTop: true,
      level: 'floating',
      stackedAt: 1,
      resizable: false,
      maximizable: false,
      minimizable: true,
      opacity: 0.9,
      onAllWorkspaces: true,
      frame: true,
      bounds: { x: 40, y: 30, width: 420, height: 720 },
      minimumSize: { width: 360, height: 96 },
      maximumSize: { width: 0, height: 0 },
      taskbar: {
        isSkipped: true,
        progress: 0.5,
        flashing: true,
        overlay: { description: '3 waiting', image: { width: 1, height: 1 } },
        icon: { width: 1, height: 1 },
      },
    })
    await run(`strip.setOverlayIcon(null, ''); strip.setAlwaysOnTop(false); shared.window.moveTop()`)
    expect(await view()).toMatchObject({ level: 'normal', stackedAt: 0, taskbar: { overlay: null } })
  })

  it('drags a window as a person would', async () => {
    const dragged = await call('POST', `/windows/${String(id)}/bounds`, { x: 700, width: 600 })
    expect(dragged).toStrictEqual({ status: 200, body: { x: 700, y: 30, width: 600, height: 720 } })
    expect(await app.run('return shared.log')).toStrictEqual([
      ...['will-resize', 'resize', 'move', 'resized', 'moved'],
    ])
    await app.run('shared.log.length = 0')
    await call('POST', `/windows/${String(id)}/bounds`, { y: 0 })
    expect(await app.run('return shared.log')).toStrictEqual(['will-move', 'move', 'moved'])
  })

  it.each([
    ['a window that is not resizable', 'strip.setResizable(false)', 'bounds', { width: 700 }, 409],
    ['a window that is not movable', 'strip.setMovable(false)', 'bounds', { x: 700 }, 409],
    [
      'an app that prevents it',
      `strip.on('will-resize', (event) => event.preventDefault())`,
      'bounds',
      { width: 700 },
      409,
    ],
    ['half a pixel', '', 'bounds', { x: 0.5 }, 400],
    ['a window that is not maximisable', 'strip.setMaximizable(false)', 'act', { action: 'maximize' }, 409],
    ['a window that is not minimisable', 'strip.setMinimizable(false)', 'act', { action: 'minimize' }, 409],
    ['a window that is not focusable', 'strip.setFocusable(false)', 'act', { action: 'focus' }, 409],
    ['an unknown action', '', 'act', { action: 'juggle' }, 400],
    ['a window that is not closable', 'strip.setClosable(false)', 'close', undefined, 409],
  ])('is refused by %s', async (_name, code, route, body, status) => {
    await run(code)
    expect((await call('POST', `/windows/${String(id)}/${route}`, body)).status).toBe(status)
    expect(await view()).toMatchObject({
      bounds: { x: 40, y: 30, width: 420, height: 720 },
      minimized: false,
    })
  })

  it('minimises, restores, maximises and focuses', async () => {
    for (const action of ['maximize', 'minimize', 'restore', 'focus', 'unmaximize', 'blur'])
      expect((await call('POST', `/windows/${String(id)}/act`, { action })).status).toBe(200)
    const log = (await app.run('return shared.log')) as string[]
    expect(log.filter((event) => event !== 'move' && event !== 'resize')).toStrictEqual([
      ...['show', 'maximize', 'minimize', 'restore', 'focus', 'unmaximize', 'blur'],
    ])
  })
})
