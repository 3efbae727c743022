import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { ConnectionReport } from '../../../../shared/domain/connection-check.ts'
import type { CommandResult } from '../../../../shared/ipc/contract.ts'
import { err, ok } from '../../../../shared/result.ts'
import { checkReport } from '../../testing/help-snapshots.ts'
import { deferred, stubBridge } from '../../testing/stub-bridge.ts'
import { renderApp } from '../../testing/render-app.ts'
import { noon, signedOut } from '../../testing/snapshots.ts'

const signIn = {
  gatewayAddress: 'https://gateway.example:8043',
  caFile: '',
  agentId: '101',
  phone: '8101',
  isAlwaysOffHook: true,
  demoPassword: null,
}
const panel = () => page.getByRole('region', { name: 'Connection check' })
const step = (name: RegExp) => panel().getByRole('listitem').filter({ hasText: name })

/** A form whose sign-in has just failed. */
async function afterFailure() {
  const bridge = stubBridge(signedOut({ signIn }))
  bridge.signIn.mockResolvedValue(err({ code: 'unreachable' }))
  await renderApp(bridge)
  await expect.element(panel()).not.toBeInTheDocument()
  await page.getByRole('textbox', { name: 'Password' }).fill('secret')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect.element(panel()).toBeVisible()
  return bridge
}

const failedReport = checkReport(
  {
    address: { facts: [{ name: 'host', value: 'gateway.example' }] },
    certificate: {
      status: 'failed',
      problem: 'unknown-authority',
      facts: [
        { name: 'issuer', value: 'Proxy CA' },
        { name: 'validUntil', value: noon },
      ],
    },
    gateway: { status: 'skipped', tookMs: null, skipped: 'step-before-failed' },
  },
  { outcome: 'failed' },
)

describe('after a failed sign-in the check', () => {
  test('says when it could not be run at all', async () => {
    const bridge = await afterFailure()
    bridge.checkConnection.mockResolvedValue(err({ code: 'internal', reference: 'abc' }))
    await panel().getByRole('button', { name: 'Check the connection' }).click()
    await expect.element(panel().getByRole('alert')).toMatchTextContent(/abc/)
  })

  test('names the step that failed, what happened, and what to do', async () => {
    const bridge = await afterFailure()
    bridge.checkConnection.mockResolvedValue(ok(failedReport))
    await panel().getByRole('button', { name: 'Check the connection' }).click()
    await expect.element(step(/Encryption/)).toMatchTextContent(/failed.*does not know who issued/)
    await expect.element(step(/Encryption/)).toMatchTextContent(/issued by Proxy CA/)
    await expect.element(step(/^Gateway/)).toMatchTextContent(/left out.*Needs the step before/)
    await expect.element(panel().getByRole('status')).toMatchTextContent(/One step failed/)
  })

  test('uses the password only when it is told to', async () => {
    const bridge = await afterFailure()
    await panel().getByRole('button', { name: 'Check the connection' }).click()
    await expect.poll(() => bridge.checkConnection.mock.lastCall?.[0].credentials).toBeNull()
    await panel().getByRole('checkbox', { name: 'Include the sign-in' }).click()
    await panel().getByRole('button', { name: 'Check again' }).click()
    await expect
      .poll(() => bridge.checkConnection.mock.lastCall?.[0].credentials)
      .toEqual({ agentId: '101', password: 'secret', phone: '8101', isAlwaysOffHook: true })
  })

  test('shows its steps while it runs, can be stopped, and its result copied', async () => {
    const bridge = await afterFailure()
    const { promise, resolve } = deferred<CommandResult<'connection:check'>>()
    bridge.checkConnection.mockReturnValue(promise)
    await panel().getByRole('button', { name: 'Check the connection' }).click()
    const running: ConnectionReport = checkReport({ gateway: { status: 'running' } }, { outcome: 'running' })
    bridge.pushCheck(running)
    await expect.element(step(/^Gateway/)).toHaveAttribute('aria-current', 'step')
    await panel().getByRole('button', { name: 'Stop the check' }).click()
    expect(bridge.cancelCheck).toHaveBeenCalledOnce()
    resolve(
      ok(checkReport({ gateway: { status: 'skipped', skipped: 'cancelled' } }, { outcome: 'cancelled' })),
    )
    await expect.element(panel().getByRole('status')).toMatchTextContent(/was stopped/)
    await panel().getByRole('button', { name: 'Copy the result' }).click()
    await expect.element(panel().getByRole('status')).toMatchTextContent(/Copied/)
  })
})
