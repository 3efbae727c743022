import { expect, it } from 'vitest'
import type { AppError } from '../../shared/app-error.ts'
import { ToldFailures } from './told-failures.ts'

const failure = (): AppError => ({ code: 'timed-out' })

it('knows a failure by itself and not by its looks', async () => {
  const told = new ToldFailures()
  const error = failure()
  told.tell(error)
  expect([await told.wasTold(error), await told.wasTold(failure())]).toEqual([true, false])
})

it('waits for a door that may still tell it, also for one that fails', async () => {
  const told = new ToldFailures()
  const error = failure()
  const [first, second] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()]
  told.expect(first.promise)
  told.expect(second.promise)
  let answer: boolean | null = null
  const asked = told.wasTold(error).then((value) => {
    answer = value
  })
  second.reject(new Error('broken'))
  await second.promise.catch(() => null)
  expect(answer).toBeNull()
  told.tell(error)
  first.resolve(null)
  await asked
  expect(answer).toBe(true)
})
