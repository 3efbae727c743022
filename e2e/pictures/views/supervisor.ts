import type { Page } from '@playwright/test'
import type { AccountLine, QueueBinding, UnbindReceipt } from '../../../src/shared/domain/supervisor.ts'
import { ok } from '../../../src/shared/result.ts'
import {
  deskSnapshot,
  noon,
  rosterAgent,
  rosterSnapshot,
} from '../../../src/renderer/src/testing/snapshots.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'

const bindings: readonly QueueBinding[] = Array.from({ length: 12 }, (_, index) => ({
  account: `agent${101 + index}`,
  agentId: String(101 + index),
  name: index % 4 === 3 ? null : `Agent ${101 + index}`,
  agentWeight: 1,
  skillWeight: 10 * (1 + (index % 3)),
}))
const receipt = (change: Partial<UnbindReceipt>): UnbindReceipt => ({
  id: 'r1',
  skillId: 2,
  scope: 'selected',
  at: noon,
  outcome: 'unbound',
  count: 2,
  progress: { done: 2, of: 2 },
  tally: { unbound: 2 },
  exceptions: [],
  undoable: 2,
  isStopping: false,
  heads: { bound: 12, chosen: 2, online: 2, chosenOnline: 1, chosenInCall: 0 },
  error: null,
  ...change,
})
const { supervisor } = deskSnapshot()
const scene: Scene = {
  view: 'supervisor',
  snapshot: deskSnapshot({
    supervisor: {
      ...supervisor,
      receipts: [receipt({}), receipt({ id: 'r2', outcome: 'undone', undoable: 0 })],
    },
  }),
  roster: rosterSnapshot([
    rosterAgent({ agentId: '101' }),
    rosterAgent({ agentId: '103', state: 'talking' }),
  ]),
  answers: { readBindings: ok({ skillId: 2, bindings, readAt: noon }) },
}

const lines: readonly AccountLine[] = bindings.map((binding, index) => ({
  ...binding,
  result: index % 4 === 3 ? 'refused' : 'unbound',
  error: index % 4 === 3 ? { code: 'refused', reason: 'platform-refused' } : null,
}))

/** Without names, so that it works in every language. */
async function openQueue(page: Page): Promise<void> {
  await page.getByRole('tabpanel').getByRole('combobox').first().click()
  await page.getByRole('option').nth(1).click()
  await page.getByRole('checkbox', { name: 'agent101' }).waitFor()
}

async function askForAll(page: Page): Promise<void> {
  await openQueue(page)
  await page.getByRole('button', { name: 'Unbind all…' }).click()
  await page.getByRole('dialog', { name: 'Confirm unbinding' }).waitFor()
}

export const supervisorViews: readonly PicturedView[] = [
  {
    name: 'supervisor',
    scene,
    act: openQueue,
    also: [
      [360, 640, 'light'],
      [900, 700, 'light'],
      [1400, 900, 'light'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'supervisor-connect',
    scene: {
      view: 'supervisor',
      snapshot: deskSnapshot({ supervisor: { ...supervisor, hasCredentials: false } }),
    },
  },
  {
    name: 'dialog-unbind',
    scene,
    act: async (page) => {
      await openQueue(page)
      await page.getByRole('checkbox', { name: 'agent102' }).check()
      await page.getByRole('button', { name: 'Unbind selected' }).click()
      await page.getByRole('dialog', { name: 'Confirm unbinding' }).waitFor()
    },
    also: [[360, 640, 'light']],
  },
  {
    name: 'dialog-unbind-all',
    scene,
    act: askForAll,
  },
  {
    name: 'dialog-unbind-progress',
    scene: {
      ...scene,
      snapshot: deskSnapshot({
        supervisor: {
          ...supervisor,
          receipts: [
            receipt({ outcome: 'unbinding', count: 12, progress: { done: 5, of: 12 }, undoable: 0 }),
          ],
        },
      }),
      underWay: { unbindAll: null },
    },
    act: async (page) => {
      await askForAll(page)
      await page.getByRole('textbox', { name: 'Type the queue name to confirm' }).fill('Technical support')
      await page.getByRole('button', { name: 'Unbind', exact: true }).click()
      await page.getByRole('progressbar').first().waitFor()
    },
  },
  {
    name: 'supervisor-receipts',
    scene: {
      ...scene,
      snapshot: deskSnapshot({
        supervisor: {
          ...supervisor,
          receipts: [
            receipt({
              outcome: 'partly',
              count: 12,
              progress: { done: 12, of: 12 },
              tally: { unbound: 10, refused: 2 },
              undoable: 10,
              exceptions: [
                {
                  account: 'agent104',
                  result: 'refused',
                  error: { code: 'refused', reason: 'platform-refused' },
                },
                {
                  account: 'agent108',
                  result: 'refused',
                  error: { code: 'refused', reason: 'platform-refused' },
                },
              ],
              error: { code: 'refused', reason: 'platform-refused' },
            }),
            receipt({ id: 'r2', outcome: 'undone', undoable: 0 }),
          ],
        },
      }),
      answers: { ...scene.answers, readUnbindReport: ok({ receiptId: 'r1', lines }) },
    },
    act: async (page) => {
      await openQueue(page)
      await page.getByText('All accounts').first().click()
      await page.getByText('agent112').last().waitFor()
      await page.getByText('Unbound in part', { exact: true }).scrollIntoViewIfNeeded()
    },
  },
]
