import { EventEmitter } from 'node:events'

/** What the control port may report. */
export const powerEvents = [
  ...['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-ac', 'on-battery', 'shutdown'],
  ...['user-did-become-active', 'user-did-resign-active'],
] as const

/** Electron's `powerMonitor`. Its events come from the control port: the host does not watch the system. */
export class PowerMonitor extends EventEmitter {
  private isLocked = false
  private isOnBattery = false

  /** Seconds since the last input; never idle here. */
  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(_idleThresholdSeconds: number): 'active' | 'locked' {
    return this.isLocked ? 'locked' : 'active'
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown'
  }

  isOnBatteryPower(): boolean {
    return this.isOnBattery
  }

  get onBatteryPower(): boolean {
    return this.isOnBattery
  }

  /** For the control port only. */
  _report(event: string): void {
    if (event === 'lock-screen' || event === 'unlock-screen') this.isLocked = event === 'lock-screen'
    if (event === 'on-ac' || event === 'on-battery') this.isOnBattery = event === 'on-battery'
    this.emit(event, { preventDefault: () => undefined })
  }
}
