import { EventEmitter } from 'node:events'
import type { VirtualClock } from '../../simulator/in-process/virtual-clock.ts'
import { createDesk } from '../../src/main/agent/create-desk.ts'
import type { Desk } from '../../src/main/agent/desk.ts'
import { HttpGateway } from '../../src/main/gateway/http-gateway.ts'
import type { Transport } from '../../src/main/gateway/transport.ts'
import { GapWatch } from '../../src/main/power/gap-watch.ts'
import { defaultSettings } from '../../src/main/settings/default-settings.ts'
import type { Settings, SettingsStore } from '../../src/main/settings/settings.ts'
import type { NewJournalEntry } from '../../src/shared/domain/journal.ts'
import type { ParsedInput } from '../../src/shared/ipc/contract.ts'
import { err, ok } from '../../src/shared/result.ts'
import { CountingClock } from './counting-clock.ts'
import { RecordingTransport, type SentRequest } from './recording-transport.ts'

/** Settings in memory. */
export class MemorySettings implements SettingsStore {
  current: Settings

  constructor(change: Partial<Settings> = {}) {
    this.current = { ...defaultSettings, ...change }
  }

  async update(change: Partial<Settings>): Promise<void> {
    this.current = { ...this.current, ...change }
  }
}

/** The real desk over the real client and the real watch for gaps; only settings and journal are in memory. */
export interface ObservedDesk {
  readonly desk: Desk
  readonly settings: MemorySettings
  /** Every request of the desk's client, oldest first. */
  readonly sent: readonly SentRequest[]
  readonly journal: readonly NewJournalEntry[]
  /** Timers of the desk that are set. */
  readonly timers: () => number
  /** What the system says of its sleep. */
  readonly power: (event: 'suspend' | 'resume') => void
  /** Ends the desk as at quit. Needs time to pass. */
  readonly dispose: () => Promise<void>
}

export interface ObservedDeskOptions {
  readonly clock: VirtualClock
  /** Connections of one sign-in. */
  readonly openTransport: () => Transport
  /** [0, 1) */
  readonly random: () => number
  readonly settings?: Partial<Settings>
}

/** Builds everything; nothing is signed in, no time has passed. */
export function createObservedDesk({ clock, openTransport, ...options }: ObservedDeskOptions): ObservedDesk {
  const time = new CountingClock(clock.client)
  const settings = new MemorySettings(options.settings)
  const sent: SentRequest[] = []
  const journal: NewJournalEntry[] = []
  const { desk } = createDesk({
    openGateway: async () => ok(new HttpGateway(new RecordingTransport(openTransport(), clock, sent))),
    openManagement: async () => err({ code: 'unreachable' }),
    settings,
    clock: time,
    random: options.random,
    log: { info: () => undefined, warn: () => undefined },
    journal: { record: (entry) => void journal.push(entry) },
    app: { version: '0', host: 'chromium', locale: 'en' },
    run: { gatewayAddress: null, managementAddress: null, caFile: null },
    demo: null,
    newId: () => 'id',
    // At the end of the turn, as in the program.
    schedule: (run) => process.nextTick(run),
  })
  const power = new EventEmitter()
  const gaps = new GapWatch({ power, clock: time, desk })
  gaps.start()
  return {
    desk,
    settings,
    sent,
    journal,
    timers: () => time.pending,
    power: (event) => void power.emit(event),
    dispose: async () => {
      gaps.dispose()
      await desk.dispose()
    },
  }
}

/** What agent `agentId` types to sign in. */
export function credentials(
  agentId: string,
  change: Partial<ParsedInput<'session:sign-in'>> = {},
): ParsedInput<'session:sign-in'> {
  return {
    gatewayAddress: 'https://gateway.example:8043',
    caFile: '',
    agentId,
    password: `Deskside#${agentId}`,
    phone: `8${agentId}`,
    isAlwaysOffHook: true,
    takeOver: false,
    ...change,
  }
}
