import { hasControlPort, needsControlPort } from './support/host.ts'
import { expect, test } from './support/test.ts'

/* With the window in the tray nobody sees a notice: what must not wait is said on the desktop. */

test('a sign-out by the platform is told on the desktop, and a click brings the window back', async ({
  desk,
  gateway,
}) => {
  test.skip(!hasControlPort, needsControlPort)
  const notes = (): Promise<readonly { id: number; body: string }[]> => desk.control('GET', '/notifications')
  const isVisible = async (): Promise<boolean> =>
    (await desk.control<readonly { visible: boolean }[]>('GET', '/windows')).some((window) => window.visible)
  const [window] = await desk.control<readonly { id: number }[]>('GET', '/windows')
  await desk.control('POST', `/windows/${window!.id}/close`)
  await expect.poll(isVisible).toBe(false)

  await gateway.control('POST', '/agents/101/kick')
  const told = async () => (await notes()).find((note) => note.body.startsWith('Session ended.'))
  await expect.poll(told).toBeDefined()
  await desk.control('POST', `/notifications/${(await told())!.id}/click`)
  await expect.poll(isVisible).toBe(true)
  await expect(desk.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})
