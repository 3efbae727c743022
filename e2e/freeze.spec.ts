import type { Page } from '@playwright/test'
import { expectAgreement } from './support/agreement.ts'
import { cannotFreeze, freeze, sleep } from './support/freeze.ts'
import type { Gateway } from './support/gateway.ts'
import { hasControlPort, needsControlPort } from './support/host.ts'
import { namesOf, readJournal } from './support/journal.ts'
import { openDeskWithPhone } from './support/sign-in.ts'
import { expect, test } from './support/test.ts'
import {
  absenceCard,
  askForTransfer,
  goBusy,
  headline,
  sessionBar,
  signInAgain,
  stateRadio,
} from './support/window.ts'

/*
 * Times in which the program did not run, with the session kept and with the session lost: the main process is stopped for
 * good, one second and half a minute really, five minutes as a sleep of the computer. What happens at the gateway meanwhile
 * is on the screen after waking. That Deskside itself takes no longer than three seconds is proved on a clock of its own
 * (`src/main/agent/recovery.spec.ts`); how long it took here is noted in the report, since that is also the machine's time.
 */

test.skip(cannotFreeze !== null, cannotFreeze ?? '')

const minuteMs = 60_000

/** Waits for all of them, and notes in the report how long after waking that was. */
async function noteTime(shown: readonly Promise<void>[]): Promise<void> {
  const wokenAt = performance.now()
  await Promise.all(shown)
  const description = `${Math.round(performance.now() - wokenAt)} ms`
  test.info().annotations.push({ type: 'right after', description })
}

/** The desk says that the session stands, that the state is this one, and how many queues are served. */
const standsWith = (page: Page, state: string, queues: number): Promise<void> =>
  noteTime([
    expect(sessionBar(page)).toContainText('Connected since'),
    expect(stateRadio(page, state)).toBeChecked(),
    expect(page.getByText(`You serve ${queues} queues`)).toBeVisible(),
  ])

/** The desk has gone: what became of the session, and the one way back. */
const isOver = (page: Page, title: string, because: string): Promise<void> =>
  noteTime([
    expect(headline(page, title)).toBeVisible(),
    expect(page.getByRole('alert').filter({ hasText: because })).toBeVisible(),
    expect(signInAgain(page)).toBeEnabled(),
    expect(sessionBar(page)).toHaveCount(0),
  ])

/** Agent 101 loses two of his five queues, as when an inspector changes them: nobody tells him. */
const loseQueues = (gateway: Gateway): Promise<unknown> => gateway.toAgent('skills', { skillIds: [1, 2, 3] })

test.describe('half a minute', () => {
  test('the session is kept: state, queues and a missed call are told', async ({ app, gateway }) => {
    const { page } = app
    await openDeskWithPhone(app, gateway)
    await gateway.toAgent('configure', { liftsPhone: false })
    await expectAgreement(page, gateway)
    // Twenty seconds of ringing, then the platform takes the call back and sets the agent busy.
    await freeze(app, 30_000, async () => {
      await gateway.toAgent('offer-call', { skillId: 1 })
      await loseQueues(gateway)
    })
    const card = absenceCard(page)
    await Promise.all([
      standsWith(page, 'Busy', 3),
      expect(card).toContainText('Deskside did not run, or the clock was set'),
      expect(card).toContainText('Your state changed from Idle to Busy.'),
      // A phone that is not lifted tells no number.
      expect(card).toContainText('You missed a call from an unknown number.'),
      expect(card).toContainText('You no longer serve Premium and Web chat.'),
    ])
    await expectAgreement(page, gateway)
    expect(namesOf(await readJournal(app, 'gap'))).toEqual(['clock-jump'])
    await card.getByRole('button', { name: 'Got it' }).click()
    await expect(card).toHaveCount(0)
  })

  test('the session is lost: the desk closes and says so', async ({ desk, gateway }) => {
    const { page } = desk
    await freeze(desk, 30_000, () => gateway.toAgent('kick', { by: 'silence' }).then(() => undefined))
    await isOver(page, 'Your session has ended', 'you are not signed in any more')
    await expectAgreement(page, gateway)
    expect(await gateway.agent('101')).toMatchObject({ session: null })
  })
})

test.describe('one second', () => {
  test('the session is kept: no card, and no event is lost', async ({ desk, gateway }) => {
    const { page } = desk
    await freeze(desk, 1_000, () => gateway.toAgent('force-state', { state: 'busy' }).then(() => undefined))
    await standsWith(page, 'Busy', 5)
    await expectAgreement(page, gateway)
    await expect(absenceCard(page)).toHaveCount(0)
    expect(await readJournal(desk, 'gap', 'absence')).toEqual([])
  })

  test('the session is lost: the desk closes and says so', async ({ desk, gateway }) => {
    await freeze(desk, 1_000, () => gateway.toAgent('kick').then(() => undefined))
    await isOver(desk.page, 'Your session was ended from elsewhere', 'a supervisor signed you out')
    await expectAgreement(desk.page, gateway)
  })
})

test.describe('five minutes', () => {
  test.skip(!hasControlPort, needsControlPort)

  test('the session is kept: state, queues and an open transfer are told', async ({
    distantDesk,
    line,
    gateway,
  }) => {
    const { page } = distantDesk
    await gateway.quiet()
    await goBusy(page)
    const callId = await gateway.addCall(1)
    await gateway.addFault({ match: { path: '**/assignuserinqueue' }, action: { type: 'reset' } })
    await askForTransfer(page, callId, 'Sales')
    const dialog = page.getByRole('dialog', { name: 'Transfer waiting call' })
    await expect(dialog).toContainText('Outcome not known')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('tab', { name: 'Desk' }).click()

    await sleep(distantDesk, 5 * minuteMs, async () => {
      await line.cut()
      await gateway.toAgent('force-state', { state: 'rest' })
      await loseQueues(gateway)
      await gateway.hangUp(callId)
      await line.mend()
    })
    const card = absenceCard(page)
    await Promise.all([
      standsWith(page, 'Rest', 3),
      expect(card).toContainText('the computer slept'),
      expect(card).toContainText('Your state changed from Busy to Rest.'),
      expect(card).toContainText('You no longer serve Premium and Web chat.'),
      expect(card).toContainText(`Call ${callId} to Sales: Gone before the move`),
    ])
    await expectAgreement(page, gateway)
    expect(await gateway.lines('assignuserinqueue')).toHaveLength(1)
  })

  test('the session is lost: the desk closes and says why', async ({ distantDesk, line, gateway }) => {
    const { page } = distantDesk
    await sleep(distantDesk, 5 * minuteMs, async () => {
      await line.cut()
      await gateway.toAgent('kick', { by: 'silence' })
      await line.mend()
    })
    await Promise.all([
      isOver(page, 'Your session has ended', 'heard nothing from Deskside for more than two minutes'),
      expect(absenceCard(page)).toContainText('(5 min), the computer slept'),
    ])
    await expectAgreement(page, gateway)
    expect(await gateway.lines('forcelogin')).toEqual([])
  })

  test('somebody else signed in meanwhile: he is not thrown out', async ({ distantDesk, line, gateway }) => {
    const { page } = distantDesk
    await sleep(distantDesk, 5 * minuteMs, async () => {
      await line.cut()
      await gateway.toAgent('kick', { by: 'sign-in' })
      await line.mend()
    })
    await Promise.all([
      expect(signInAgain(page)).toBeEnabled(),
      expect(absenceCard(page)).toContainText('(5 min), the computer slept'),
    ])
    await signInAgain(page).click()
    await expect(headline(page, 'Signed in elsewhere')).toBeVisible()
    expect(await gateway.agent('101')).toMatchObject({ session: { by: 'world' } })
    expect(await gateway.lines('forcelogin')).toEqual([])
  })
})
