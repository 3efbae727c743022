import type { AppInfo, SignInDefaults } from '../../shared/domain/desk-snapshot.ts'
import type { SupervisorView } from '../../shared/domain/supervisor.ts'
import type { Settings } from '../settings/settings.ts'
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

/** Where this run goes to, and the public identity of the demo when it is the built-in one. */
export type RunTarget = Pick<CreateDeskOptions, 'run' | 'demo'>

export interface DeskParts {
  readonly desk: Desk
  readonly supervisor: SupervisorDesk
  /** For notices of other parts, such as damaged settings. */
  readonly store: DeskStore
  /** Goes to another gateway from the next sign-in on. Not while somebody is signed in. */
  readonly useTarget: (target: RunTarget) => void
}

/** Builds the desk and the supervisor's desk over one store. Does nothing yet: no request, no timer. */
export function createDesk(options: CreateDeskOptions): DeskParts {
  const { settings, clock } = options
  const { current } = settings
  const { signIn, supervisor: supervisorView, runOnly } = begin(options, current)
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

  // One object, read at every use: `useTarget` changes what is in it.
  const desk = new Desk({ ...options, store, runOnly })
  const supervisor = new SupervisorDesk({
    store,
    settings,
    clock,
    log: options.log,
    journal: options.journal,
    roster: desk,
    newId: options.newId,
    openManagement: options.openManagement,
    get runOnlyAddress() {
      return runOnly.managementAddress
    },
  })
  const useTarget = (target: RunTarget): void => {
    const next = begin(target, settings.current)
    Object.assign(runOnly, next.runOnly)
    desk.forgetWayBack()
    // It would go on to the management service of the gateway before.
    void supervisor.disconnect()
    store.update((state) => ({
      ...state,
      signIn: next.signIn,
      supervisor: { ...next.supervisor, receipts: state.supervisor.receipts },
    }))
  }
  return { desk, supervisor, store, useTarget }
}

/** What holds for this run only: saved neither as the agent's gateway nor as that of the management service. */
interface RunOnly {
  gatewayAddress: string | null
  managementAddress: string | null
  isDemo: boolean
}

/** What the sign-in form and the supervisor's page begin with: the run before the settings. */
function begin(
  { run, demo }: RunTarget,
  current: Settings,
): { readonly signIn: SignInDefaults; readonly supervisor: SupervisorView; readonly runOnly: RunOnly } {
  const gatewayAddress = run.gatewayAddress ?? current.gatewayAddress
  const ownManagementAddress = current.managementAddress === '' ? gatewayAddress : current.managementAddress
  return {
    signIn: {
      gatewayAddress,
      caFile: run.caFile ?? current.caFile,
      agentId: demo?.agentId ?? current.agentId,
      phone: demo?.phone ?? current.phone,
      isAlwaysOffHook: current.isAlwaysOffHook,
      demoPassword: demo?.password ?? null,
    },
    supervisor: {
      managementAddress: run.managementAddress ?? (demo === null ? ownManagementAddress : gatewayAddress),
      hasCredentials: false,
      demoAppKey: demo?.appKey ?? null,
      demoAppSecret: demo?.appSecret ?? null,
      receipts: [],
    },
    runOnly: {
      gatewayAddress: run.gatewayAddress,
      managementAddress: run.managementAddress ?? run.gatewayAddress,
      isDemo: demo !== null,
    },
  }
}
