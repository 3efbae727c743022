import { expect, type Page } from '@playwright/test'
import { stateRadio } from '../support/window.ts'
import { callCases, phoneCases } from './call-commands.ts'
import { agreedMenu, type DoorCase } from './door-case.ts'
import { atSkills, callWaits, inState, lineMended, signedIn, switched, wishWaits } from './situations.ts'
import { windowCases } from './window-commands.ts'

const chooseSkills =
  (mode: 'All skills' | 'Chosen skills' | 'No skills') =>
  async (page: Page): Promise<void> => {
    await page.getByRole('radio', { name: mode }).click()
    await page.getByRole('button', { name: 'Apply skill sign-in' }).click()
  }

const clickSwitch = (name: string) => (page: Page) => page.getByRole('switch', { name }).click()
const clickState = (name: string) => (page: Page) => stateRadio(page, name).click()

/** Opens a menu and chooses one of its lines. */
const choose = (menu: string, role: 'menuitem' | 'menuitemradio', line: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole(role, { name: line }).click()
}

export const doorCases: readonly DoorCase[] = [
  {
    text: 'state=busy',
    isStartedAgain: true,
    before: inState('idle'),
    window: clickState('Busy'),
    tray: ['Agent state', 'Busy'],
    lines: ['POST /onlineagent/101/saybusy'],
    journal: 'agent-state',
  },
  {
    text: 'state=busy:203',
    before: inState('idle'),
    window: choose('Busy: reason', 'menuitemradio', /^Paperwork$/),
    lines: ['POST /onlineagent/101/saybusy?reason=203'],
    journal: 'agent-state',
    notAt: { tray: agreedMenu },
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
    text: 'state=rest:1',
    before: inState('idle'),
    window: choose('Rest: reason, time', 'menuitem', /^Lunch$/),
    lines: ['POST /onlineagent/101/rest/900/1'],
    journal: 'agent-state',
    notAt: { tray: agreedMenu },
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
    window: choose('Saved sets', 'menuitemradio', /^Mornings/),
    isStartedAgain: true,
    lines: ['POST /onlineagent/101/resetskill/false?skillid=1%3B3&phonelinkage=0'],
    journal: 'skills',
    notAt: { tray: agreedMenu },
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
    before: callWaits,
    window: choose('Transfer longest waiting call', 'menuitem', /^Technical support$/),
    tray: ['Transfer longest-waiting call', 'Technical support'],
    lines: ['PUT /calldata/101/assignuserinqueue'],
    body: async ({ gateway }) => {
      const [call] = await gateway.calls()
      return { callid: call?.callid, skillid: 2 }
    },
    // The call that is moved; the window shows which one before it asks.
    journal: 'transfer',
  },
  ...callCases,
  {
    text: 'cancel-wish=after-call',
    before: wishWaits,
    after: lineMended,
    window: (page) => page.getByRole('button', { name: /^Keep (?:on|off)$/ }).click(),
    lines: [],
    seen: async ({ app: { page } }) =>
      expect(page.getByText('Kept: will be sent when the gateway answers')).toHaveCount(0),
    journal: 'cancel-wish',
    notAt: { tray: agreedMenu },
  },
  ...windowCases,
  {
    text: 'sign-out',
    before: signedIn,
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
  ...phoneCases,
]

/** Commands that are not walked through the doors here, each with the reason. */
export const notHere: Readonly<Record<string, string>> = {
  quit: 'ends the shared program: e2e/leaving.spec.ts and confirm-quit.spec.ts',
}
