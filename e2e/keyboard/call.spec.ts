import { Keys } from '../support/keys.ts'
import { openGuard } from '../support/preferences.ts'
import { openDeskWithPhone } from '../support/sign-in.ts'
import { linesOfSession } from '../support/session-requests.ts'
import { expect, test } from '../support/test.ts'
import { linkPhone } from '../support/window.ts'

/* A call without a mouse. */

test('lift the linked phone, mute, unmute, hold, resume and end the call', async ({ app, gateway }) => {
  const { page } = app
  const keys = new Keys(page)
  await gateway.quiet()
  // The phone rings until it is lifted, here or by hand.
  await gateway.toAgent('configure', { liftsPhone: false })
  await openDeskWithPhone(app, gateway)
  await openGuard(page)
  await linkPhone(page)
  await expect.poll(async () => (await gateway.agent('101')).linkage).toBe('linked')
  await gateway.toAgent('offer-call', { skillId: 1, talkMs: 600_000 })
  const strip = page.getByRole('region', { name: 'Present call' })
  const button = (name: string) => strip.getByRole('button', { name, exact: true })
  await expect(button('Lift')).not.toHaveAttribute('aria-disabled', 'true')

  await test.step('lift', async () => {
    const before = await gateway.mark()
    await keys.tabTo(button('Lift'))
    await keys.press('Enter')
    await expect(strip).toContainText('Talking')
    expect(await linesOfSession(gateway, 'phonepickup', before)).toHaveLength(1)
    // No button of what follows has taken the place of the one that was pressed.
    await keys.expectAt(strip)
  })

  for (const [step, name, undo, path] of [
    ['mute', 'Mute', 'Unmute', 'beginmute'],
    ['unmute', 'Unmute', 'Mute', 'endmute'],
    ['hold', 'Hold', 'Resume', 'hold'],
    ['resume', 'Resume', 'Hold', 'gethold'],
  ] as const) {
    await test.step(step, async () => {
      await keys.activate(button(name))
      await expect(button(undo)).toBeVisible()
      // What undoes it stands in its place, and has the focus.
      await keys.expectAt(button(undo))
      expect((await linesOfSession(gateway, '/voicecall/')).at(-1)).toContain(`/${path}`)
    })
  }

  await test.step('end', async () => {
    await keys.activate(button('End'))
    await expect(strip).toContainText('No call')
    await expect.poll(async () => (await gateway.agent('101')).state).toBe('work')
    await keys.expectAt(strip)
  })
})
