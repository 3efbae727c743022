import type { ConnectionReport } from '../../../shared/domain/connection-check.ts'
import type { GatewayView } from '../../../shared/domain/gateway-view.ts'
import type { JournalEntry } from '../../../shared/domain/journal.ts'
import { ok } from '../../../shared/result.ts'
import type { HelpServices } from '../help-handlers.ts'

const report: ConnectionReport = { id: 1, startedAt: 0, outcome: 'passed', steps: [] }
const view: GatewayView = { address: '', caFile: '', source: 'none', choice: 'undecided' }

/** The services of first run, check, About and journal copy: they remember what they were asked. */
export function fakeHelp(
  entries: readonly JournalEntry[] = [],
): HelpServices & { readonly copied: readonly string[] } {
  const copied: string[] = []
  let text: string | null = null
  return {
    copied,
    check: {
      run: async () => {
        text = 'the report'
        return report
      },
      cancel: () => undefined,
      stop: async () => undefined,
      text: () => text,
    },
    gateways: {
      view,
      chooseDemo: async () => ok({ ...view, choice: 'demo' }),
      chooseOwn: async ({ gatewayAddress: address, caFile }) =>
        ok({ address, caFile, source: 'yours', choice: 'own' }),
    },
    about: {
      read: () => ({
        version: '0',
        host: 'chromium',
        electron: null,
        chromium: null,
        node: '24',
        system: 'x',
        userData: '/u',
      }),
      diagnosticsText: () => 'the diagnostics',
      openUserData: async () => ok(null),
    },
    journal: { find: async (ids) => entries.filter(({ id }) => ids.includes(id)) },
    copy: async (words) => {
      copied.push(words)
    },
  }
}
