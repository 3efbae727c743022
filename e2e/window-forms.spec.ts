import type { App } from './support/app.ts'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { expect, test } from './support/test.ts'

/* The window and the strip, where they stand, how they start, and what is shown outside them. */

test.skip(!hasControlPort, needsControlPort)

interface SeenWindow {
  readonly id: number
  readonly visible: boolean
  readonly alwaysOnTop: boolean
  readonly bounds: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

const laptop = { bounds: { x: 0, y: 0, width: 1366, height: 768 } }
const wide = { bounds: { x: 1366, y: 0, width: 2560, height: 1440 } }

async function seen(app: App): Promise<SeenWindow> {
  const [window] = await app.control<readonly SeenWindow[]>('GET', '/windows')
  return window!
}
const notes = async (app: App): Promise<readonly string[]> =>
  (await app.control<readonly { title: string }[]>('GET', '/notifications')).map(({ title }) => title)
const hide = async (app: App): Promise<unknown> =>
  app.control('POST', `/windows/${(await seen(app)).id}/close`)

test('the strip lies on top with what matters, and the window returns to its place', async ({ desk }) => {
  const { id } = await seen(desk)
  const place = { x: 300, y: 120, width: 500, height: 640 }
  await desk.control('POST', `/windows/${id}/bounds`, place)
  await desk.page.getByRole('button', { name: 'Mini strip' }).click()
  const strip = desk.page.getByRole('main', { name: 'Mini strip' })
  await expect(strip.getByText('Idle', { exact: true })).toBeVisible()
  await expect(strip.getByRole('switch', { name: 'Enter idle after call' })).toBeChecked()
  await expect.poll(() => seen(desk)).toMatchObject({ alwaysOnTop: true, bounds: { width: 360, height: 96 } })
  await strip.getByRole('button', { name: 'Open the full window' }).click()
  await expect(desk.page.getByRole('radiogroup', { name: 'Agent state' })).toBeVisible()
  await expect.poll(() => seen(desk)).toMatchObject({ alwaysOnTop: false, bounds: place })
})

test('a window on a display that is taken away comes back into sight', async ({ app }) => {
  await app.control('PUT', '/displays', [laptop, wide])
  const { id } = await seen(app)
  await app.control('POST', `/windows/${id}/bounds`, { x: 2500, y: 200 })
  const inSight = async (): Promise<boolean> => {
    const { x, width } = (await seen(app)).bounds
    return x >= 0 && x + width <= 1366
  }
  expect(await inSight()).toBe(false)
  await app.control('PUT', '/displays', [laptop])
  await expect.poll(inSight).toBe(true)
})

test('started hidden it waits in the tray until it is wanted', async ({ launch }) => {
  const app = await launch('--hidden')
  expect((await seen(app)).visible).toBe(false)
  await app.clickTray('Open Deskside')
  await expect.poll(async () => (await seen(app)).visible).toBe(true)
})

test('that a closed window goes on in the tray is told once, over restarts too', async ({ launch }) => {
  const first = await launch()
  await hide(first)
  await expect.poll(() => notes(first)).toEqual(['Deskside is still running'])
  await first.stop()
  const second = await launch()
  await hide(second)
  await expect.poll(async () => (await seen(second)).visible).toBe(false)
  expect(await notes(second)).toEqual([])
})

test('quiet hours keep a missed state quiet, and a try is shown all the same', async ({ desk, gateway }) => {
  await desk.page.getByRole('button', { name: 'Settings' }).click()
  await desk.page.getByRole('tab', { name: 'Notifications' }).click()
  await desk.page.getByRole('switch', { name: 'Quiet hours' }).click()
  // The same time twice: quiet all day, whenever this runs.
  await desk.page.getByLabel('From').fill('08:00')
  await desk.page.getByLabel('To', { exact: true }).fill('08:00')
  await expect(desk.page.getByText('The same time twice: quiet all day.')).toBeVisible()
  await desk.page.getByRole('button', { name: 'Try the note: Missed call' }).click()
  await expect.poll(() => notes(desk)).toEqual(['Missed call'])
  await desk.page.keyboard.press('Escape')
  await hide(desk)
  await gateway.control('POST', '/agents/101/force-state', { state: 'busy' })
  const toolTip = async (): Promise<string> =>
    (await desk.control<{ toolTip: string }>('GET', '/tray/icon')).toolTip
  await expect.poll(toolTip).toContain('busy')
  expect((await notes(desk)).filter((title) => title !== 'Deskside is still running')).toEqual([
    'Missed call',
  ])
})
