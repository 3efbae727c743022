import { describe, expect, it } from 'vitest'
import { useSimulators } from '../../../simulator/testing/with-simulator.ts'
import { credentials, setUp, useServers } from './testing/check-fixture.ts'

/* A check that is given up, by the agent or for a newer one, leaves nobody signed in and is heard no more. */

const start = useSimulators()
const { serve } = useServers()

describe('cancelling', () => {
  it('ends a step that hangs; the rest is skipped', async () => {
    const server = await serve(() => undefined)
    const { check, told, journal } = setUp()
    const running = check.run({ gatewayAddress: server.origin, caFile: '', credentials: null })
    await server.received(1)
    check.cancel()
    const report = await running
    expect(report.outcome).toBe('cancelled')
    expect(report.steps.slice(2).map(({ skipped }) => skipped)).toEqual(
      Array.from({ length: 4 }, () => 'cancelled'),
    )
    expect(told.at(-1)).toEqual(report)
    expect(journal[0]?.details).toEqual({ outcome: 'cancelled' })
  })

  it('a new check makes the one before unheard', async () => {
    const server = await serve(() => undefined)
    const { check, run, told } = setUp()
    const first = run({ gatewayAddress: server.origin })
    await server.received(1)
    const second = await run({ gatewayAddress: '' })
    await first
    expect(told.at(-1)).toEqual(second)
    expect(check.report).toEqual(second)
  })

  /** A check that has signed in and waits for the answer to its poll. */
  async function signedInCheck() {
    const { simulator } = await start()
    const made = setUp()
    const input = { gatewayAddress: simulator.gatewayUrl, caFile: simulator.caPath, credentials }
    const polling = made.began('poll')
    const first = made.run(input)
    await polling
    return { ...made, first, input }
  }

  it('a stop resolves when the check has signed out again', async () => {
    const { check, first } = await signedInCheck()
    let isOver = false
    void first.then(() => (isOver = true))
    await check.stop()
    expect(isOver).toBe(true)
    expect((await first).steps.map(({ status, skipped }) => skipped ?? status)).toEqual([
      'passed',
      'passed',
      'passed',
      'passed',
      'cancelled',
      'passed',
    ])
  })

  it('a new check of the same agent does not meet the sign-in of the one before', async () => {
    const { run, input, first } = await signedInCheck()
    const second = await run(input)
    expect((await first).outcome).toBe('cancelled')
    expect(second.outcome).toBe('passed')
  })

  it('before its first step nothing is sent', async () => {
    const server = await serve(() => undefined)
    const { check, run } = setUp()
    const running = run({ gatewayAddress: server.origin })
    check.cancel()
    expect((await running).steps.map(({ skipped }) => skipped)).toEqual(
      Array.from({ length: 6 }, () => 'cancelled'),
    )
    expect(server.requests).toEqual([])
  })
})
