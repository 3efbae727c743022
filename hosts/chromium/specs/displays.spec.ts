import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ControlClient } from '../spec-support/control-client.ts'
import { launchControlled, temporaryFolder, type RunningApp } from '../spec-support/launch-app.ts'

const folder = temporaryFolder()
let app: RunningApp
let call: ControlClient

const full = { x: 0, y: 0, width: 1920, height: 1080 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }

beforeAll(async () => {
  ;({ app, call } = await launchControlled(folder.path))
  await app.run(`
    const { screen } = electron
    screen.on('display-added', (_event, { id }) => shared.note('added', id))
    screen.on('display-removed', (_event, { id }) => shared.note('removed', id))
    screen.on('display-metrics-changed', (_event, { id }, metrics) => shared.note('changed', id, metrics.join(' ')))`)
})
beforeEach(async () => {
  await call('PUT', '/displays', [{ id: 1, bounds: full }])
  await app.run('shared.log.length = 0')
})
afterAll(async () => {
  await app.stop()
  folder.remove()
})

describe('refusals', () => {
  it.each([
    ['no display at all', []],
    ['a display without a size', [{ bounds: { ...full, width: 0 } }]],
    ['half a pixel', [{ bounds: { ...full, x: 0.5 } }]],
    ['a work area outside the display', [{ bounds: full, workArea: { ...full, height: 1081 } }]],
    ['the same id twice', [{ id: 2, bounds: full }, { bounds: right }]],
    ['a rotation by a third', [{ bounds: full, rotation: 120 }]],
    ['a field nobody knows', [{ bounds: full, colour: 'red' }]],
  ])('%s', async (_name, displays) => {
    expect((await call('PUT', '/displays', displays)).status).toBe(400)
    expect(await app.run('return electron.screen.getAllDisplays().length')).toBe(1)
  })

  it('a rectangle that is none', async () => {
    const asked = app.run('return electron.screen.getDisplayMatching({ x: 0, y: 0 })')
    await expect(asked).rejects.toThrow('conversion failure from #<Object>')
  })
})

it('has one display of 1920 × 1080 to begin with', async () => {
  const seen = await app.run(`
    const { bounds, workArea, scaleFactor } = electron.screen.getPrimaryDisplay()
    return [electron.screen.getAllDisplays().length, bounds, workArea, scaleFactor]`)
  expect(seen).toStrictEqual([1, full, full, 1])
})

it('tells of displays that come, change and go', async () => {
  await call('PUT', '/displays', [
    { id: 1, bounds: full, workArea: { ...full, height: 1040 } },
    { id: 7, label: 'Side', bounds: right, scaleFactor: 1.25 },
  ])
  await call('PUT', '/displays', [{ id: 7, label: 'Side', bounds: right, scaleFactor: 1.25 }])
  await call('PUT', '/displays', [{ id: 7, label: 'Side', bounds: right, scaleFactor: 1 }])
  expect(await app.run('return shared.log')).toStrictEqual([
    ...['changed 1 workArea', 'added 7', 'removed 1', 'changed 7 scaleFactor'],
  ])
})

it('finds the display of a window and of the pointer, and leaves windows where they are', async () => {
  await call('PUT', '/displays', [
    { id: 1, bounds: full },
    { id: 7, bounds: right, workArea: { ...right, height: 1000 } },
  ])
  await call('PUT', '/cursor', { x: 2000, y: 500 })
  const seen = await app.run(`
    const { screen } = electron
    shared.window.setBounds({ x: 2000, y: 100, width: 420, height: 720 })
    const there = screen.getDisplayMatching(shared.window.getBounds()).id
    const pointer = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).id
    shared.window.maximize()
    const bounds = shared.window.getBounds()
    shared.window.unmaximize()
    return [there, pointer, bounds]`)
  expect(seen).toStrictEqual([7, 7, { ...right, height: 1000 }])
  await call('PUT', '/displays', [{ id: 1, bounds: full }])
  expect(
    await app.run(
      `return [shared.window.getPosition(), electron.screen.getDisplayMatching(shared.window.getBounds()).id]`,
    ),
  ).toStrictEqual([[2000, 100], 1])
})
