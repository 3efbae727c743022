import type { Page } from '@playwright/test'
import type { QueueBinding, UnbindReceipt } from '../../../src/shared/domain/supervisor.ts'
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

/** Without names, so that it works in every language. */
async function openQueue(page: Page): Promise<void> {
  await page.getByRole('tabpanel').getByRole('combobox').first().click()
  await page.getByRole('option').nth(1).click()
  await page.getByRole('checkbox', { name: 'agent101' }).waitFor()
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
    act: async (page) => {
      await openQueue(page)
      await page.getByRole('button', { name: 'Unbind all…' }).click()
      await page.getByRole('dialog', { name: 'Confirm unbinding' }).waitFor()
    },
  },
]
