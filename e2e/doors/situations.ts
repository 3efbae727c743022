import { expect } from '@playwright/test'
import { answerByHand } from '../support/answer-by-hand.ts'
import type { SeenCall } from '../support/world.ts'
import { changePreferences } from '../support/preferences.ts'
import { signIn, submitSignIn } from '../support/sign-in.ts'
import { sessionBar } from '../support/window.ts'
import type { DoorsStage } from './stage.ts'

/* Situations in which a command has something to do, each made from whatever there was before. */

/** Puts the agent into a state, whatever the state before, and waits until the desk knows. */
export const inState =
  (state: 'idle' | 'busy') =>
  async ({ app, gateway }: DoorsStage): Promise<void> => {
    await gateway.toAgent('force-state', { state })
    await expect
      .poll(async () => (await app.trayItem('Agent state', state === 'idle' ? 'Idle' : 'Busy')).checked)
      .toBe(true)
  }

/** Sets a switch by the tray where it stands otherwise. */
export const switched =
  (label: 'Enter idle after call' | 'Phone linkage', isOn: boolean) =>
  async ({ app }: DoorsStage): Promise<void> => {
    if ((await app.trayItem(label)).checked !== isOn) await app.clickTray(label)
    const toggle = app.page.getByRole('switch', { name: label })
    await expect(toggle).toHaveAttribute('aria-checked', String(isOn))
    await expect(toggle).not.toHaveAttribute('aria-busy', 'true')
  }

/** Signs in to queues by the tray where others are served, so that the command has something to change. */
export const atSkills =
  (mode: 'All skills' | 'No skills') =>
  async ({ app, gateway }: DoorsStage): Promise<void> => {
    if ((await app.trayItem('Skill sign-in', mode)).checked === true) return
    const mark = await gateway.mark()
    await app.clickTray('Skill sign-in', mode)
    await expect
      .poll(async () => (await gateway.requests('resetskill', mark)).map(({ retcode }) => retcode))
      .toEqual(['0'])
    await expect.poll(async () => (await app.trayItem('Skill sign-in', mode)).checked).toBe(true)
  }

/** Every caller hangs up, and the window has no call any more. */
export async function endCalls({ app: { page }, gateway }: DoorsStage): Promise<void> {
  for (const { callid } of await gateway.calls()) await gateway.hangUp(callid)
  const strip = page.getByRole('region', { name: 'Present call' })
  await expect(strip.filter({ hasNotText: 'No call' })).toHaveCount(0)
}

/** One call waits, in a queue of the agent's, who may see it. */
export async function callWaits(stage: DoorsStage): Promise<void> {
  const { skills } = await stage.gateway.agent('101')
  if (!skills.signedIn.includes(1)) await atSkills('All skills')(stage)
  await inState('busy')(stage)
  await endCalls(stage)
  await stage.gateway.addCall(1)
  // A window that is looked at anew reads at once.
  for (const name of ['Team', 'Desk']) await stage.app.page.getByRole('tab', { name }).click()
}

const callOf = async ({ gateway }: DoorsStage): Promise<SeenCall | undefined> =>
  (await gateway.calls()).find(({ agent, state }) => agent === '101' && state === 'talking')

/** Gives the agent a call that he talks in, unless he has one. */
async function inCall(stage: DoorsStage): Promise<SeenCall> {
  const present = await callOf(stage)
  if (present !== undefined) return present
  await endCalls(stage)
  await inState('idle')(stage)
  await stage.gateway.toAgent('offer-call', { talkMs: 600_000 })
  await expect.poll(() => callOf(stage)).toBeDefined()
  return inCall(stage)
}

/** In a call that is so, after the button that makes it so was pressed where it was otherwise; the window knows. */
const withCall =
  (what: 'isHeld' | 'isMuted', is: boolean, { wanted, other }: Record<'wanted' | 'other', RegExp>) =>
  async (stage: DoorsStage): Promise<void> => {
    const call = await inCall(stage)
    const { page } = stage.app
    // What the window shows may be a moment old.
    if (call[what] !== is) await page.getByRole('button', { name: other }).click()
    await expect(page.getByRole('button', { name: wanted })).toBeEnabled()
  }
export const onHold = withCall('isHeld', true, { wanted: /^Resume/, other: /^Hold/ })
export const offHold = withCall('isHeld', false, { wanted: /^Hold/, other: /^Resume/ })
export const muted = (isMuted: boolean) => async (stage: DoorsStage) => {
  await offHold(stage)
  const buttons = isMuted ? { wanted: /^Unmute/, other: /^Mute/ } : { wanted: /^Mute/, other: /^Unmute/ }
  await withCall('isMuted', isMuted, buttons)(stage)
}

/** A call is offered, and waits for a button of this name. */
async function offered(stage: DoorsStage, button: RegExp): Promise<void> {
  await endCalls(stage)
  await inState('idle')(stage)
  await stage.gateway.toAgent('offer-call', { talkMs: 600_000 })
  await expect(stage.app.page.getByRole('button', { name: button })).toBeEnabled()
}

export async function offeredToAnswer(stage: DoorsStage): Promise<void> {
  await answerByHand(stage.gateway)
  await offered(stage, /^Answer/)
}

const isSignedOut = async ({ app: { page } }: DoorsStage): Promise<boolean> =>
  (await page.getByRole('button', { name: 'Sign in', exact: true }).count()) > 0

/** Signs in where nobody is, and waits until what was wished before has gone out. */
async function signedInBy(stage: DoorsStage, sign: () => Promise<void>): Promise<void> {
  const { gateway } = stage
  await endCalls(stage)
  if (!(await isSignedOut(stage))) return
  const mark = await gateway.mark()
  await sign()
  for (const part of ['autoenteridle', 'resetskill']) {
    await expect.poll(() => gateway.lines(part, mark)).toHaveLength(1)
  }
  await expect.poll(() => gateway.lines('agentevent', mark)).not.toEqual([])
}

export const signedIn = (stage: DoorsStage) => signedInBy(stage, () => signIn(stage.app.page))

/** The linked phone rings; the agent is signed in with a phone that has to be lifted. */
export async function phoneRings(stage: DoorsStage): Promise<void> {
  const { app, gateway } = stage
  const { page } = app
  await signedInBy(stage, async () => {
    await gateway.toAgent('configure', { liftsPhone: false, linkage: 'links' })
    await page.getByRole('checkbox', { name: 'Always off-hook' }).uncheck()
    await submitSignIn(page)
    await expect(sessionBar(page)).toContainText('101')
  })
  if ((await gateway.agent('101')).linkage !== 'linked') {
    await switched('Phone linkage', true)(stage)
    await page.getByRole('button', { name: 'Check the phone' }).click()
    await expect(page.getByText('has linked the phone')).toBeVisible()
  }
  await offered(stage, /^Lift/)
}

/** The line to the gateway is cut, and the after-call switch, clicked meanwhile, waits for it. */
export async function wishWaits({ app: { page }, line }: DoorsStage): Promise<void> {
  await line.cut()
  await expect(sessionBar(page)).toContainText('No answer since')
  await page.getByRole('switch', { name: 'Enter idle after call' }).click()
  await expect(page.getByText('Kept: will be sent when the gateway answers')).toHaveCount(1)
}

export async function lineMended({ app: { page }, line }: DoorsStage): Promise<void> {
  await line.mend()
  await expect(sessionBar(page)).toContainText('Connected since')
}

export const inMode =
  (windowMode: 'full' | 'mini') =>
  async ({ app }: DoorsStage): Promise<void> => {
    await changePreferences(app.page, { windowMode })
    await seesMode(windowMode)({ app })
  }

export const seesMode =
  (mode: 'full' | 'mini') =>
  async ({ app: { page } }: Pick<DoorsStage, 'app'>): Promise<void> => {
    await expect(page.getByRole('main', { name: 'Mini strip' })).toHaveCount(mode === 'mini' ? 1 : 0)
  }
