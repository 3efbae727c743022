import type { App } from './support/app.ts'
import { hideWindow, isVisible } from './support/hidden-window.ts'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { expect, test } from './support/test.ts'

/* With the window in the tray nobody sees a notice: what must not wait is said on the desktop. */

test.skip(!hasControlPort, needsControlPort)

interface Note {
  readonly id: number
  readonly title: string
  readonly body: string
}

/** Waits for the note whose body begins so. */
async function noteThatBegins(app: App, beginning: string): Promise<Note> {
  const find = async (): Promise<Note | undefined> =>
    (await app.control<readonly Note[]>('GET', '/notifications')).find(({ body }) =>
      body.startsWith(beginning),
    )
  await expect.poll(find).toBeDefined()
  return (await find())!
}

test('a sign-out by the platform is told on the desktop, and a click brings the window back', async ({
  desk,
  gateway,
}) => {
  await hideWindow(desk)
  await gateway.control('POST', '/agents/101/kick')
  const note = await noteThatBegins(desk, 'Session ended.')
  await desk.control('POST', `/notifications/${note.id}/click`)
  await expect.poll(() => isVisible(desk)).toBe(true)
  await expect(desk.page.getByRole('button', { name: 'Sign in again', exact: true })).toBeVisible()
})

test('what changed while the computer slept is told on the desktop', async ({ desk, gateway }) => {
  const toolTip = async (): Promise<string> =>
    (await desk.control<{ toolTip: string }>('GET', '/tray/icon')).toolTip
  await hideWindow(desk)
  // The poll that is open already still brings its event; those after it lose theirs.
  await gateway.addFault({ match: { path: '**/agentevent/*' }, action: { type: 'drop-events' } })
  const mark = await gateway.mark()
  await gateway.control('POST', '/agents/101/force-state', { state: 'busy' })
  await expect.poll(toolTip).toBe('Deskside: busy')
  await expect.poll(() => gateway.lines('agentevent', mark)).not.toEqual([])

  await desk.control('POST', '/power', { event: 'suspend' })
  await gateway.control('POST', '/agents/101/force-state', { state: 'idle' })
  await desk.control('POST', '/clock', { advanceMs: 300_000 })
  await desk.control('POST', '/power', { event: 'resume' })
  const note = await noteThatBegins(desk, 'Changed meanwhile: your state.')
  expect(note.title).toBe('While you were away')
  await expect.poll(toolTip).toBe('Deskside: idle')
})
