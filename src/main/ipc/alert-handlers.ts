import type { LoginStart } from '../../shared/domain/login-start.ts'
import type { AlertOutputs } from '../../shared/ipc/alert-contract.ts'
import type { AlertKind } from '../../shared/preferences/preference-schemas.ts'
import { ok } from '../../shared/result.ts'
import type { CommandHandlers } from './command-handlers.ts'

/** What the settings of alerts and of the start reach. */
export interface AlertServices {
  /** Shows a note of that kind, whatever the preferences say; false where the system shows none. */
  readonly testNote: (kind: AlertKind) => boolean
  readonly loginStart: () => Promise<LoginStart>
}

export function createAlertHandlers({
  testNote,
  loginStart,
}: AlertServices): Pick<CommandHandlers, keyof AlertOutputs> {
  return {
    'alerts:test-note': async ({ kind }) => ok(testNote(kind)),
    'login:read': async () => ok(await loginStart()),
  }
}
