import { bindSkills } from '../support/bind-skills.ts'
import { Keys } from '../support/keys.ts'
import { linesOfSession } from '../support/session-requests.ts'
import { expect, test } from '../support/test.ts'
import { linkageSwitch, sessionBar, stateRadio } from '../support/window.ts'

/* A shift at the desk without a mouse. */

// As many queues as one searches for, and does not look for.
test.use({ gatewayOptions: ['--skills', '12'] })

test('sign in, state, rest with time, after-call switch, linkage, skills and sets', async ({
  app,
  gateway,
}) => {
  test.slow()
  const { page } = app
  const keys = new Keys(page)
  await gateway.quiet()
  await bindSkills(gateway, 'agent101', 12)

  await test.step('sign in', async () => {
    await keys.fill(page.getByRole('textbox', { name: 'Agent ID' }), '101')
    await keys.fill(page.getByRole('textbox', { name: 'Phone number' }), '8101')
    await keys.fill(page.getByRole('textbox', { name: 'Password' }), 'Deskside#101')
    await keys.press('Enter')
    await expect(sessionBar(page)).toContainText('101')
    await expect.poll(() => gateway.lines('agentevent')).not.toEqual([])
    await expect.poll(() => linesOfSession(gateway, 'resetskill')).toHaveLength(1)
    await expect.poll(() => linesOfSession(gateway, 'autoenteridle')).toHaveLength(1)
  })

  await test.step('a state: arrows pass, Space asks', async () => {
    const before = await gateway.mark()
    await keys.tabTo(stateRadio(page, 'Idle'))
    for (let round = 0; round < 4; round += 1) await keys.press('ArrowRight')
    await keys.arrowTo(stateRadio(page, 'Busy'))
    await keys.press('Space')
    await expect(stateRadio(page, 'Busy')).toBeChecked()
    await keys.expectAt(stateRadio(page, 'Busy'))
    // Passing a state must not ask for it; what it would have asked for went before this one.
    const asked = (await gateway.lines('/onlineagent/', before)).filter((line) => !line.startsWith('GET '))
    expect(asked).toEqual(['POST /onlineagent/101/saybusy'])
  })

  await test.step('a busy reason is named in the settings, and asked for', async () => {
    const settings = page.getByRole('dialog', { name: 'Settings' })
    await keys.press('Control+,')
    await keys.expectAt(settings.getByRole('searchbox', { name: 'Search settings' }))
    await keys.tabTo(settings.getByRole('tab', { name: 'General' }))
    await keys.arrowTo(settings.getByRole('tab', { name: 'Desk' }))
    await keys.activate(settings.getByRole('button', { name: 'Add a reason' }))
    await keys.tabTo(settings.getByRole('textbox', { name: 'Name' }))
    await keys.type('Coaching')
    // The first Escape would only take the tool tip of the next button away.
    await keys.press('Tab', 'Shift+Tab', 'Escape')
    await expect(settings).toBeHidden()
    await keys.tabTo(stateRadio(page, 'Busy'))
    await keys.chooseInMenu(
      page.getByRole('button', { name: 'Busy: reason' }),
      page.getByRole('menuitemradio', { name: 'Coaching' }),
    )
    await expect(page.getByRole('region', { name: 'Agent state' })).toContainText('Reason: Coaching.')
  })

  await test.step('a rest with a length and a reason', async () => {
    const menu = page.getByRole('menu', { name: 'Rest: reason, time' })
    await keys.activate(page.getByRole('button', { name: 'Rest: reason, time' }))
    await keys.takeInMenu(menu.getByRole('menuitemradio', { name: '5 min', exact: true }))
    await expect(menu.getByText('Rest for 5 min')).toBeVisible()
    await keys.takeInMenu(menu.getByRole('menuitem').filter({ hasNotText: 'No reason' }).first())
    await expect(stateRadio(page, 'Rest')).toBeChecked()
    expect((await linesOfSession(gateway, '/rest/')).at(-1)).toMatch(
      /^POST \/onlineagent\/101\/rest\/300\/[1-9]/,
    )
    await expect(page.getByRole('region', { name: 'Agent state' })).toContainText('left, until')
    // Whoever chose by keyboard goes on from there.
    await keys.expectAt(page.getByRole('button', { name: 'Rest: reason, time' }))
  })

  await test.step('back to idle', async () => {
    await keys.backTo(stateRadio(page, 'Rest'))
    await keys.arrowTo(stateRadio(page, 'Idle'))
    await keys.press('Enter')
    await expect(stateRadio(page, 'Idle')).toBeChecked()
  })

  await test.step('the after-call switch', async () => {
    const toggle = page.getByRole('switch', { name: 'Enter idle after call' })
    await expect(toggle).toHaveAttribute('aria-checked', 'true')
    await keys.activate(toggle, 'Space')
    await expect(toggle).toHaveAttribute('aria-checked', 'false')
    await keys.expectAt(toggle)
    expect((await linesOfSession(gateway, 'autoenteridle')).at(-1)).toBe(
      'POST /onlineagent/101/autoenteridle/false',
    )
  })

  await test.step('the linkage', async () => {
    await keys.activate(linkageSwitch(page), 'Enter')
    await expect(linkageSwitch(page)).toHaveAttribute('aria-checked', 'true')
    await keys.expectAt(linkageSwitch(page))
    await expect.poll(async () => (await gateway.agent('101')).linkage).toBe('linked')
  })

  await test.step('what is known of the phone, and the linkage asked for once more', async () => {
    const check = page.getByRole('button', { name: 'Check the phone' })
    await keys.activate(check)
    await expect(check).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByText('has linked the phone')).toBeVisible()
    const before = await gateway.mark()
    await keys.activate(page.getByRole('button', { name: 'Ask the gateway again' }))
    await expect
      .poll(() => linesOfSession(gateway, 'resetskill', before))
      .toEqual(['POST /onlineagent/101/resetskill/true?phonelinkage=1'])
    await keys.backTo(check)
    await keys.press('Space')
    await expect(check).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('chosen skills, found by their names', async () => {
    await keys.tabTo(page.getByRole('radio', { name: 'All skills' }))
    await keys.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Chosen skills' })).toBeChecked()
    await keys.activate(page.getByRole('button', { name: 'None shown' }))
    for (const name of ['Billing', 'Sales']) {
      await keys.backTo(page.getByRole('searchbox', { name: 'Filter skills' }))
      await keys.fill(page.getByRole('searchbox', { name: 'Filter skills' }), name)
      await keys.activate(page.getByRole('checkbox', { name, exact: true }), 'Space')
      await expect(page.getByRole('checkbox', { name, exact: true })).toBeChecked()
    }
    await keys.activate(page.getByRole('button', { name: 'Apply skill sign-in' }))
    await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])
    expect((await linesOfSession(gateway, 'resetskill')).at(-1)).toBe(
      'POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=1',
    )
  })

  await test.step('a set is saved, and applied', async () => {
    const sets = page.getByRole('button', { name: 'Saved sets' })
    await keys.backTo(sets)
    await keys.press('Enter')
    await keys.takeInMenu(page.getByRole('menuitem', { name: 'Save the present choice…' }))
    const dialog = page.getByRole('dialog', { name: 'Saved sets' })
    await keys.expectAt(dialog.getByRole('textbox', { name: 'Save the present choice as' }))
    await keys.type('Mornings')
    await keys.press('Enter')
    await expect(dialog.getByRole('listitem')).toContainText('Mornings')
    await keys.press('Escape')
    await expect(dialog).toBeHidden()
    await keys.expectAt(sets)

    await keys.tabTo(page.getByRole('radio', { name: 'Chosen skills' }))
    await keys.press('ArrowLeft')
    await keys.activate(page.getByRole('button', { name: 'Apply skill sign-in' }))
    await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toHaveLength(12)
    await keys.backTo(sets)
    await keys.press('Enter')
    await keys.takeInMenu(page.getByRole('menuitemradio', { name: /^Mornings/ }))
    await expect.poll(async () => (await gateway.agent('101')).skills.signedIn).toEqual([1, 3])
    await keys.expectAt(sets)
  })
})
