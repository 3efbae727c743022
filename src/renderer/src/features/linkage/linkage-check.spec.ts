import { expect, test } from 'vitest'
import type { LinkedPhone } from '../../../../shared/domain/linked-phone.ts'
import { unknownPhone } from '../../../../shared/domain/linked-phone.ts'
import { renderApp } from '../../testing/render-app.ts'
import { confirmed, deskSnapshot, doubtful, noon, signedIn, switchView } from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'

const linked = switchView(confirmed(true))
const perCall = { ...signedIn, phase: 'online', isAlwaysOffHook: false } as const
const answered = (result: number) => ({ result, at: noon })

async function open(change: Parameters<typeof deskSnapshot>[0]) {
  const bridge = stubBridge(deskSnapshot(change))
  const screen = await renderApp(bridge)
  await screen.getByRole('button', { name: 'Check the phone' }).click()
  const ask = screen.getByRole('button', { name: 'Ask the gateway again' })
  return { bridge, screen, ask }
}

test.each<[string, Parameters<typeof deskSnapshot>[0], Partial<LinkedPhone>, RegExp, boolean]>([
  ['off', {}, {}, /^Linkage is off/, false],
  ['refused', { linkage: linked }, { answer: answered(7) }, /^Check that your phone is an eSpace 7910/, true],
  [
    'offline',
    { linkage: linked },
    { answer: answered(0), status: { value: 'offline', at: noon } },
    /^The phone has lost its connection/,
    true,
  ],
  ['not proved', { linkage: switchView({ ...confirmed(true), seen: null }) }, {}, /^Not confirmed yet/, true],
  ['always off-hook', { linkage: linked }, { answer: answered(0) }, /^The phone is linked\. As it is/, true],
  ['well', { linkage: linked, session: perCall }, { answer: answered(0) }, /^All is well/, true],
  ['in a silence', { linkage: linked, session: doubtful }, {}, /^The phone is linked/, false],
])('%s', async (_what, change, phone, advice, canAsk) => {
  const { screen, ask } = await open({ ...change, phone: { ...unknownPhone, ...phone } })
  await expect.element(screen.getByText(advice)).toBeVisible()
  if (canAsk) await expect.element(ask).toBeVisible()
  else await expect.element(ask).not.toBeInTheDocument()
})

test('asking again links the phone once more, and a refusal is said', async () => {
  const { bridge, screen, ask } = await open({ linkage: linked })
  bridge.setLinkage.mockResolvedValueOnce(refused())
  await ask.click()
  expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: true })
  await expect.element(screen.getByText(/The call platform refused\./)).toBeVisible()
})
