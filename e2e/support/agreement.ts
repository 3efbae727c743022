import { expect, type Page } from '@playwright/test'
import type { Gateway } from './gateway.ts'
import { sessionBar, stateRadio } from './window.ts'

/** What the window calls the states of the gateway's world. */
const names: Readonly<Record<string, string>> = { idle: 'Idle', busy: 'Busy', rest: 'Rest', work: 'Wrap-up' }

/** The window says of agent 101 what the gateway's world says: signed in or not, his state, how many queues he serves. */
export async function expectAgreement(page: Page, gateway: Gateway): Promise<void> {
  const { state, session, skills } = await gateway.agent('101')
  if (session?.by !== 'client') {
    await expect(sessionBar(page)).toHaveCount(0)
    return
  }
  await expect(sessionBar(page)).toContainText('Connected since')
  await expect(stateRadio(page, names[state] ?? state)).toBeChecked()
  await expect(page.getByText(`You serve ${skills.signedIn.length} queues`)).toBeVisible()
}
