import {
  createInProcessGateway,
  type InProcessGateway,
} from '../../simulator/in-process/in-process-gateway.ts'
import { VirtualClock } from '../../simulator/in-process/virtual-clock.ts'
import type { SimulatorOptions } from '../../simulator/options.ts'
import { createRandom } from '../../simulator/world/random.ts'
import type { Range } from '../../simulator/world/world.ts'
import { createDesk } from '../../src/main/agent/create-desk.ts'
import type { Desk } from '../../src/main/agent/desk.ts'
import { HttpGateway } from '../../src/main/gateway/http-gateway.ts'
import { GapWatch } from '../../src/main/power/gap-watch.ts'
import { defaultSettings } from '../../src/main/settings/default-settings.ts'
import type { Settings, SettingsStore } from '../../src/main/settings/settings.ts'
import type { DeskSnapshot } from '../../src/shared/domain/desk-snapshot.ts'
import type { NewJournalEntry } from '../../src/shared/domain/journal.ts'
import { err, ok } from '../../src/shared/result.ts'
import { RecordingTransport, type SentRequest } from './recording-transport.ts'

/** What the agent could see, and since when. */
export interface SeenSnapshot {
  readonly atMs: number
  readonly snapshot: DeskSnapshot
}

export interface JournalNote {
  readonly atMs: number
  readonly entry: NewJournalEntry
}

/** The real desk on the real client, over a gateway in the same process and on one clock. */
export interface DeskBench {
  readonly clock: VirtualClock
  readonly gateway: InProcessGateway
  readonly desk: Desk
  /** Every snapshot that a window would have been sent, oldest first; begins with the present one. */
  readonly snapshots: readonly SeenSnapshot[]
  /** Every request of the desk's client, oldest first. */
  readonly sent: readonly SentRequest[]
  /** What the desk wrote down itself, with its causes; oldest first. */
  readonly journal: readonly JournalNote[]
}

export interface DeskBenchOptions {
  readonly seed: number
  readonly world: Omit<SimulatorOptions, 'seed' | 'clock' | 'onInternalError'>
  readonly latencyMs: Range
  readonly settings?: Partial<Settings>
  readonly onInternalError: (error: unknown) => void
}

class MemorySettings implements SettingsStore {
  current: Settings

  constructor(change: Partial<Settings> = {}) {
    this.current = { ...defaultSettings, ...change }
  }

  async update(change: Partial<Settings>): Promise<void> {
    this.current = { ...this.current, ...change }
  }
}

const silent = { info: () => undefined, warn: () => undefined }
/** Gaps are found by the clock alone: no power event ever comes. */
const noPower = { on: () => undefined, removeListener: () => undefined }

/** Builds everything; nothing is signed in, no time has passed. */
export function createDeskBench(options: DeskBenchOptions): DeskBench {
  const clock = new VirtualClock()
  const gateway = createInProcessGateway({
    ...options.world,
    seed: options.seed,
    clock,
    clientClock: clock.client,
    latencyMs: options.latencyMs,
    onInternalError: options.onInternalError,
  })
  const random = createRandom(options.seed, 'desk')
  const sent: SentRequest[] = []
  const journal: JournalNote[] = []
  const { desk } = createDesk({
    openGateway: async () => ok(new HttpGateway(new RecordingTransport(gateway.transport(), clock, sent))),
    openManagement: async () => err({ code: 'unreachable' }),
    settings: new MemorySettings(options.settings),
    clock: clock.client,
    random: () => random.next(),
    log: silent,
    journal: { record: (entry) => void journal.push({ atMs: clock.now(), entry }) },
    app: { version: '0', host: 'chromium', locale: 'en' },
    run: { gatewayAddress: null, managementAddress: null, caFile: null },
    demo: null,
    newId: () => 'id',
    // At the end of the turn, as in the program: nobody sees what holds only within one.
    schedule: (run) => process.nextTick(run),
  })
  const snapshots: SeenSnapshot[] = [{ atMs: clock.now(), snapshot: desk.snapshot }]
  desk.subscribe((snapshot) => snapshots.push({ atMs: clock.now(), snapshot }))
  new GapWatch({ power: noPower, clock: clock.client, desk }).start()
  return { clock, gateway, desk, snapshots, sent, journal }
}
