import { expect } from 'vitest'
import type {
  QueueBinding,
  QueueBindings,
  SupervisorView,
  UnbindReceipt,
} from '../../../../../shared/domain/supervisor.ts'
import type { RosterAgent } from '../../../../../shared/domain/roster.ts'
import { ok } from '../../../../../shared/result.ts'
import { renderApp } from '../../../testing/render-app.ts'
import { deskSnapshot, noon, rosterAgent, rosterSnapshot } from '../../../testing/snapshots.ts'
import { stubBridge } from '../../../testing/stub-bridge.ts'

export const binding = (id: number, change: Partial<QueueBinding> = {}): QueueBinding => ({
  account: `agent${id}`,
  agentId: String(id),
  name: null,
  agentWeight: 1,
  skillWeight: 10,
  ...change,
})
/** So many bindings from agent 101 on. */
export const bindingsOf = (count: number): readonly QueueBinding[] =>
  Array.from({ length: count }, (_, nth) => binding(101 + nth))

export const answerOf = (rows: readonly QueueBinding[], skillId = 2): QueueBindings => ({
  skillId,
  bindings: rows,
  readAt: noon,
})

export const receipt = (change: Partial<UnbindReceipt> = {}): UnbindReceipt => ({
  id: 'r1',
  skillId: 2,
  scope: 'selected',
  at: noon,
  outcome: 'unbound',
  count: 1,
  progress: { done: 1, of: 1 },
  tally: { unbound: 1 },
  exceptions: [],
  undoable: 1,
  isStopping: false,
  error: null,
  heads: { bound: 3, chosen: 1, online: 1, chosenOnline: 1, chosenInCall: 0 },
  ...change,
})

interface Stage {
  readonly supervisor?: Partial<SupervisorView>
  readonly rows?: readonly QueueBinding[]
  readonly agents?: readonly RosterAgent[]
}

const usualAgents = [rosterAgent({ agentId: '101' }), rosterAgent({ agentId: '103' })]

/** The supervisor's page; whatever queue is asked for has the same accounts. */
export async function openPage({ supervisor, rows = bindingsOf(3), agents = usualAgents }: Stage = {}) {
  const view = { ...deskSnapshot().supervisor, ...supervisor }
  const bridge = stubBridge(deskSnapshot({ supervisor: view }), rosterSnapshot(agents))
  bridge.readBindings.mockImplementation(({ skillId }) => Promise.resolve(ok(answerOf(rows, skillId))))
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Supervisor' }).click()
  return { bridge, screen, view }
}

/** The same with queue 2, Technical support, opened. */
export async function openQueue(stage: Stage = {}) {
  const opened = await openPage(stage)
  const { screen } = opened
  await screen.getByRole('combobox', { name: 'Skill queue' }).click()
  await screen.getByRole('option', { name: 'Technical support' }).click()
  const account = (name: string) => screen.getByRole('checkbox', { name, exact: true })
  await expect.element(account(stage.rows?.[0]?.account ?? 'agent101')).toBeVisible()
  const dialog = screen.getByRole('dialog', { name: 'Confirm unbinding' })
  return {
    ...opened,
    account,
    dialog,
    unbind: dialog.getByRole('button', { name: 'Unbind', exact: true }),
    confirmation: dialog.getByRole('textbox', { name: 'Type the queue name to confirm' }),
    unbindSelected: screen.getByRole('button', { name: 'Unbind selected' }),
    unbindAll: screen.getByRole('button', { name: 'Unbind all…' }),
    table: screen.getByRole('grid', { name: 'Bound accounts' }),
    /** Accounts in the order they are drawn. */
    drawn: () =>
      screen
        .getByRole('checkbox', { name: /^agent\d+$/ })
        .elements()
        .map((box) => box.getAttribute('aria-label')),
    selected: () =>
      screen
        .getByRole('checkbox', { name: /^agent\d+$/, checked: true })
        .elements()
        .map((box) => box.getAttribute('aria-label')),
  }
}
