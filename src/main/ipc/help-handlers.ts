import type { AppError } from '../../shared/app-error.ts'
import type { AboutView } from '../../shared/domain/about.ts'
import type { ConnectionReport } from '../../shared/domain/connection-check.ts'
import type { GatewayView } from '../../shared/domain/gateway-view.ts'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import type { HelpOutputs } from '../../shared/ipc/help-contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CheckInput } from '../connection-check/connection-check.ts'
import { exportText } from '../journal/export-text.ts'
import type { CommandHandlers } from './command-handlers.ts'

/** What first run, connection check, settings, About and the journal view reach. */
export interface HelpServices {
  readonly check: {
    run(input: CheckInput): Promise<ConnectionReport>
    cancel(): void
    /** Cancels, and resolves when nobody is signed in by a check any more. */
    stop(): Promise<void>
    /** The newest report as text for support; null before the first check. */
    text(): string | null
  }
  readonly gateways: {
    readonly view: GatewayView
    chooseDemo(): Promise<Result<GatewayView, AppError>>
    chooseOwn(own: {
      readonly gatewayAddress: string
      readonly caFile: string
    }): Promise<Result<GatewayView, AppError>>
  }
  readonly about: {
    read(): AboutView
    /** As text for support. */
    diagnosticsText(): string
    openUserData(): Promise<Result<null, AppError>>
  }
  readonly journal: { find(ids: readonly number[]): Promise<readonly JournalEntry[]> }
  /** The system's clipboard: what is put there is chosen here, never by the page. */
  readonly copy: (text: string) => Promise<void>
}

/** The handlers of those commands. */
export function createHelpHandlers(services: HelpServices): Pick<CommandHandlers, keyof HelpOutputs> {
  const { check, gateways, about, journal, copy } = services
  return {
    'connection:check': async (input) => ok(await check.run(input)),
    'connection:cancel': async () => {
      check.cancel()
      return ok(null)
    },
    'connection:copy': async () => {
      const text = check.text()
      if (text === null) return err({ code: 'refused', reason: 'nothing-found' })
      await copy(text)
      return ok(null)
    },
    'gateway:get-view': async () => ok(gateways.view),
    'gateway:choose': (input) =>
      input.choice === 'demo' ? gateways.chooseDemo() : gateways.chooseOwn(input),
    'program:read-about': async () => ok(about.read()),
    'program:copy-diagnostics': async () => {
      await copy(about.diagnosticsText())
      return ok(null)
    },
    'program:open-user-data': () => about.openUserData(),
    'journal:copy': async ({ ids }) => {
      const entries = await journal.find(ids)
      await copy(exportText(entries))
      return ok(entries.length)
    },
  }
}
