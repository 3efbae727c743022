import type { AppInfo, SignInDefaults } from '../../shared/domain/desk-snapshot.ts'
import type { SupervisorView } from '../../shared/domain/supervisor.ts'
import { SupervisorDesk, type SupervisorDeps } from '../supervisor/supervisor-desk.ts'
import { Desk, type DeskDeps } from './desk.ts'
import { initialDeskState } from './desk-state.ts'
import { DeskStore } from './desk-store.ts'
import { afterCallLens, changed, choicesLens, linkageLens } from './line-lenses.ts'

/** Given for the built-in demo: its public agent and app key, so that a newcomer has only to press "Sign in". */
export interface DemoIdentity {
  readonly agentId: string
  readonly password: string
  readonly phone: string
  readonly appKey: string
  readonly appSecret: string
}

export interface CreateDeskOptions
  extends Omit<DeskDeps, 'store' | 'runOnly'>, Pick<SupervisorDeps, 'openManagement' | 'newId'> {
  readonly app: AppInfo
  /** Addresses and CA of this run, from the command line or the demo; each wins over the settings and is not saved. */
  readonly run: {
    readonly gatewayAddress: string | null
    readonly managementAddress: string | null
    readonly caFile: string | null
  }
  readonly demo: DemoIdentity | null
  /** Runs something at the end of the present turn; `setImmediate` in the program. */
  readonly schedule: (run: () => void) => void
}

export interface DeskParts {
  readonly desk: Desk
  readonly supervisor: SupervisorDesk
  /** For notices of other parts, such as damaged settings. */
  readonly store: DeskStore
}

/** Builds the desk and the supervisor's desk over one store. Does nothing yet: no request, no timer. */
export function createDesk(options: CreateDeskOptions): DeskParts {
  const { settings, clock, run, demo } = options
  const { current } = settings
  const gatewayAddress = run.gatewayAddress ?? current.gatewayAddress
  const signIn: SignInDefaults = {
    gatewayAddress,
    caFile: run.caFile ?? current.caFile,
    agentId: demo?.agentId ?? current.agentId,
    phone: demo?.phone ?? current.phone,
    isAlwaysOffHook: current.isAlwaysOffHook,
    demoPassword: demo?.password ?? null,
  }
  const ownManagementAddress = current.managementAddress === '' ? gatewayAddress : current.managementAddress
  const supervisorView: SupervisorView = {
    managementAddress: run.managementAddress ?? (demo === null ? ownManagementAddress : gatewayAddress),
    hasCredentials: false,
    demoAppKey: demo?.appKey ?? null,
    demoAppSecret: demo?.appSecret ?? null,
    receipts: [],
  }
  const store = new DeskStore({
    initial: initialDeskState(signIn, supervisorView),
    app: options.app,
    clock,
    schedule: options.schedule,
  })
  const at = clock.now()
  const { wishes } = current
  store.update(changed(afterCallLens, { type: 'wished', value: wishes.autoIdle, at, origin: 'restored' }))
  store.update(changed(linkageLens, { type: 'wished', value: wishes.isLinked, at, origin: 'restored' }))
  store.update(changed(choicesLens, { type: 'wished', value: wishes.skills, at, origin: 'restored' }))

  const desk = new Desk({
    ...options,
    store,
    runOnly: { gatewayAddress: run.gatewayAddress, isDemo: demo !== null },
  })
  const supervisor = new SupervisorDesk({
    store,
    settings,
    clock,
    log: options.log,
    journal: options.journal,
    roster: desk,
    newId: options.newId,
    openManagement: options.openManagement,
    runOnlyAddress: run.managementAddress ?? run.gatewayAddress,
  })
  return { desk, supervisor, store }
}
