import { describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../../shared/app-error.ts'
import type { SwitchView } from '../../../../shared/domain/desk-snapshot.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { afterCallView, confirmed, deskSnapshot, noon, switchView } from '../../testing/snapshots.ts'
import { deferred, refused, stubBridge } from '../../testing/stub-bridge.ts'
import { accepted, failure, kept, openSwitch, wished } from './testing/open-switch.ts'

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
      'doubted',
      { ...switchView(confirmed(true)), verdict: 'doubted' },
      true,
      /Last seen .*, not certain since/,
    ],
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
    const { control } = await openSwitch(view)
    await expect.element(control).toHaveAttribute('aria-checked', String(isOn))
    await expect.element(control).toHaveAccessibleDescription(words)
    expect(document.querySelector(`[data-verdict="${verdict}"]`)).not.toBeNull()
  })

  test('no two verdicts share a drawing', async () => {
    const drawings = new Set<string>()
    for (const [verdict, view] of cases) {
      const { screen } = await openSwitch(view, view)
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

describe('a kept wish', () => {
  test.each([
    [true, false, /^Asked for on; last known to be off\./],
    [false, true, /^Asked for off; last known to be on\./],
  ])('is what the switch stands on, with what held before: %s', async (asked, before, words) => {
    const { bridge, control } = await openSwitch(kept({ ...confirmed(before), wished: wished(asked) }))
    await expect.element(control).toHaveAttribute('aria-checked', String(asked))
    await expect.element(control).toHaveAttribute('data-kept')
    await expect.element(control).toHaveAccessibleDescription(words)
    await control.click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: before })
  })

  test('says so when nobody knows what held before', async () => {
    const { control } = await openSwitch(kept({ wished: wished(true) }))
    await expect.element(control).toHaveAttribute('aria-checked', 'true')
    await expect.element(control).toHaveAccessibleDescription(/^Asked for on; what holds now is not known\./)
  })
})

describe('never by itself', () => {
  test('a click asks and the switch stays on the value in force', async () => {
    const { bridge, control } = await openSwitch(switchView(confirmed(false)))
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
    const { bridge, control } = await openSwitch(switchView(confirmed(false)))
    bridge.pushSnapshot(deskSnapshot({ revision: 9, linkage: switchView(confirmed(true)) }))
    await expect.element(control).toHaveAttribute('aria-checked', 'true')
    bridge.pushSnapshot(deskSnapshot({ revision: 8, linkage: switchView(confirmed(false)) }))
    await nextTick()
    expect(control.element().getAttribute('aria-checked')).toBe('true')
  })

  test('Space asks from the keyboard', async () => {
    const { bridge, control } = await openSwitch(switchView(confirmed(true)))
    ;(control.element() as HTMLElement).focus()
    await userEvent.keyboard(' ')
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })
})

test('an unavailable switch can be reached, says why, and asks nothing', async () => {
  const view = { ...switchView(confirmed(false)), unavailable: 'phone-mode-forbids' as const }
  const bridge = stubBridge(deskSnapshot({ afterCall: afterCallView(view, 'wrap-up-compulsory') }))
  const screen = await renderApp(bridge)
  const control = screen.getByRole('switch', { name: 'Enter idle after call' })
  await expect.element(control).toHaveAttribute('aria-disabled', 'true')
  await expect.element(control).toHaveAccessibleDescription(/Your phone mode makes wrap-up compulsory\./)
  // The rule has said it: once is enough.
  expect(screen.getByText(/compulsory/).elements()).toHaveLength(1)
  ;(control.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  expect(bridge.setAfterCall).not.toHaveBeenCalled()
})

test('the after-call switch asks for the after-call state', async () => {
  const { bridge, screen } = await openSwitch(switchView(confirmed(false)))
  bridge.setAfterCall.mockResolvedValueOnce(refused())
  await screen.getByRole('switch', { name: 'Enter idle after call' }).click()
  expect(bridge.setAfterCall).toHaveBeenCalledExactlyOnceWith({ autoIdle: false })
})
