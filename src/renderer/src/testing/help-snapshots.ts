import type { AboutView } from '../../../shared/domain/about.ts'
import {
  checkStepIds,
  type CheckStep,
  type CheckStepId,
  type ConnectionReport,
} from '../../../shared/domain/connection-check.ts'
import type { GatewayView } from '../../../shared/domain/gateway-view.ts'
import { noon } from './snapshots.ts'

/** A gateway named on the command line, unless told otherwise: nothing is left to choose. */
export function gatewayView(change: Partial<GatewayView> = {}): GatewayView {
  return {
    address: 'https://127.0.0.1:8043',
    caFile: '',
    source: 'command-line',
    choice: 'undecided',
    ...change,
  }
}

/** A check whose steps have all passed, unless told otherwise. */
export function checkReport(
  steps: Partial<Readonly<Record<CheckStepId, Partial<CheckStep>>>> = {},
  change: Partial<ConnectionReport> = {},
): ConnectionReport {
  return {
    id: 1,
    startedAt: noon,
    outcome: 'passed',
    steps: checkStepIds.map((id) => ({
      id,
      status: 'passed',
      tookMs: 12,
      problem: null,
      error: null,
      skipped: null,
      facts: [],
      ...steps[id],
    })),
    ...change,
  }
}

export const aboutView: AboutView = {
  version: '0.1.0',
  host: 'chromium',
  electron: null,
  chromium: '153.0.0',
  node: '24.21.0',
  system: 'Linux 6.8 x64',
  userData: '/home/agent/.config/Deskside',
}
