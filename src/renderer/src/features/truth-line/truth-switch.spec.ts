import { describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../../shared/app-error.ts'
import type { SwitchView } from '../../../../shared/domain/desk-snapshot.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { confirmed, deskSnapshot, noon, switchView } from '../../testing/snapshots.ts'
import { deferred, refused, stubBridge } from '../../testing/stub-bridge.ts'

const wished = (value: boolean) => ({ value, at: noon, origin: 'window' as const })
const accepted = (value: boolean) => ({ value, at: noon, askedAt: noon - 500 })
const failure = (isOutcomeUnknown: boolean) => ({
  value: { code: 'refused', reason: 'platform-refused', retcode: '100-007' } as const,
  at: noon,
  isOutcomeUnknown,
})

async function open(
  linkage: SwitchView<boolean>,
  afterCall: SwitchView<boolean> = switchView(confirmed(true)),
) {
  const bridge = stubBridge(deskSnapshot({ linkage, afterCall }))
  const screen = await renderApp(bridge)
  const control = screen.getByRole('switch', { name: 'Phone linkage' })
  await expect.element(control).toBeVisible()
  return { bridge, screen, control }
}

describe('the verdicts look and read differently', () => {
  const cases: readonly [string, SwitchView<boolean>, boolean, RegExp][] = [
    ['unknown', switchView<boolean>(), false, /Not known/],
    ['wished', switchView({ ...confirmed(false), wished: wished(true) }), false, /Asked .*, not sent yet/],
    [
      'pending',
      switchView({ ...confirmed(false), wished: wished(true), isPending: true }),
      false,
      /Asking the gateway/,
    ],
    [
      'failed',
      switchView({ ...confirmed(false), wished: wished(true), failure: failure(false) }),
      false,
      /Refused .*: The call platform refused\./,
    ],
    [
      'uncertain',
      switchView({ ...confirmed(false), wished: wished(true), failure: failure(true) }),
      false,
      /Outcome not known since/,
    ],
    [
      'accepted',
      switchView({ wished: wished(true), accepted: accepted(true) }),
      true,
      /Accepted .*, not yet seen/,
    ],
    ['confirmed', switchView(confirmed(true)), true, /Confirmed/],
    [
      'contradicted',
      switchView({
        wished: wished(true),
        accepted: accepted(true),
        seen: { value: false, at: noon + 1, by: 'event' as const },
      }),
      false,
      /Accepted .* as on, seen .* as off/,
    ],
  ]

  test.each(cases)('%s', async (verdict, view, isOn, words) => {
    const { control } = await open(view)
    await expect.element(control).toHaveAttribute('aria-checked', String(isOn))
    await expect.element(control).toHaveAccessibleDescription(words)
    expect(document.querySelector(`[data-verdict="${verdict}"]`)).not.toBeNull()
  })

  test('no two verdicts share a drawing', async () => {
    const drawings = new Set<string>()
    for (const [verdict, view] of cases) {
      const { screen } = await open(view, view)
      drawings.add(
        document
          .querySelector(`[data-verdict="${verdict}"] svg`)
          ?.innerHTML.replaceAll(/class="[^"]*"/g, '') ?? '',
      )
      await screen.unmount()
    }
    expect(drawings.size).toBe(cases.length)
  })
})

describe('never by itself', () => {
  test('a click asks and the switch stays on the value in force', async () => {
    const { bridge, control } = await open(switchView(confirmed(false)))
    const answer = deferred<Result<null, AppError>>()
    bridge.setLinkage.mockReturnValueOnce(answer.promise)
    await control.click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: true })
    await expect.element(control).toHaveAttribute('aria-checked', 'false')
    answer.resolve(ok(null))
    await answer.promise
    await expect.element(control).toHaveAttribute('aria-checked', 'false')
  })

  test('it flips when a newer snapshot says so, and not for an older one', async () => {
    const { bridge, control } = await open(switchView(confirmed(false)))
    bridge.pushSnapshot(deskSnapshot({ revision: 9, linkage: switchView(confirmed(true)) }))
    await expect.element(control).toHaveAttribute('aria-checked', 'true')
    bridge.pushSnapshot(deskSnapshot({ revision: 8, linkage: switchView(confirmed(false)) }))
    await nextTick()
    expect(control.element().getAttribute('aria-checked')).toBe('true')
  })

  test('Space asks from the keyboard', async () => {
    const { bridge, control } = await open(switchView(confirmed(true)))
    ;(control.element() as HTMLElement).focus()
    await userEvent.keyboard(' ')
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })
})

describe('ways on', () => {
  test('a failed wish keeps the value in force, says what was asked, and can be tried again', async () => {
    const { bridge, screen, control } = await open(
      switchView({ ...confirmed(false), wished: wished(true), failure: failure(false) }),
    )
    await expect.element(screen.getByText('Asked: on')).toBeVisible()
    await expect.element(control).toHaveAccessibleDescription(/100-007/)
    await screen.getByRole('button', { name: 'Try again' }).click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: true })
  })

  test('while asking, the next click turns the wish: the last wish wins', async () => {
    const { bridge, control } = await open(
      switchView({ ...confirmed(false), wished: wished(true), isPending: true }),
    )
    await control.click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })

  test('a kept wish can be taken back', async () => {
    const { bridge, screen } = await open(switchView({ ...confirmed(false), wished: wished(true) }))
    await screen.getByRole('button', { name: 'Keep off' }).click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })

  test('a refusal that is not on the line is said all the same', async () => {
    const { bridge, screen, control } = await open(switchView(confirmed(false)))
    bridge.setLinkage.mockResolvedValueOnce(err({ code: 'not-connected' }))
    await control.click()
    await expect.element(screen.getByText(/You are not signed in\./)).toBeVisible()
  })
})

test('an unavailable switch can be reached, says why, and asks nothing', async () => {
  const view = { ...switchView(confirmed(false)), unavailable: 'phone-mode-forbids' as const }
  const { bridge, screen } = await open(switchView(confirmed(false)), view)
  const control = screen.getByRole('switch', { name: 'Enter idle after call' })
  await expect.element(control).toHaveAttribute('aria-disabled', 'true')
  await expect.element(control).toHaveAccessibleDescription(/Your phone mode makes wrap-up compulsory\./)
  ;(control.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  expect(bridge.setAfterCall).not.toHaveBeenCalled()
})

test('the after-call switch asks for the after-call state', async () => {
  const { bridge, screen } = await open(switchView(confirmed(false)))
  bridge.setAfterCall.mockResolvedValueOnce(refused())
  await screen.getByRole('switch', { name: 'Enter idle after call' }).click()
  expect(bridge.setAfterCall).toHaveBeenCalledExactlyOnceWith({ autoIdle: false })
})
