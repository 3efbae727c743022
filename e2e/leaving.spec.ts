import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { App } from './support/app.ts'
import { hideWindow, isVisible } from './support/hidden-window.ts'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { linesOfSession } from './support/session-requests.ts'
import { expect, signIn, test } from './support/test.ts'

/* However the program ends, the agent is signed out and nothing stays behind. */

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} signs the agent out`, async ({ desk, gateway }) => {
    expect(await desk.stop(signal)).toBe(0)
    expect((await gateway.agent('101')).state).toBe('signed-out')
    expect(await linesOfSession(gateway, 'logout')).toEqual(['DELETE /onlineagent/101/logout'])
  })
}

test('Quit in the tray signs the agent out', async ({ desk, gateway }) => {
  test.skip(!hasControlPort, needsControlPort)
  await desk.clickTray('Quit')
  expect(await desk.program.ended).toBe(0)
  expect((await gateway.agent('101')).state).toBe('signed-out')
})

test('a system that shuts down signs the agent out', async ({ desk, gateway }) => {
  test.skip(!hasControlPort, needsControlPort)
  await desk.control('POST', '/power', { event: 'shutdown' })
  expect(await desk.program.ended).toBe(0)
  expect((await gateway.agent('101')).state).toBe('signed-out')
})

test('Quit in the window signs the agent out', async ({ desk, gateway }) => {
  await desk.page.getByRole('button', { name: 'Quit', exact: true }).click()
  await desk.page.getByRole('button', { name: 'Quit and sign out' }).click()
  expect(await desk.program.ended).toBe(0)
  expect((await gateway.agent('101')).state).toBe('signed-out')
})

test('quitting in a call ends the call and signs out', async ({ desk, gateway }) => {
  await gateway.quiet()
  await gateway.control('POST', '/agents/101/offer-call', { skillId: 1, talkMs: 600_000 })
  await expect.poll(async () => (await gateway.agent('101')).state).toBe('talking')
  expect(await desk.stop()).toBe(0)
  expect((await gateway.agent('101')).state).toBe('signed-out')
})

test('closing the window leaves the session and the tray', async ({ desk, gateway }) => {
  test.skip(!hasControlPort, needsControlPort)
  await hideWindow(desk)
  await desk.clickTray('Phone linkage')
  await expect.poll(async () => (await gateway.agent('101')).linkage).toBe('linked')
  await desk.clickTray('Open Deskside')
  await expect.poll(() => isVisible(desk)).toBe(true)
  expect(await gateway.lines('logout')).toEqual([])
})

test('a gateway that does not answer cannot hold the program back', async ({ desk, gateway }) => {
  await gateway.addFault({ match: { path: '**/logout' }, action: { type: 'hang' } })
  await gateway.addFault({ match: { path: '**/forcelogout' }, action: { type: 'hang' } })
  expect(await desk.stop()).toBe(0)
})

test('nothing stays behind: no process knows the profile any more', async ({ desk }) => {
  test.skip(process.platform === 'win32', 'reads the list of processes with ps')
  const left = (): readonly string[] =>
    execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(desk.userData))
  expect(left().length).toBeGreaterThan(1)
  await desk.stop()
  await expect.poll(left).toEqual([])
})

/** The steps of the list below "Beginning and end". */
async function documentedEnd(): Promise<readonly string[]> {
  const page = await readFile(join(import.meta.dirname, '../src/main/compose/README.md'), 'utf8')
  const [, list = ''] = page.split('## Beginning and end')
  return [...(list.split('\n## ')[0] ?? '').matchAll(/^\d+\. `([^`]+)`/gm)].map(([, name = '']) => name)
}

test('everything ends in the documented order: the session first, the demo it signs out of last', async ({
  profile,
}) => {
  const app = await App.start(profile)
  await signIn(app.page)
  expect(await app.stop()).toBe(0)
  const log = await readFile(join(profile, 'logs', 'deskside.log'), 'utf8')
  const ends = [...log.matchAll(/\[main\] ended (\{.*\})$/gm)].map(
    ([, fields = '']) => (JSON.parse(fields) as { readonly ended: readonly string[] }).ended,
  )
  expect(ends).toEqual([await documentedEnd(), ['journal']])
  expect(log).not.toContain('not confirmed')
})
