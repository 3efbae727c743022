import { describe, expect, test } from 'vitest'
import type { AfterCallRule } from '../../../../shared/domain/after-call-rule.ts'
import type { SwitchView } from '../../../../shared/domain/desk-snapshot.ts'
import { renderApp } from '../../testing/render-app.ts'
import { afterCallView, confirmed, deskSnapshot, switchView } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'
import { openSwitch, wished } from './testing/open-switch.ts'

describe('the three faces', () => {
  const minute = 60_000

  async function details(view: SwitchView<boolean>) {
    const { screen } = await openSwitch(view)
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
    const { screen } = await openSwitch(
      switchView({ wished: wished(true), accepted: { value: true, at, askedAt: at } }),
    )
    const badge = document.querySelectorAll('[data-verdict="accepted"]')
    expect(badge).toHaveLength(1)
    const age = screen.getByText('· 1 min. ago')
    await expect.element(age).toBeVisible()
    expect(age.element().closest('[aria-live]')).toBeNull()
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
