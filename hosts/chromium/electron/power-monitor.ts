import { EventEmitter } from 'node:events'

/** What the control port may report. */
export const powerEvents = [
  ...['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-ac', 'on-battery', 'shutdown'],
  ...['user-did-become-active', 'user-did-resign-active'],
] as const

/** Electron's `powerMonitor`. What it tells comes from the control port: the host does not watch the system. */
export class PowerMonitor extends EventEmitter {
  #isLocked = false
  #isOnBattery = false
  #idleSeconds = 0

  /** Seconds since the last input; 0 until the control port says otherwise. */
  getSystemIdleTime(): number {
    return this.#idleSeconds
  }

  getSystemIdleState(idleThresholdSeconds: number): 'active' | 'idle' | 'locked' {
    if (!(idleThresholdSeconds > 0)) throw new TypeError('Invalid idle threshold, must be greater than 0')
    if (this.#isLocked) return 'locked'
    return this.#idleSeconds >= idleThresholdSeconds ? 'idle' : 'active'
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown'
  }

  isOnBatteryPower(): boolean {
    return this.#isOnBattery
  }

  get onBatteryPower(): boolean {
    return this.#isOnBattery
  }

  /** For the control port only. */
  _report(event: string): void {
    if (event === 'lock-screen' || event === 'unlock-screen') this.#isLocked = event === 'lock-screen'
    if (event === 'on-ac' || event === 'on-battery') this.#isOnBattery = event === 'on-battery'
    this.emit(event, { preventDefault: () => undefined })
  }

  /** For the control port only: nobody has touched the desk for so long. */
  _setIdle(seconds: number): void {
    this.#idleSeconds = seconds
  }
}
