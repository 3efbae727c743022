import { err, ok, type Result } from '../../shared/result.ts'
import type { CreateDeskOptions } from '../agent/create-desk.ts'
import type { DemoReady } from '../demo/demo-messages.ts'
import type { Settings } from '../settings/settings.ts'
import type { LaunchOptions } from './launch-options.ts'

/** The gateway of this run, and the public identity of the demo when it is the built-in one. */
export interface Target extends Pick<CreateDeskOptions, 'run' | 'demo'> {
  /** Address of the demo's control interface; null with a real gateway, and in a packaged program. */
  readonly control: string | null
}

/** App key and secret every simulator knows (they open nothing else). */
const demoApp = { appKey: 'demo', appSecret: 'demo-secret' } as const

/**
 * Command line before what was chosen, and that before the settings; the built-in demo when none names a gateway. What the demo
 * is stays in this run and is never saved as the agent's gateway.
 */
export async function chooseTarget(
  launch: Pick<LaunchOptions, 'gatewayAddress' | 'managementAddress' | 'caFile'>,
  settings: Pick<Settings, 'gatewayAddress' | 'preferences'>,
  startDemo: () => Promise<Result<DemoReady, string>>,
): Promise<Result<Target, string>> {
  const { gatewayAddress, managementAddress, caFile } = launch
  const wantsDemo = settings.preferences.gatewayChoice === 'demo'
  if (gatewayAddress !== null || (settings.gatewayAddress !== '' && !wantsDemo)) {
    return ok({ run: { gatewayAddress, managementAddress, caFile }, demo: null, control: null })
  }
  const demo = await startDemo()
  return demo.ok ? ok(demoTarget(demo.value, managementAddress)) : err(demo.error)
}

/** The built-in demo as a target. */
export function demoTarget(
  { gatewayUrl, caPath, controlUrl, agent }: DemoReady,
  managementAddress: string | null,
): Target {
  return {
    run: { gatewayAddress: gatewayUrl, managementAddress, caFile: caPath },
    demo: { agentId: agent.id, password: agent.password, phone: agent.phone, ...demoApp },
    control: controlUrl,
  }
}
