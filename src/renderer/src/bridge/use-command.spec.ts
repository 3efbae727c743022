import { expect, test, vi } from 'vitest'
import type { AppError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { deferred, refused, stubBridge } from '../testing/stub-bridge.ts'
import { signedOut } from '../testing/snapshots.ts'
import { guardBridge } from './guarded-bridge.ts'
import { useCommand } from './use-command.ts'

type Answer = Result<null, AppError>

test('a refusal is kept until the next attempt starts', async () => {
  const answers: Answer[] = [refused(), ok(null)]
  const command = useCommand(() => Promise.resolve(answers.shift() ?? ok(null)))
  await command.run()
  expect(command.error.value).toMatchObject({ code: 'refused' })
  const second = command.run()
  expect(command.error.value).toBeNull()
  await second
  expect(command.error.value).toBeNull()
})

test('superseded is no error to show', async () => {
  const command = useCommand(() => Promise.resolve<Answer>(err({ code: 'superseded' })))
  const result = await command.run()
  expect(result.ok).toBe(false)
  expect(command.error.value).toBeNull()
})

test('a late refusal of an older attempt does not hide the newer success, and all must end before it is idle', async () => {
  const [first, second] = [deferred<Answer>(), deferred<Answer>()]
  const waiting = [first.promise, second.promise]
  const command = useCommand(() => waiting.shift() ?? Promise.resolve<Answer>(ok(null)))
  const runs = [command.run(), command.run()]
  second.resolve(ok(null))
  await runs[1]
  expect(command.isRunning.value).toBe(true)
  first.resolve(refused())
  await runs[0]
  expect(command.isRunning.value).toBe(false)
  expect(command.error.value).toBeNull()
})

test('a rejecting bridge answers with an internal error and leaves the cause in the console', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const bridge = stubBridge(signedOut())
  const cause = new Error('An object could not be cloned.')
  bridge.setLinkage.mockRejectedValueOnce(cause)
  await expect(guardBridge(bridge).setLinkage({ linked: true })).resolves.toEqual(err({ code: 'internal' }))
  expect(log).toHaveBeenCalledWith(expect.stringContaining('setLinkage'), cause)
  log.mockRestore()
})
