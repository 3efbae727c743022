import { describe, expect, test } from 'vitest'
import { err } from '../../../../shared/result.ts'
import { confirmed, noon, switchView } from '../../testing/snapshots.ts'
import { refused } from '../../testing/stub-bridge.ts'
import { accepted, failure, kept, openSwitch, wished } from './testing/open-switch.ts'

describe('ways on', () => {
  test('a failed wish keeps the value in force, says what was asked, and can be tried again', async () => {
    const { bridge, screen, control } = await openSwitch(
      switchView({ ...confirmed(false), wished: wished(true), failure: failure(false) }),
    )
    await expect.element(screen.getByText('Asked: on')).toBeVisible()
    await expect.element(control).toHaveAccessibleDescription(/100-007/)
    await screen.getByRole('button', { name: 'Try again' }).click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: true })
  })

  test('a failed wish can be given up, so that it is not asked for again at the next sign-in', async () => {
    const { bridge, screen } = await openSwitch(
      switchView({ ...confirmed(false), wished: wished(true), failure: failure(false) }),
    )
    await screen.getByRole('button', { name: 'Leave it off' }).click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })

  test('while asking, the next click turns the wish: the last wish wins', async () => {
    const { bridge, control } = await openSwitch(
      switchView({ ...confirmed(false), wished: wished(true), isPending: true }),
    )
    await control.click()
    expect(bridge.setLinkage).toHaveBeenCalledExactlyOnceWith({ linked: false })
  })

  test('a wish that is only not sent yet is not called kept', async () => {
    const { screen } = await openSwitch(switchView({ ...confirmed(false), wished: wished(true) }))
    await expect.element(screen.getByText(/^Asked .*, not sent yet$/)).toBeVisible()
    await expect.element(screen.getByRole('button', { name: /^(Keep|Take back)/ })).not.toBeInTheDocument()
  })

  test('a refused taking back is said and changes nothing', async () => {
    const { bridge, screen } = await openSwitch(kept({ ...confirmed(false), wished: wished(true) }))
    bridge.cancelWish.mockResolvedValueOnce(refused())
    await screen.getByRole('button', { name: 'Keep off' }).click()
    await expect.element(screen.getByText(/The call platform refused\./)).toBeVisible()
    await expect.element(screen.getByText('Asked: on')).toBeVisible()
  })

  test('a kept wish says what it waits for and can be taken back', async () => {
    const { bridge, screen, control } = await openSwitch(kept({ ...confirmed(false), wished: wished(true) }))
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
    const { bridge, screen } = await openSwitch(kept(line))
    await screen.getByRole('button', { name: 'Take back' }).click()
    expect(bridge.cancelWish).toHaveBeenCalledExactlyOnceWith({ wish: 'linkage' })
  })

  test('the next click turns a kept wish, also one that failed before it was kept', async () => {
    const line = { ...confirmed(false), wished: wished(true), failure: failure(true) }
    const { bridge, screen, control } = await openSwitch(kept(line))
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
    const { screen } = await (wish === 'linkage'
      ? openSwitch(contradicted, fine)
      : openSwitch(fine, contradicted))
    await expect.element(screen.getByText(words)).toBeVisible()
  })

  test('a refusal that is not on the line is said all the same', async () => {
    const { bridge, screen, control } = await openSwitch(switchView(confirmed(false)))
    bridge.setLinkage.mockResolvedValueOnce(err({ code: 'not-connected' }))
    await control.click()
    await expect.element(screen.getByText(/You are not signed in\./)).toBeVisible()
  })
})
