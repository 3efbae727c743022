import { expect } from 'vitest'
import type { RosterSnapshot } from '../../../../../shared/domain/roster.ts'
import { renderApp } from '../../../testing/render-app.ts'
import { deskSnapshot, rosterAgent, rosterSnapshot } from '../../../testing/snapshots.ts'
import { stubBridge } from '../../../testing/stub-bridge.ts'

export const ada = rosterAgent({ signedInAt: Date.now() - 3_600_000 })
export const grace = rosterAgent({
  agentId: '1020',
  name: 'Grace',
  state: 'busy',
  stateSeconds: 5,
  skillIds: [2],
})
const nameless = rosterAgent({ agentId: '103', name: '', state: 'rest', stateSeconds: null, skillIds: [5] })
export const few = rosterSnapshot([ada, nameless, grace])

/** The team's view with this roster; nobody of it is filtered out yet. */
export async function openTeam(roster: RosterSnapshot) {
  const bridge = stubBridge(deskSnapshot(), roster)
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Team' }).click()
  const table = screen.getByRole('table', { name: 'Online agents' })
  await expect.element(table).toBeInTheDocument()
  /** Agent IDs in the order in which they are drawn, with all columns shown. */
  const ids = () =>
    table
      .getByRole('cell')
      .elements()
      .filter((_, index) => index % 6 === 0)
      .map((cell) => cell.textContent)
  return { bridge, screen, table, ids, filter: screen.getByRole('searchbox', { name: 'Filter agents' }) }
}
