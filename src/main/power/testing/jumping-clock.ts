import { ManualClock } from '../../time/testing/manual-clock.ts'

/** A clock whose time can leap while its timers stand still, as when a process is frozen. For specs. */
export class JumpingClock extends ManualClock {
  #leapt = 0

  override now(): number {
    return super.now() + this.#leapt
  }

  jump(ms: number): void {
    this.#leapt += ms
  }
}
