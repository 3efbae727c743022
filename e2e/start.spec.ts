import { isBuildFresh } from '../scripts/start/build-freshness.ts'
import { projectRoot, startScript, stopProgram } from './support/child-process.ts'
import { makeProfile, removeProfile } from './support/app.ts'
import { host } from './support/host.ts'
import { expect, test } from './support/test.ts'

/* `npm start` without anything: the built-in demo gateway, one line of JSON when ready, nothing left afterwards. */

test('starts the demo gateway by itself and says when it is ready', async () => {
  // It would build a stale one anew, and take the page away from the apps of the other specs meanwhile.
  expect(await isBuildFresh(projectRoot), 'sources have changed since `npm run build`').toBe(true)
  const profile = await makeProfile()
  const program = startScript('scripts/start.ts', '--headless', '--host', host, '--user-data-dir', profile)
  const ready = await program.ready
  expect(ready).toMatchObject({ ready: true, host, userData: profile })
  expect(ready.gateway).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  const health = await fetch(`${String(ready.control)}/health`)
  expect(health.ok).toBe(true)
  expect(await stopProgram(program)).toBe(0)
  await expect
    .poll(() =>
      fetch(`${String(ready.control)}/health`).then(
        () => 'still there',
        () => 'gone',
      ),
    )
    .toBe('gone')
  await removeProfile(profile)
})

test('a host that does not exist is refused before anything is built', async () => {
  const program = startScript('scripts/start.ts', '--host', 'netscape')
  expect(await program.ended).toBe(2)
  expect(program.output()).toContain('--host')
})
