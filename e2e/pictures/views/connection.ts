import type { Page } from '@playwright/test'
import { ok } from '../../../src/shared/result.ts'
import type { CheckStep } from '../../../src/shared/domain/connection-check.ts'
import { checkReport, gatewayView } from '../../../src/renderer/src/testing/help-snapshots.ts'
import { noon, signedOut } from '../../../src/renderer/src/testing/snapshots.ts'
import type { Answers, Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'
import { demo } from './sign-in.ts'

const skipped: Partial<CheckStep> = { status: 'skipped', tookMs: null, skipped: 'nothing-typed' }
const passed = checkReport({
  address: {
    facts: [
      { name: 'host', value: 'gateway.example.com' },
      { name: 'ip', value: '10.1.2.3' },
      { name: 'port', value: 8043 },
    ],
  },
  certificate: {
    tookMs: 38,
    facts: [
      { name: 'protocol', value: 'TLSv1.3' },
      { name: 'issuer', value: 'Example CA' },
      { name: 'validUntil', value: noon + 90 * 86_400_000 },
    ],
  },
  'sign-in': skipped,
  poll: skipped,
  phone: skipped,
})
const later: Partial<CheckStep> = { status: 'skipped', tookMs: null, skipped: 'step-before-failed' }
const failed = checkReport(
  {
    certificate: {
      status: 'failed',
      problem: 'unknown-authority',
      tookMs: 41,
      facts: [{ name: 'issuer', value: 'Another CA' }],
    },
    gateway: later,
    'sign-in': later,
    poll: later,
    phone: later,
  },
  { outcome: 'failed' },
)
const waiting: Partial<CheckStep> = { status: 'waiting', tookMs: null }
const running = checkReport(
  { gateway: { status: 'running', tookMs: null }, 'sign-in': waiting, poll: waiting, phone: waiting },
  { outcome: 'running' },
)

/** A first start: nobody has named a gateway, and the demo runs. */
const first = (answers: Answers = {}): Scene => ({
  snapshot: signedOut({ signIn: demo }),
  answers: { getGateway: ok(gatewayView({ source: 'demo', choice: 'undecided' })), ...answers },
})
async function useOwn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use your gateway' }).click()
}
async function check(page: Page): Promise<void> {
  await useOwn(page)
  await page
    .getByRole('textbox', { name: 'Gateway address' })
    .first()
    .fill('https://gateway.example.com:8043')
  await page.getByRole('button', { name: 'Check the connection' }).first().click()
  const steps = page.getByRole('list', { name: 'Connection check' })
  await steps.waitFor()
  await steps.evaluate((list) => list.scrollIntoView({ block: 'center' }))
}

export const connectionViews: readonly PicturedView[] = [
  {
    name: 'first-run',
    scene: first(),
    also: [
      [360, 640, 'light'],
      [900, 700, 'light'],
      [420, 720, 'contrast'],
    ],
  },
  { name: 'first-run-own-gateway', scene: first(), act: useOwn },
  {
    name: 'check-running',
    scene: { ...first(), underWay: { checkConnection: { event: 'onCheckProgress', payload: running } } },
    act: check,
  },
  { name: 'check-passed', scene: first({ checkConnection: ok(passed) }), act: check },
  {
    name: 'check-failed',
    scene: first({ checkConnection: ok(failed) }),
    act: check,
    also: [
      [360, 640, 'light'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
]
