import type { Route } from '../http/server.ts'
import { agentStateInterfaces } from './agent-state.ts'
import { callDataInterfaces } from './call-data.ts'
import { customStateInterfaces } from './custom-state.ts'
import { eventInterfaces } from './events.ts'
import { toGatewayRoute, type GatewayTools } from './gateway-interface.ts'
import { inspectionInterfaces } from './inspection.ts'
import { queueInterfaces } from './queues.ts'
import { rosterInterfaces } from './roster.ts'
import { sessionInterfaces } from './session.ts'
import { signInInterfaces } from './sign-in.ts'
import { skillInterfaces } from './skills.ts'
import { voiceCallInterfaces } from './voice-call.ts'

/** Every interface of the gateway, as routes. */
export function gatewayRoutes(tools: GatewayTools): Route[] {
  return [
    ...signInInterfaces(),
    ...sessionInterfaces(),
    ...eventInterfaces(),
    ...agentStateInterfaces(),
    ...customStateInterfaces(),
    ...skillInterfaces(),
    ...queueInterfaces(),
    ...rosterInterfaces(),
    ...voiceCallInterfaces(),
    ...callDataInterfaces(),
    ...inspectionInterfaces(),
  ].map((declared) => toGatewayRoute(declared, tools))
}
