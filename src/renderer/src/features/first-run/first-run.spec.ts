import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { err, ok } from '../../../../shared/result.ts'
import { gatewayView } from '../../testing/help-snapshots.ts'
import { renderApp } from '../../testing/render-app.ts'
import { signedOut } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'

const demo = {
  gatewayAddress: 'https://127.0.0.1:4711',
  caFile: '/demo/ca.pem',
  agentId: '101',
  phone: '8101',
  isAlwaysOffHook: true,
  demoPassword: 'Deskside#101',
}
const card = () => page.getByRole('region', { name: 'Welcome to Deskside' })

function firstStart(source: 'demo' | 'command-line' | 'yours' = 'demo') {
  const bridge = stubBridge(signedOut({ signIn: demo }))
  const view = gatewayView({ address: demo.gatewayAddress, source })
  bridge.getGateway.mockResolvedValue(ok(view))
  bridge.chooseGateway.mockResolvedValue(ok({ ...view, choice: 'demo' }))
  return bridge
}

describe('no first run', () => {
  test.each(['command-line', 'yours'] as const)('with a gateway of %s', async (source) => {
    await renderApp(firstStart(source))
    await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await expect.element(card()).not.toBeInTheDocument()
  })

  test('where the demo was chosen before', async () => {
    const bridge = firstStart()
    bridge.getGateway.mockResolvedValue(ok(gatewayView({ source: 'demo', choice: 'demo' })))
    await renderApp(bridge)
    await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await expect.element(card()).not.toBeInTheDocument()
  })
})

describe('the first run', () => {
  test('says why the demo cannot be signed in to', async () => {
    const bridge = firstStart()
    bridge.signIn.mockResolvedValue(err({ code: 'unreachable' }))
    await renderApp(bridge)
    await card().getByRole('button', { name: 'Try the demo' }).click()
    await expect.element(card().getByRole('alert')).toMatchTextContent(/cannot be reached/)
  })

  test('one click signs in to the demo; the form below is filled in all the same', async () => {
    const bridge = firstStart()
    await renderApp(bridge)
    await expect.element(page.getByRole('textbox', { name: 'Agent ID' })).toHaveValue('101')
    await card().getByRole('button', { name: 'Try the demo' }).click()
    const { demoPassword: password, ...fields } = demo
    await expect
      .poll(() => bridge.signIn.mock.lastCall?.[0])
      .toEqual({ ...fields, password, takeOver: false })
  })

  test('what the demo has filled in by itself is folded, and the button covers nothing in a large window', async () => {
    await page.viewport(1400, 900)
    await renderApp(firstStart())
    await expect.element(card()).toBeVisible()
    const advanced = page.getByRole('button', { name: 'Advanced' })
    await expect.element(advanced).toHaveAttribute('aria-expanded', 'false')
    const submit = page.getByRole('button', { name: 'Sign in', exact: true }).element()
    expect(advanced.element().getBoundingClientRect().bottom).toBeLessThan(submit.getBoundingClientRect().top)
    await page.viewport(420, 720)
  })

  test('the keyboard begins at the demo, and follows to the gateway of one’s own and back', async () => {
    await renderApp(firstStart())
    await expect.element(card().getByRole('button', { name: 'Try the demo' })).toHaveFocus()
    const useOwn = card().getByRole('button', { name: 'Use your gateway' })
    await useOwn.click()
    await expect.element(card().getByRole('textbox', { name: 'Gateway address' })).toHaveFocus()
    // What is filled in for the demo would only be in the way.
    await expect.element(page.getByRole('button', { name: 'Sign in', exact: true })).not.toBeInTheDocument()
    await card().getByRole('button', { name: 'Back' }).click()
    await expect.element(useOwn).toHaveFocus()
    await expect.element(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  })

  test('a gateway of one’s own is asked for, and an address that is none is not saved', async () => {
    const bridge = firstStart()
    await renderApp(bridge)
    await card().getByRole('button', { name: 'Use your gateway' }).click()
    const address = card().getByRole('textbox', { name: 'Gateway address' })
    await address.fill('http://gateway.example')
    await card().getByRole('button', { name: 'Use this gateway' }).click()
    await expect.element(address).toHaveFocus()
    await expect.element(card()).toMatchTextContent(/Use https/)
    expect(bridge.chooseGateway).not.toHaveBeenCalled()
    await address.fill('https://gateway.example:8043')
    await card().getByRole('button', { name: 'Use this gateway' }).click()
    await expect
      .poll(() => bridge.chooseGateway.mock.lastCall?.[0])
      .toEqual({ choice: 'own', gatewayAddress: 'https://gateway.example:8043', caFile: '' })
  })
})
