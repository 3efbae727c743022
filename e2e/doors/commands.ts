import { expect, type Page } from '@playwright/test'
import type { Door } from '../../src/shared/domain/truth-line.ts'
import { stateRadio } from '../support/window.ts'
import type { Route } from './routes.ts'
import { signIn } from '../support/sign-in.ts'
import type { DoorsStage } from './stage.ts'

/** A command, how it is asked for at each door, and what must reach the gateway. */
export interface DoorCase extends Route {
  /** Makes the situation in which it has something to do; its requests do not count. */
  readonly before?: (stage: DoorsStage) => Promise<void>
  /** Changing requests as the documents write them, and the body of the last one. */
  readonly lines: readonly string[]
  readonly body?: (stage: DoorsStage) => Promise<unknown>
  /** What else must be seen: of the window, where nothing reaches the gateway. */
  readonly seen?: (stage: DoorsStage) => Promise<void>
  /** Name under which the journal keeps it; null when it keeps nothing, since nothing was changed. */
  readonly journal: string | null
  /** Doors that do not offer it, each with the reason. */
  readonly notAt?: Partial<Readonly<Record<Door, string>>>
}

const agreedMenu = 'the menu has the agreed items only (design §7)'

/** Puts the agent into a state, whatever the state before, and waits until the desk knows. */
const inState =
  (state: 'idle' | 'busy') =>
  async ({ app, gateway }: DoorsStage): Promise<void> => {
    await gateway.toAgent('force-state', { state })
    await expect
      .poll(async () => (await app.trayItem('Agent state', state === 'idle' ? 'Idle' : 'Busy')).checked)
      .toBe(true)
  }

/** Sets a switch by the tray where it stands otherwise. */
const switched =
  (label: 'Enter idle after call' | 'Phone linkage', isOn: boolean) =>
  async ({ app }: DoorsStage): Promise<void> => {
    if ((await app.trayItem(label)).checked !== isOn) await app.clickTray(label)
    const toggle = app.page.getByRole('switch', { name: label })
    await expect(toggle).toHaveAttribute('aria-checked', String(isOn))
    await expect(toggle).not.toHaveAttribute('aria-busy', 'true')
  }

/** Signs in to queues by the tray, so that the command has something to change. */
const atSkills =
  (mode: 'All skills' | 'No skills') =>
  async ({ app, gateway }: DoorsStage): Promise<void> => {
    await app.clickTray('Skill sign-in', mode)
    await expect
      .poll(async () => (await gateway.agent('101')).skills.signedIn.length > 1)
      .toBe(mode === 'All skills')
    await expect.poll(async () => (await app.trayItem('Skill sign-in', mode)).checked).toBe(true)
  }

const chooseSkills =
  (mode: 'All skills' | 'Chosen skills' | 'No skills') =>
  async (page: Page): Promise<void> => {
    await page.getByRole('radio', { name: mode }).click()
    await page.getByRole('button', { name: 'Apply skill sign-in' }).click()
  }

const clickSwitch = (name: string) => (page: Page) => page.getByRole('switch', { name }).click()
const clickState = (name: string) => (page: Page) => stateRadio(page, name).click()

/** Every caller hangs up. */
async function endCalls({ gateway }: DoorsStage): Promise<void> {
  const { calls } = await gateway.control<{ calls: readonly { callid: string }[] }>('GET', '/state')
  for (const { callid } of calls) await gateway.hangUp(callid)
}

/** Gives the agent a call that he talks in, unless he has one. */
async function inCall({ app, gateway }: DoorsStage): Promise<void> {
  const strip = app.page.getByRole('button', { name: /^(Hold|Resume)/ })
  if ((await strip.count()) > 0) return
  await endCalls({ app, gateway, keysOf: String })
  await inState('idle')({ app, gateway, keysOf: String })
  await gateway.toAgent('offer-call', { talkMs: 600_000 })
  await expect(strip).toBeVisible()
}
const callButton = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).click()
const onHold = async (stage: DoorsStage): Promise<void> => {
  await inCall(stage)
  const { page } = stage.app
  const hold = page.getByRole('button', { name: /^Hold/ })
  if ((await hold.count()) > 0) await hold.click()
  await expect(page.getByRole('button', { name: /^Resume/ })).toBeVisible()
}
const offHold = async (stage: DoorsStage): Promise<void> => {
  await inCall(stage)
  const { page } = stage.app
  const retrieve = page.getByRole('button', { name: /^Resume/ })
  if ((await retrieve.count()) > 0) await retrieve.click()
  await expect(page.getByRole('button', { name: /^Hold/ })).toBeVisible()
}
const muted =
  (isMuted: boolean) =>
  async (stage: DoorsStage): Promise<void> => {
    await offHold(stage)
    const { page } = stage.app
    const wrong = page.getByRole('button', { name: isMuted ? /^Mute/ : /^Unmute/ })
    if ((await wrong.count()) > 0) await wrong.click()
    await expect(page.getByRole('button', { name: isMuted ? /^Unmute/ : /^Mute/ })).toBeVisible()
  }
const noCall = { tray: agreedMenu } as const

/** What the window shows is no matter of its door: the window has it in sight, or a button of its own beside it. */
const shown = (text: string, seen: DoorCase['seen'], window?: Route['window']): DoorCase => ({
  text,
  ...(window === undefined ? {} : { window }),
  isAskedForLinks: false,
  lines: [],
  ...(seen === undefined ? {} : { seen }),
  journal: null,
  notAt: { tray: agreedMenu, ...(window === undefined ? { window: 'it is the window' } : {}) },
})
const tab =
  (name: string) =>
  async ({ app }: DoorsStage) =>
    expect(app.page.getByRole('tab', { name, exact: false })).toHaveAttribute('aria-selected', 'true')

export const doorCases: readonly DoorCase[] = [
  {
    text: 'state=busy',
    before: inState('idle'),
    window: clickState('Busy'),
    tray: ['Agent state', 'Busy'],
    lines: ['POST /onlineagent/101/saybusy'],
    journal: 'agent-state',
  },
  {
    text: 'state=busy:203',
    before: inState('idle'),
    lines: ['POST /onlineagent/101/saybusy?reason=203'],
    journal: 'agent-state',
    notAt: { tray: agreedMenu, window: 'by the menu of reasons: e2e of the agent state' },
  },
  {
    text: 'state=rest',
    before: inState('idle'),
    window: clickState('Rest'),
    tray: ['Agent state', 'Rest'],
    lines: ['POST /onlineagent/101/rest/900/0'],
    journal: 'agent-state',
  },
  {
    text: 'state=wrap-up',
    before: inState('idle'),
    window: clickState('Wrap-up'),
    tray: ['Agent state', 'Wrap-up'],
    lines: ['POST /onlineagent/101/work'],
    journal: 'agent-state',
  },
  {
    text: 'state=idle',
    before: inState('busy'),
    window: clickState('Idle'),
    tray: ['Agent state', 'Idle'],
    lines: ['POST /onlineagent/101/sayfree'],
    journal: 'agent-state',
  },
  ...(['on', 'off', 'toggle'] as const).map((to): DoorCase => ({
    text: `auto-idle=${to}`,
    before: switched('Enter idle after call', to !== 'on'),
    window: clickSwitch('Enter idle after call'),
    tray: ['Enter idle after call'],
    lines: [`POST /onlineagent/101/autoenteridle/${String(to === 'on')}`],
    journal: 'after-call',
  })),
  ...(['on', 'off', 'toggle'] as const).map((to): DoorCase => ({
    text: `linkage=${to}`,
    before: switched('Phone linkage', to !== 'on'),
    window: clickSwitch('Phone linkage'),
    tray: ['Phone linkage'],
    lines: [`POST /onlineagent/101/resetskill/true?phonelinkage=${to === 'on' ? '1' : '0'}`],
    journal: 'linkage',
  })),
  {
    text: 'skills=none',
    before: atSkills('All skills'),
    window: chooseSkills('No skills'),
    tray: ['Skill sign-in', 'No skills'],
    lines: ['POST /onlineagent/101/resetskill/false?skillid=&phonelinkage=0'],
    journal: 'skills',
  },
  {
    text: 'skills=all',
    before: atSkills('No skills'),
    window: chooseSkills('All skills'),
    tray: ['Skill sign-in', 'All skills'],
    lines: ['POST /onlineagent/101/resetskill/true?phonelinkage=0'],
    journal: 'skills',
  },
  {
    text: 'skill-set=Mornings',
    before: atSkills('All skills'),
    lines: ['POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0'],
    journal: 'skills',
    notAt: { tray: agreedMenu, window: 'by the menu of saved sets: skills.spec.ts' },
  },
  {
    // After the set: the queues chosen last are its queues.
    text: 'skills=chosen',
    before: atSkills('All skills'),
    tray: ['Skill sign-in', 'Chosen skills'],
    lines: ['POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0'],
    journal: 'skills',
    notAt: { window: 'the window chooses the queues anew: e2e/window-requests.spec.ts' },
  },
  {
    text: 'transfer-longest=2',
    before: async (stage) => {
      const { gateway } = stage
      await atSkills('All skills')(stage)
      await inState('busy')(stage)
      await endCalls(stage)
      await gateway.addCall(1)
    },
    tray: ['Transfer longest-waiting call', 'Technical support'],
    lines: ['PUT /calldata/101/assignuserinqueue'],
    body: async ({ gateway }) => {
      const { calls } = await gateway.control<{ calls: readonly { callid: string }[] }>('GET', '/state')
      return { callid: calls[0]?.callid, skillid: 2 }
    },
    journal: 'transfer-longest',
    notAt: { window: 'the window moves the call that was chosen: e2e/window-requests.spec.ts' },
  },
  {
    text: 'call=hold',
    before: offHold,
    window: callButton(/^Hold/),
    lines: ['POST /voicecall/101/hold'],
    journal: 'call',
    notAt: noCall,
  },
  {
    text: 'call=retrieve',
    before: onHold,
    window: callButton(/^Resume/),
    lines: ['POST /voicecall/101/gethold?callid=…'],
    journal: 'call',
    notAt: noCall,
  },
  {
    text: 'call=mute',
    before: muted(false),
    window: callButton(/^Mute/),
    lines: ['POST /voicecall/101/beginmute'],
    journal: 'call',
    notAt: noCall,
  },
  {
    text: 'call=unmute',
    before: muted(true),
    window: callButton(/^Unmute/),
    lines: ['POST /voicecall/101/endmute'],
    journal: 'call',
    notAt: noCall,
  },
  {
    text: 'call=release',
    before: offHold,
    window: callButton(/^(Release|End)/),
    isConfirmed: true,
    lines: ['DELETE /voicecall/101/release'],
    journal: 'call',
    notAt: noCall,
  },
  shown('show=queues', tab('Queues'), (page) => page.getByRole('tab', { name: 'Queues' }).click()),
  shown('show=team', tab('Team'), (page) => page.getByRole('tab', { name: 'Team' }).click()),
  shown('show=activity', tab('Activity'), (page) => page.getByRole('tab', { name: 'Activity' }).click()),
  shown('show=desk', tab('Desk'), (page) => page.getByRole('tab', { name: 'Desk' }).click()),
  {
    ...shown('show=window', async ({ app }) => {
      const [window] = await app.control<readonly { visible: boolean }[]>('GET', '/windows')
      expect(window?.visible).toBe(true)
    }),
    tray: ['Open Deskside'],
    notAt: { window: 'it is the window' },
  },
  {
    text: 'sign-out',
    before: async ({ app: { page } }) => {
      if ((await page.getByRole('button', { name: 'Sign in', exact: true }).count()) > 0) await signIn(page)
    },
    window: async (page) => {
      await page.getByRole('button', { name: 'Sign out' }).first().click()
    },
    tray: ['Sign out'],
    isConfirmed: true,
    lines: ['DELETE /onlineagent/101/logout'],
    seen: async ({ app: { page } }) =>
      expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible(),
    journal: 'sign-out',
  },
]

/** Commands that are not walked through the doors here, each with the reason. */
export const notHere: Readonly<Record<string, string>> = {
  'call=answer':
    'the phone of the shared desk is always off the hook and takes calls by itself: command-runner.spec.ts',
  'call=pick-up': 'needs a linked phone that rings: command-runner.spec.ts and the call specs',
  'call=reject': 'needs a linked phone that rings: command-runner.spec.ts and the call specs',
  'cancel-wish': 'a wish waits only while the gateway is silent: e2e/kept-wishes.spec.ts',
  window: 'changes the window alone: the specs of the mini strip, and command-runner.spec.ts',
  'show=supervisor': 'as the other views',
  'show=settings': 'as the other parts of the window: palette.spec.ts, settings.spec.ts',
  'show=about': 'as the other parts of the window',
  'show=palette': 'it is a door itself: palette.spec.ts',
  quit: 'ends the shared program: e2e/leaving.spec.ts and confirm-quit.spec.ts',
}
