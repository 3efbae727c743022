import type { AppError } from '../../shared/app-error.ts'
import type { RequestableState } from '../../shared/domain/agent.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { RosterSnapshot } from '../../shared/domain/roster.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { TransferReceipt } from '../../shared/domain/waiting.ts'
import type { ParsedInput, WatchableView } from '../../shared/ipc/contract.ts'
import { err, type Result } from '../../shared/result.ts'
import type { GatewayApi } from '../gateway/gateway-api.ts'
import type { GatewayEvent } from '../gateway/gateway-event.ts'
import { GatewaySession, type SessionListener, type SessionLog } from '../session/gateway-session.ts'
import type { SessionState } from '../session/session-state.ts'
import type { Settings, SettingsStore } from '../settings/settings.ts'
import type { Clock } from '../time/clock.ts'
import { AgentStateCommand } from './agent-state-command.ts'
import type { DeskService, Door, Outcome } from './desk-service.ts'
import type { DeskStore } from './desk-store.ts'
import { forgetSession } from './forget-session.ts'
import { keepSettings } from './keep-settings.ts'
import { Poller } from './poller.ts'
import { QueryPacer } from './query-pacer.ts'
import { reduceGatewayEvent } from './reduce-gateway-event.ts'
import { RosterReader } from './roster-reader.ts'
import { SkillQueries } from './skill-queries.ts'
import { Switches } from './switches.ts'
import { TransferCommand } from './transfer-command.ts'
import { WaitingReader } from './waiting-reader.ts'
import { Watchers } from './watchers.ts'

/** Pause between two readings of a list that is being looked at. */
const pauseMs = { waiting: 2_000, roster: 5_000, skills: 60_000 } as const

/** Events can be lost without a trace; so rarely the agent's own state is read all the same, which the tray always shows. */
const stateCheckMs = 60_000

/** From this many days on the agent is told that the password expires. */
const passwordWarningDays = 7

export interface DeskDeps {
  readonly store: DeskStore
  /** Makes a client for a gateway; fails when the CA file cannot be used. */
  readonly openGateway: (target: {
    readonly address: string
    readonly caFile: string
  }) => Promise<Result<GatewayApi, AppError>>
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly random: () => number
  readonly log: SessionLog
  /** Address given for this run only (command line, built-in demo): signing in there saves neither it nor the demo's agent. */
  readonly runOnly: { readonly gatewayAddress: string | null; readonly isDemo: boolean }
}

/**
 * The agent's desk: joins the session, the switches and the lists into one snapshot, and carries out commands from any
 * door. The rules live in the parts; this class only wires them.
 */
export class Desk implements DeskService, SessionListener {
  readonly #deps: DeskDeps
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #switches: Switches
  readonly #agentState: AgentStateCommand
  readonly #roster: RosterReader
  readonly #skills: SkillQueries
  readonly #waiting: WaitingReader
  readonly #transfer: TransferCommand
  readonly #watchers = new Watchers()
  readonly #pollers: Readonly<Record<WatchableView, Poller>>
  readonly #stateCheck: Poller

  constructor(deps: DeskDeps) {
    const { store, clock, settings } = deps
    this.#deps = deps
    this.#store = store
    const session = new GatewaySession({ clock, random: deps.random, listener: this, log: deps.log })
    const pacer = new QueryPacer(clock)
    this.#session = session
    this.#switches = new Switches({ store, session, settings, clock, log: deps.log })
    this.#agentState = new AgentStateCommand({ store, session, clock })
    this.#roster = new RosterReader({
      session,
      clock,
      pacer,
      onOwnSkills: (skillIds, readSince) => this.#skills.seeOwnSkills(skillIds, readSince),
    })
    this.#skills = new SkillQueries({ store, session, roster: this.#roster, clock })
    this.#waiting = new WaitingReader({ store, session, clock, pacer })
    this.#transfer = new TransferCommand({ store, session, waiting: this.#waiting, clock })
    this.#stateCheck = new Poller(clock, stateCheckMs, () => this.#agentState.readState())
    this.#pollers = {
      waiting: new Poller(clock, pauseMs.waiting, () => this.#waiting.refresh()),
      roster: new Poller(clock, pauseMs.roster, () => this.#roster.refresh()),
      skills: new Poller(clock, pauseMs.skills, () => this.#roster.refresh()),
    }
  }

  get snapshot(): DeskSnapshot {
    return this.#store.snapshot
  }

  subscribe(listener: (snapshot: DeskSnapshot) => void): () => void {
    return this.#store.subscribe(listener)
  }

  async signIn(input: ParsedInput<'session:sign-in'>): Outcome {
    if (this.#session.state.phase !== 'signed-out')
      return err({ code: 'refused', reason: 'sign-in-in-progress' })
    const gateway = await this.#deps.openGateway({ address: input.gatewayAddress, caFile: input.caFile })
    if (!gateway.ok) return gateway
    const { wishes } = this.#deps.settings.current
    const signedIn = await this.#session.signIn(
      gateway.value,
      {
        agentId: input.agentId,
        password: input.password,
        phone: input.phone,
        isAlwaysOffHook: input.isAlwaysOffHook,
        autoIdle: input.isAlwaysOffHook && wishes.autoIdle,
        isLinked: wishes.isLinked,
      },
      input.takeOver,
    )
    if (signedIn.ok) await this.#keepIdentity(input)
    return signedIn
  }

  async signOut({ force }: { readonly force: boolean }): Outcome {
    const result = await this.#session.signOut(force, 'signed-out-by-user')
    if (!result.ok && this.#session.state.phase === 'signed-out' && result.error.code !== 'not-connected') {
      this.#store.notify('warning', { kind: 'sign-out-unconfirmed' })
    }
    return result
  }

  setAgentState(state: RequestableState, door: Door): Outcome {
    return this.#agentState.request(state, door)
  }

  setAfterCall(autoIdle: boolean, door: Door): Outcome {
    return this.#switches.setAfterCall(autoIdle, door)
  }

  async setLinkage(linked: boolean, door: Door): Outcome {
    return this.#verified(await this.#switches.setLinkage(linked, door))
  }

  async signInToSkills(choice: SkillChoice, door: Door): Outcome {
    return this.#verified(await this.#switches.signInToSkills(choice, door))
  }

  async refreshSkills(): Outcome {
    const configured = await this.#skills.readConfigured()
    const queues = await this.#skills.readQueues()
    if (!configured.ok) return configured
    return queues.ok ? this.#roster.refresh() : queues
  }

  refreshWaiting(): Outcome {
    return this.#waiting.refresh()
  }

  transferWaitingCall(input: ParsedInput<'waiting:transfer'>): Outcome<TransferReceipt> {
    return this.#transfer.transfer(input)
  }

  transferLongestWaiting(toSkillId: number): Outcome<TransferReceipt> {
    return this.#transfer.transferLongest(toSkillId)
  }

  watch(watcherId: number, views: readonly WatchableView[]): void {
    this.#watchers.set(watcherId, views)
    this.#updatePollers()
  }

  get roster(): RosterSnapshot {
    return this.#roster.snapshot
  }

  subscribeRoster(listener: (roster: RosterSnapshot) => void): () => void {
    return this.#roster.subscribe(listener)
  }

  refreshRoster(): Outcome {
    return this.#roster.refresh()
  }

  dismissNotice(id: number): void {
    this.#store.dismissNotice(id)
  }

  /** Signs out, ending a call if need be, and stops everything. */
  async dispose(): Promise<void> {
    for (const poller of Object.values(this.#pollers)) poller.want(false)
    this.#stateCheck.want(false)
    await this.#session.dispose(this.#store.state.call !== null)
  }

  sessionChanged(session: SessionState, previous: SessionState): void {
    this.#store.update((state) => ({ ...state, session }))
    if (session.phase === 'online' && previous.phase === 'signing-in') void this.#beginSession(session)
    if (session.phase === 'signed-out' && previous.phase !== 'signing-in') this.#endSession(session)
    if (isInterrupted(previous) && session.phase === 'online' && !isInterrupted(session)) void this.#catchUp()
    this.#updatePollers()
  }

  gatewayEvent(event: GatewayEvent, at: number): void {
    this.#store.update((state) => reduceGatewayEvent(state, event, at))
    const wantsLink = this.#store.state.linkage.wished?.value === true
    if (event.type === 'linkage-result' && event.result !== 0 && wantsLink) {
      this.#store.notify('warning', { kind: 'linkage-failed', result: event.result })
    }
    if (event.type === 'rest-over') this.#store.notify('info', { kind: 'rest-over' })
  }

  /** The wishes go out first; what they should lead to is read beside them and verified afterwards. */
  async #beginSession(session: Extract<SessionState, { phase: 'online' }>): Promise<void> {
    this.#store.update(forgetSession)
    this.#store.retract(({ kind }) => kind === 'session-ended' || kind === 'sign-out-unconfirmed')
    this.#warnAboutPassword(session)
    await Promise.all([this.#switches.restore(session.isAlwaysOffHook), this.#skills.readAll()])
    await this.#skills.verifyReset()
  }

  #warnAboutPassword({
    isPasswordChangeForced,
    passwordDaysLeft: days,
  }: Extract<SessionState, { phase: 'online' }>): void {
    if (isPasswordChangeForced) this.#store.notify('error', { kind: 'password-change-forced' })
    else if (days !== null && days <= passwordWarningDays) {
      this.#store.notify('warning', { kind: 'password-expires', days })
    }
  }

  /** Events may have been lost while no poll got through: what they would have told is read. */
  async #catchUp(): Promise<void> {
    await Promise.all([this.#agentState.readState(), this.#roster.refresh()])
  }

  #endSession(session: Extract<SessionState, { phase: 'signed-out' }>): void {
    this.#store.update(forgetSession)
    this.#roster.clear()
    this.#waiting.drop()
    const cause = session.ended?.cause
    if (cause !== undefined && cause !== 'signed-out-by-user' && cause !== 'signed-out-at-quit') {
      this.#store.notify('warning', { kind: 'session-ended', cause })
    }
  }

  /** Answers at once; the look into the roster goes on by itself and shows in the snapshot. */
  #verified(result: Result<null, AppError>): Result<null, AppError> {
    if (result.ok) void this.#skills.verifyReset()
    // Without an answer it may have happened all the same: the roster tells.
    else if (this.#store.state.skills.choices.failure?.isOutcomeUnknown === true) void this.#roster.refresh()
    return result
  }

  #updatePollers(): void {
    const isOnline = this.#session.state.phase === 'online'
    this.#stateCheck.want(isOnline)
    const isRosterWatched = this.#watchers.isWatched('roster')
    this.#pollers.waiting.want(isOnline && this.#watchers.isWatched('waiting'))
    this.#pollers.roster.want(isOnline && isRosterWatched)
    // Every reading of the roster shows the agent's own queues as well.
    this.#pollers.skills.want(isOnline && this.#watchers.isWatched('skills') && !isRosterWatched)
  }

  async #keepIdentity(input: ParsedInput<'session:sign-in'>): Promise<void> {
    const { runOnly } = this.#deps
    const identity = {
      gatewayAddress: input.gatewayAddress,
      caFile: input.caFile,
      agentId: input.agentId,
      phone: input.phone,
      isAlwaysOffHook: input.isAlwaysOffHook,
    }
    this.#store.update((state) => ({ ...state, signIn: { ...state.signIn, ...identity } }))
    const isRunOnly = input.gatewayAddress === runOnly.gatewayAddress
    if (isRunOnly && runOnly.isDemo) return
    const { gatewayAddress, caFile, ...person } = identity
    const change: Partial<Settings> = isRunOnly ? person : { ...person, gatewayAddress, caFile }
    await keepSettings(this.#deps, change)
  }
}

function isInterrupted(session: SessionState): boolean {
  return session.phase === 'online' && session.interruption !== null
}
