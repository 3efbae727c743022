import { describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../../shared/app-error.ts'
import type { AfterCallRule } from '../../../../shared/domain/after-call-rule.ts'
import type { SwitchView } from '../../../../shared/domain/desk-snapshot.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { afterCallView, confirmed, deskSnapshot, noon, switchView } from '../../testing/snapshots.ts'
import { deferred, refused, stubBridge } from '../../testing/stub-bridge.ts'

const wished = (value: boolean) => ({ value, at: noon, origin: 'window' as const })
const accepted = (value: boolean) => ({ value, at: noon, askedAt: noon - 500 })
const failure = (isOutcomeUnknown: boolean) => ({
  value: { code: 'refused', reason: 'platform-refused', retcode: '100-007' } as const,
  at: noon,
  isOutcomeUnknown,
})

const kept = (line: Parameters<typeof switchView<boolean>>[0]): SwitchView<boolean> => ({
  ...switchView(line),
  isKept: true,
})

async function open(
  linkage: SwitchView<boolean>,
  afterCall: SwitchView<boolean> = switchView(confirmed(true)),
) {
  const bridge = stubBridge(deskSnapshot({ linkage, afterCall: afterCallView(afterCall) }))
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

describe('a kept wish', () => {
  test.each([
    [true, false, /^Asked for on; last known to be off\./],
    [false, true, /^Asked for off; last known to be on\./],
  ])('is what the switch stands on, with what held before: %s', async (asked, before, words) => {
    const { bridge, control } = await open(kept({ ...confirmed(before), wished: wished(asked) }))
    await expect.element(control).toHaveAttribute('aria-checked', String(asked))
    await expect.element(control).toHaveAttribute('data-kept')
    await expect.element(control).toHaveAccessibleDescription(words)
    await control.click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: before })
  })

  test('says so when nobody knows what held before', async () => {
    const { control } = await open(kept({ wished: wished(true) }))
    await expect.element(control).toHaveAttribute('aria-checked', 'true')
    await expect.element(control).toHaveAccessibleDescription(/^Asked for on; what holds now is not known\./)
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

  test('a failed wish can be given up, so that it is not asked for again at the next sign-in', async () => {
    const { bridge, screen } = await open(
      switchView({ ...confirmed(false), wished: wished(true), failure: failure(false) }),
    )
    await screen.getByRole('button', { name: 'Leave it off' }).click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })

  test('while asking, the next click turns the wish: the last wish wins', async () => {
    const { bridge, control } = await open(
      switchView({ ...confirmed(false), wished: wished(true), isPending: true }),
    )
    await control.click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })

  test('a wish that is only not sent yet is not called kept', async () => {
    const { screen } = await open(switchView({ ...confirmed(false), wished: wished(true) }))
    await expect.element(screen.getByText(/^Asked .*, not sent yet$/)).toBeVisible()
    await expect.element(screen.getByRole('button', { name: /^(Keep|Take back)/ })).not.toBeInTheDocument()
  })

  test('a refused taking back is said and changes nothing', async () => {
    const { bridge, screen } = await open(kept({ ...confirmed(false), wished: wished(true) }))
    bridge.cancelWish.mockResolvedValueOnce(refused())
    await screen.getByRole('button', { name: 'Keep off' }).click()
    await expect.element(screen.getByText(/The call platform refused\./)).toBeVisible()
    await expect.element(screen.getByText('Asked: on')).toBeVisible()
  })

  test('a kept wish says what it waits for and can be taken back', async () => {
    const { bridge, screen, control } = await open(kept({ ...confirmed(false), wished: wished(true) }))
    await expect.element(control).toHaveAccessibleDescription(/Kept: will be sent when the gateway answers/)
    await expect.element(screen.getByText('Asked: on')).toBeVisible()
    await screen.getByRole('button', { name: 'Keep off' }).click()
    expect(bridge.cancelWish).toHaveBeenCalledExactlyOnceWith({ wish: 'linkage' })
    expect(bridge.setLinkage).not.toHaveBeenCalled()
  })

  test.each([
    ['nobody knows the value in force', { wished: wished(true) }],
    ['it is in force anyway', { ...confirmed(true), wished: wished(true) }],
  ])('a kept wish is taken back without naming another value when %s', async (_, line) => {
    const { bridge, screen } = await open(kept(line))
    await screen.getByRole('button', { name: 'Take back' }).click()
    expect(bridge.cancelWish).toHaveBeenCalledExactlyOnceWith({ wish: 'linkage' })
  })

  test('the next click turns a kept wish, also one that failed before it was kept', async () => {
    const line = { ...confirmed(false), wished: wished(true), failure: failure(true) }
    const { bridge, screen, control } = await open(kept(line))
    await expect.element(screen.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
    await control.click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })

  test.each([
    ['linkage', 'Check that the phone is on and registered, then switch linkage again.'],
    ['after-call', 'Switch it again; if it happens twice, tell support.'],
  ])('a contradiction of %s says what to do', async (wish, words) => {
    const contradicted = switchView({
      wished: wished(true),
      accepted: accepted(true),
      seen: { value: false, at: noon + 1, by: 'event' as const },
    })
    const fine = switchView(confirmed(true))
    const { screen } = await (wish === 'linkage' ? open(contradicted, fine) : open(fine, contradicted))
    await expect.element(screen.getByText(words)).toBeVisible()
  })

  test('a refusal that is not on the line is said all the same', async () => {
    const { bridge, screen, control } = await open(switchView(confirmed(false)))
    bridge.setLinkage.mockResolvedValueOnce(err({ code: 'not-connected' }))
    await control.click()
    await expect.element(screen.getByText(/You are not signed in\./)).toBeVisible()
  })
})

describe('the three faces', () => {
  const minute = 60_000

  async function details(view: SwitchView<boolean>) {
    const { screen } = await open(view)
    const button = screen.getByRole('button', { name: 'Details of Phone linkage' })
    await expect.element(button).toHaveAttribute('aria-expanded', 'false')
    await button.click()
    await expect.element(button).toHaveAttribute('aria-expanded', 'true')
    return (name: string) => document.querySelector(`dd[data-face="${name}"]`)?.textContent ?? null
  }

  test('what is missing is said to be missing', async () => {
    const face = await details(switchView<boolean>())
    expect([face('wished'), face('accepted'), face('seen')]).toEqual(['nothing yet', 'not yet', 'not yet'])
  })

  test('each has its value, age and source', async () => {
    const now = Date.now()
    const face = await details(
      switchView({
        wished: { value: true, at: now - 3 * minute, origin: 'tray' },
        accepted: { value: true, at: now - 2 * minute, askedAt: now - 3 * minute },
        seen: { value: false, at: now, by: 'event' },
      }),
    )
    expect(face('wished')).toMatch(/^on · .*, 3 min\. ago · asked in the tray$/)
    expect(face('accepted')).toMatch(/^on · .*, 2 min\. ago · by the gateway$/)
    expect(face('seen')).toMatch(/^off · .*, now · by an event of the gateway$/)
  })

  test('the age goes on and is not announced', async () => {
    const at = Date.now() - minute + 1500
    const { screen } = await open(
      switchView({ wished: wished(true), accepted: { value: true, at, askedAt: at } }),
    )
    const badge = document.querySelectorAll('[data-verdict="accepted"]')
    expect(badge).toHaveLength(1)
    await expect.element(screen.getByText('· 1 min. ago')).toHaveAttribute('aria-live', 'off')
  })
})

describe('the rule after a call', () => {
  test.each<[AfterCallRule, RegExp]>([
    ['idle-at-once', /After a call you are idle at once\./],
    ['wrap-up-by-choice-linked', /stay in wrap-up until you choose Idle; .* at your desk phone\./],
    ['wrap-up-compulsory-not-followed', /should make wrap-up compulsory, but .* Tell support\./],
    ['not-known', /is not known yet/],
  ])('%s is one sentence below the switch', async (rule, words) => {
    const view = afterCallView(switchView(confirmed(true)), rule)
    const screen = await renderApp(stubBridge(deskSnapshot({ afterCall: view })))
    await expect
      .element(screen.getByRole('switch', { name: 'Enter idle after call' }))
      .toHaveAccessibleDescription(words)
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
  const { bridge, screen } = await open(switchView(confirmed(false)))
  bridge.setAfterCall.mockResolvedValueOnce(refused())
  await screen.getByRole('switch', { name: 'Enter idle after call' }).click()
  expect(bridge.setAfterCall).toHaveBeenCalledExactlyOnceWith({ autoIdle: false })
})
