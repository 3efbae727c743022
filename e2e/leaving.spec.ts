import { execFileSync } from 'node:child_process'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { linesOfSession } from './support/session-requests.ts'
import { expect, test } from './support/test.ts'

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
  const [window] = await desk.control<readonly { id: number }[]>('GET', '/windows')
  await desk.control('POST', `/windows/${window!.id}/close`)
  expect((await desk.tray()).length).toBeGreaterThan(0)
  expect((await gateway.agent('101')).state).not.toBe('signed-out')
  await desk.clickTray('Open Deskside')
  await expect
    .poll(async () => (await desk.control<readonly { visible: boolean }[]>('GET', '/windows'))[0]?.visible)
    .toBe(true)
})

test('a gateway that does not answer cannot hold the program back', async ({ desk, gateway }) => {
  await gateway.addFault({ match: { path: '**/logout' }, action: { type: 'hang' } })
  await gateway.addFault({ match: { path: '**/forcelogout' }, action: { type: 'hang' } })
  const startedAt = performance.now()
  await desk.stop()
  expect(performance.now() - startedAt).toBeLessThan(8_000)
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
