import type { Settings } from './settings.ts'

/** A first start. Always off-hook is the gateway's own default phone mode, and the only one where auto-idle is free. */
export const defaultSettings: Settings = {
  gatewayAddress: '',
  managementAddress: '',
  caFile: '',
  agentId: '',
  phone: '',
  isAlwaysOffHook: true,
  wishes: { autoIdle: true, isLinked: false, skills: { mode: 'all' } },
  preferences: {},
  windowPlaces: {},
}
