import type { AppError } from '../../shared/app-error.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { GatewayView } from '../../shared/domain/gateway-view.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RunTarget } from '../agent/create-desk.ts'
import type { Target } from '../launch/choose-target.ts'
import type { Logger } from '../logging/logger.ts'
import type { PreferencesService } from '../preferences/preferences.ts'
import type { SettingsStore } from '../settings/settings.ts'

export interface GatewaySwitchDeps {
  readonly desk: {
    readonly snapshot: DeskSnapshot
    subscribe(listener: (snapshot: DeskSnapshot) => void): () => void
  }
  /** Lets desk and supervisor go to another gateway from the next sign-in on. */
  readonly useTarget: (target: RunTarget) => void
  readonly settings: SettingsStore
  readonly preferences: Pick<PreferencesService, 'get' | 'change'>
  /** What this run began with. */
  readonly initial: Target
  /** The demo as a target; starts it when it does not run yet. */
  readonly startDemo: () => Promise<Result<Target, string>>
  readonly log: Logger
}

const noRun = { gatewayAddress: null, managementAddress: null, caFile: null } as const

/**
 * Which gateway the desk goes to: the one of the command line, the agent's own, or the built-in demo. Changed without a
 * restart, and only while nobody is signed in.
 */
export class GatewaySwitch {
  readonly #deps: GatewaySwitchDeps
  #target: RunTarget
  /** Counts choices: one that was overtaken while the demo was starting does not hold. */
  #newest = 0
  /** What a sign-in was last taken to choose. Tried once: a disk that does not take it is not asked at every change. */
  #noticed: 'demo' | 'own' | null = null
  #undo: () => void = () => undefined

  constructor(deps: GatewaySwitchDeps) {
    this.#deps = deps
    this.#target = deps.initial
  }

  /** Who signs in has chosen where, by whatever door, and whatever was chosen before. */
  start(): void {
    this.#undo = this.#deps.desk.subscribe(({ session, signIn }) => {
      if (session.phase !== 'online') return
      const choice = this.#chosenBySignIn(signIn.gatewayAddress)
      if (choice === null || choice === this.#noticed) return
      this.#noticed = choice
      void this.#deps.preferences.change({ gatewayChoice: choice })
    })
  }

  dispose(): void {
    this.#undo()
  }

  get view(): GatewayView {
    const { gatewayAddress: address, caFile } = this.#deps.desk.snapshot.signIn
    return {
      address,
      caFile,
      source: this.#sourceOf(address),
      choice: this.#deps.preferences.get('gatewayChoice'),
    }
  }

  /** The built-in demo, started if need be, from now on and at later starts. */
  async chooseDemo(): Promise<Result<GatewayView, AppError>> {
    const refusal = this.#refusal()
    if (refusal !== null) return err(refusal)
    const number = ++this.#newest
    const demo = await this.#deps.startDemo()
    if (number !== this.#newest) return err({ code: 'superseded' })
    if (!demo.ok) {
      this.#deps.log.error('the demo gateway could not be started', { reason: demo.error })
      return err({ code: 'internal' })
    }
    return this.#use(demo.value, { gatewayChoice: 'demo' })
  }

  /** A gateway of the agent's own, saved before it holds. */
  async chooseOwn(own: {
    readonly gatewayAddress: string
    readonly caFile: string
  }): Promise<Result<GatewayView, AppError>> {
    const refusal = this.#refusal()
    if (refusal !== null) return err(refusal)
    this.#newest += 1
    const { gatewayAddress, caFile } = own
    try {
      await this.#deps.settings.update({ gatewayAddress, caFile })
    } catch (error) {
      this.#deps.log.warn('the gateway was not saved', { error })
      return err({ code: 'storage-failed' })
    }
    return this.#use({ run: noRun, demo: null }, { gatewayChoice: 'own' })
  }

  async #use(
    target: RunTarget,
    change: { readonly gatewayChoice: 'demo' | 'own' },
  ): Promise<Result<GatewayView, AppError>> {
    const saved = await this.#deps.preferences.change(change)
    if (!saved.ok) return saved
    // Somebody may have signed in while the demo was starting.
    const refusal = this.#refusal()
    if (refusal !== null) return err(refusal)
    this.#target = target
    this.#noticed = null
    this.#deps.useTarget(target)
    return ok(this.view)
  }

  #refusal(): AppError | null {
    const { phase } = this.#deps.desk.snapshot.session
    const isResting = phase === 'signed-out' || phase === 'ended' || phase === 'taken-over'
    return isResting ? null : { code: 'refused', reason: 'not-in-this-state' }
  }

  /** Null where a sign-in at this address decides nothing new. */
  #chosenBySignIn(address: string): 'demo' | 'own' | null {
    const before = this.#deps.preferences.get('gatewayChoice')
    // An address of one's own is saved by the sign-in itself, and needs a word only where it would not be gone to.
    if (!this.#isRunOnly(address)) return before === 'demo' ? 'own' : null
    return this.#target.demo !== null && before !== 'demo' ? 'demo' : null
  }

  #isRunOnly(address: string): boolean {
    return address === this.#target.run.gatewayAddress
  }

  #sourceOf(address: string): GatewayView['source'] {
    if (address === '') return 'none'
    if (!this.#isRunOnly(address)) return 'yours'
    return this.#target.demo === null ? 'command-line' : 'demo'
  }
}
