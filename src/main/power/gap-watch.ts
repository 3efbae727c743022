import { isSignedIn } from '../../shared/domain/session.ts'
import type { DeskService, Gap, GapListener } from '../agent/desk-service.ts'
import type { Clock } from '../time/clock.ts'
import { ClockWatch } from './clock-watch.ts'
import { PowerWatch, type PowerSource } from './power-watch.ts'

/** A `resume` within this time after a gap was told speaks of the same waking: it may come long after the first tick. */
const sameWakingMs = 5_000
/** No computer sleeps and wakes within a second: such a pair was held back until the program ran again. */
const shortestSleepMs = 1_000

export interface GapWatchOptions {
  readonly power: PowerSource
  readonly clock: Clock
  readonly desk: GapListener & Pick<DeskService, 'snapshot' | 'subscribe'>
}

/**
 * Tells the desk of every time in which the program could hear nothing: the system slept, or the program did not run. Clock
 * and power events often find the same gap, in either order; it is told once, at the first sign of waking, from the earlier
 * of both beginnings. While nobody is signed in there is no gap, and no timer runs.
 */
export class GapWatch {
  readonly #clock: Clock
  readonly #desk: GapWatchOptions['desk']
  readonly #ticks: ClockWatch
  readonly #power: PowerWatch
  #isWanted = false
  #toldAt: number | null = null
  #undo: () => void = () => undefined

  constructor({ power, clock, desk }: GapWatchOptions) {
    this.#clock = clock
    this.#desk = desk
    this.#ticks = new ClockWatch({ clock, leapt: (from) => this.#leapt(from) })
    this.#power = new PowerWatch({ power, clock, resumed: (since) => this.#resumed(since) })
  }

  start(): void {
    const desk = this.#desk
    this.#power.start()
    this.#undo = desk.subscribe(({ session }) => this.#want(isSignedIn(session)))
    this.#want(isSignedIn(desk.snapshot.session))
  }

  /**
   * Looks now instead of at the next tick. For answers of the gateway: one that has lain in the socket while the program did
   * not run is read before the tick that finds the gap, and would be taken for something known before it.
   */
  look(): void {
    const from = this.#ticks.look()
    if (from !== null) this.#leapt(from)
  }

  dispose(): void {
    this.#undo()
    this.#want(false)
    this.#power.dispose()
  }

  #want(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return
    this.#isWanted = isWanted
    this.#toldAt = null
    this.#ticks.want(isWanted)
  }

  #leapt(from: number): void {
    const { suspendedAt } = this.#power
    this.#power.takeAsOver()
    if (suspendedAt === null) this.#tell({ from, cause: 'clock-jump' })
    else this.#tell({ from: Math.min(from, suspendedAt), cause: 'sleep' })
  }

  #resumed(since: number | null): void {
    if (!this.#isWanted) return
    const lastTickAt = this.#ticks.lastTickAt ?? this.#clock.now()
    const hasLeapt = this.#ticks.look() !== null
    if (!hasLeapt && this.#isToldAlready(since)) return
    const asleepSince = since ?? lastTickAt
    this.#tell({ from: hasLeapt ? Math.min(asleepSince, lastTickAt) : asleepSince, cause: 'sleep' })
  }

  #isToldAlready(suspendedAt: number | null): boolean {
    const now = this.#clock.now()
    if (this.#toldAt === null || now - this.#toldAt >= sameWakingMs) return false
    return suspendedAt === null || now - suspendedAt < shortestSleepMs
  }

  #tell(gap: Gap): void {
    this.#toldAt = this.#clock.now()
    this.#desk.gapFound(gap)
  }
}
