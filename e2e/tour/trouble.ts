import { expect } from '@playwright/test'
import type { Line } from '../support/line.ts'
import { absenceCard, headline, sessionBar, signInAgain } from '../support/window.ts'
import type { Tour } from './tour.ts'

/** What the window shows when the gateway falls silent, comes back with news, and ends the session. */
export async function showTrouble(tour: Tour, line: Line): Promise<void> {
  const { page, gateway } = tour
  await tour.show('Desk')

  await tour.step('6. A silence, and wishes that are kept', 'resetskill', async () => {
    await line.cut()
    await expect(sessionBar(page)).toContainText('No answer since')
    await page.getByRole('switch', { name: 'Phone linkage' }).click()
    await expect(page.getByText('Kept: will be sent when the gateway answers')).toBeVisible()
    await tour.pictureIn('light', 'doubtful')
    await gateway.toAgent('force-state', { state: 'rest' })
    await gateway.toAgent('skills', { skillIds: [1] })
    await line.mend()
    await expect(sessionBar(page)).toContainText('Connected since')
    await expect(absenceCard(page)).toContainText('Phone linkage: your kept request was sent.')
    await expect(page.getByRole('switch', { name: 'Phone linkage' })).toHaveAttribute('aria-checked', 'false')
    await tour.pictureIn('light', 'absence')
    return (await absenceCard(page).getByRole('listitem').allInnerTexts()).join(' ')
  })

  await tour.step('7. The journal', 'nothing', async () => {
    await absenceCard(page).getByRole('button', { name: 'Got it' }).click()
    await tour.show('Activity')
    const lines = page.getByRole('list', { name: 'Activity' }).getByRole('listitem')
    await expect(lines.first()).toBeVisible()
    await tour.pictureIn('dark', 'activity')
    return `${await lines.count()} lines`
  })

  await tour.step('8. Signed in elsewhere', 'onlineagent/101', async () => {
    await gateway.toAgent('kick', { by: 'sign-in' })
    await expect(signInAgain(page)).toBeEnabled()
    await tour.pictureIn('light', 'ended')
    await signInAgain(page).click()
    await expect(headline(page, 'Signed in elsewhere')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Take back' })).toBeEnabled()
    await tour.pictureIn('light', 'held-elsewhere')
    return 'down until the agent says otherwise'
  })
}
