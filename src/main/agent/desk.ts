import type { AppError } from '../../shared/app-error.ts'
import type { StateRequest } from '../../shared/domain/agent.ts'
import type { CallAction } from '../../shared/domain/call-control.ts'
import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import type { QueuesSnapshot } from '../../shared/domain/queues.ts'
import type { RosterSnapshot } from '../../shared/domain/roster.ts'
import type { SkillChoice } from '../../shared/domain/skills.ts'
import type { TransferReceipt } from '../../shared/domain/waiting.ts'
import type { WishName } from '../../shared/domain/wishes.ts'
import type { ParsedInput, WatchableView } from '../../shared/ipc/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { GatewaySession, type JournalPort } from '../session/gateway-session.ts'
import type { Clock } from '../time/clock.ts'
import { AbsenceWatch } from './absence-watch.ts'
import { AgentStateCommand } from './agent-state-command.ts'
import { CallControl } from './call-control.ts'
import type { DeskService, Door, Gap, GapListener, Outcome } from './desk-service.ts'
import type { DeskStore } from './desk-store.ts'
import { PresentCall } from './present-call.ts'
import { QueryPacer } from './query-pacer.ts'
import { QueueFiguresReader } from './queue-figures-reader.ts'
import type { QueueRules } from './queue-levels.ts'
import { Readings } from './readings.ts'
import { RestReasons } from './rest-reasons.ts'
import { RosterReader } from './roster-reader.ts'
import { SessionLife } from './session-life.ts'
import { SignInCommand, type SignInDeps } from './sign-in-command.ts'
import { SkillQueries } from './skill-queries.ts'
import { Switches } from './switches.ts'
import { TransferCommand } from './transfer-command.ts'
import { TransferReceipts } from './transfer-receipts.ts'
import { UntilRead } from './until-read.ts'
import { WaitingReader } from './waiting-reader.ts'

export interface DeskDeps extends SignInDeps {
  readonly clock: Clock
  readonly random: () => number
  readonly journal: JournalPort
}

/**
 * The agent's desk: builds the session, the switches and the readers over one store, and carries out commands from any
 * door. The rules live in the parts; this class only wires them. `DeskService`, by which doors know it, demands that each
 * names itself; without a name it counts as the window.
 */
export class Desk implements DeskService, GapListener {
  readonly #clock: Clock
  readonly #journal: JournalPort
  readonly #store: DeskStore
  readonly #session: GatewaySession
  readonly #signIn: SignInCommand
  readonly #switches: Switches
  readonly #agentState: AgentStateCommand
  readonly #roster: RosterReader
  readonly #figures: QueueFiguresReader
  readonly #skills: SkillQueries
  readonly #waiting: WaitingReader
  readonly #transfer: TransferCommand
  readonly #absence: AbsenceWatch
  readonly #callControl: CallControl
  readonly #readings: Readings

  constructor(deps: DeskDeps) {
    const { store, clock, journal, random } = deps
    this.#store = store
    this.#clock = clock
    this.#journal = journal
    const pacer = new QueryPacer(clock)
    const session = new GatewaySession({
      clock,
      random,
      journal,
      log: deps.log,
      listener: {
        sessionChanged: (state, previous) => {
          life.sessionChanged(state, previous)
          this.#signIn.sessionChanged(state)
        },
        gatewayEvent: (event, at) => life.gatewayEvent(event, at),
        catchUp: () => life.catchUp(),
      },
    })
    this.#session = session
    this.#signIn = new SignInCommand(deps, session)
    const switches = new Switches({
      ...deps,
      session,
      resent: (wishes) => {
        if (wishes.some((wish) => wish !== 'after-call')) void skills.verifyReset()
      },
    })
    this.#switches = switches
    const agentState = new AgentStateCommand({ store, session, clock, journal })
    this.#agentState = agentState
    const figures = new QueueFiguresReader({ store, session, clock, pacer })
    this.#figures = figures
    const roster = new RosterReader({
      session,
      clock,
      pacer,
      onOwnSkills: (skillIds, readSince) => {
        skills.seeOwnSkills(skillIds, readSince)
        void figures.follow()
        void waiting.follow()
      },
    })
    this.#roster = roster
    const untilRead = new UntilRead({ session, clock, random })
    const skills = new SkillQueries({ store, session, roster, clock, pacer, untilRead })
    this.#skills = skills
    const waiting: WaitingReader = new WaitingReader({
      store,
      session,
      clock,
      pacer,
      onRead: (calls) => receipts.see(calls),
    })
    this.#waiting = waiting
    const receipts: TransferReceipts = new TransferReceipts({ store, session, waiting, clock, journal })
    this.#transfer = new TransferCommand({ store, session, waiting, receipts, clock, journal })
    const absence = new AbsenceWatch({ store, clock, journal })
    this.#absence = absence
    this.#readings = new Readings({ clock, random, agentState, waiting, roster, queues: figures })
    const presentCall = new PresentCall({ store, session, clock })
    this.#callControl = new CallControl({ store, session, clock, journal, agentState, presentCall })
    const restReasons = new RestReasons({ store, session, untilRead })
    const life: SessionLife = new SessionLife({
      ...{ store, clock, journal, switches, agentState, roster, skills, waiting, receipts, absence },
      presentCall,
      callControl: this.#callControl,
      restReasons,
      figures,
      untilRead,
      pacer,
      lastContactAt: () => session.lastContactAt,
      readings: this.#readings,
    })
  }

  get snapshot(): DeskSnapshot {
    return this.#store.snapshot
  }

  subscribe(listener: (snapshot: DeskSnapshot) => void): () => void {
    return this.#store.subscribe(listener)
  }

  signIn(input: ParsedInput<'session:sign-in'>, door: Door = 'window'): Outcome {
    this.#asked('sign-in', door, { takeOver: input.takeOver })
    return this.#signIn.signIn(input)
  }

  returnToSession({ takeOver }: ParsedInput<'session:return'>, door: Door = 'window'): Outcome {
    this.#asked('return', door, { takeOver })
    return this.#signIn.return(takeOver)
  }

  /** What was typed for the way back is forgotten: it was meant for the gateway of the session that was lost. */
  forgetWayBack(): void {
    this.#signIn.giveUp()
  }

  async signOut({ force }: { readonly force: boolean }, door: Door = 'window'): Outcome {
    this.#asked('sign-out', door, { force })
    if (this.#signIn.giveUp()) return ok(null)
    const result = await this.#session.signOut(force, 'signed-out-by-user')
    if (this.#session.state.phase !== 'signed-out') return result
    if (!result.ok && result.error.code !== 'not-connected') {
      this.#store.notify('warning', { kind: 'sign-out-unconfirmed' })
    }
    return result
  }

  setAgentState(request: StateRequest, door: Door): Outcome {
    return this.#agentState.request(request, door)
  }

  controlCall(action: CallAction, door: Door): Outcome {
    return this.#callControl.request(action, door)
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

  cancelWish(wish: WishName, door: Door = 'window'): Outcome {
    this.#asked('cancel-wish', door, { wish })
    return wish === 'agent-state' ? this.#agentState.cancel(door) : this.#switches.cancel(wish, door)
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

  transferWaitingCall(
    input: ParsedInput<'waiting:transfer'>,
    door: Door = 'window',
  ): Outcome<TransferReceipt> {
    return this.#transfer.transfer(input, door)
  }

  transferLongestWaiting(toSkillId: number, door: Door = 'window'): Outcome<TransferReceipt> {
    this.#asked('transfer-longest', door, { toSkillId })
    return this.#transfer.transferLongest(toSkillId, door)
  }

  watch(watcherId: number, views: readonly WatchableView[]): void {
    this.#readings.watch(watcherId, views)
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

  get queues(): QueuesSnapshot {
    return this.#figures.snapshot
  }

  subscribeQueues(listener: (queues: QueuesSnapshot) => void): () => void {
    return this.#figures.subscribe(listener)
  }

  refreshQueues(): Outcome {
    return this.#figures.refresh()
  }

  /** When a queue is loud, and whether that is told. */
  setQueueRules(rules: QueueRules): void {
    this.#figures.setRules(rules)
    this.#readings.setQueuesTold(rules.isTold)
  }

  dismissNotice(id: number): void {
    this.#store.dismissNotice(id)
  }

  dismissAbsence(id: number): void {
    this.#absence.dismiss(id)
  }

  gapFound({ from, cause }: Gap): void {
    const seconds = Math.round((this.#clock.now() - from) / 1_000)
    this.#journal.record({ kind: 'gap', name: cause, cause: null, details: { from, seconds } })
    this.#signIn.forgetOld()
    this.#session.gapFound(from, cause)
  }

  /** Signs out, ending a call if need be, and stops everything. */
  async dispose(): Promise<void> {
    this.#readings.stop()
    await this.#session.dispose(this.#store.state.call !== null)
    this.#signIn.forget()
  }

  /** Written down before anything is done about it, so that what follows has its cause before it. */
  #asked(name: string, door: Door, details: JournalEntry['details']): void {
    this.#journal.record({ kind: 'command', name, cause: door, details })
  }

  /** Answers at once; the look into the roster goes on by itself and shows in the snapshot. */
  #verified(result: Result<null, AppError>): Result<null, AppError> {
    // Without an answer it may have happened all the same: the roster tells.
    if (this.#store.state.skills.choices.failure?.isOutcomeUnknown === true) void this.#roster.refresh()
    else if (result.ok) void this.#skills.verifyReset()
    return result
  }
}
