import type { NewJournalEntry } from '../../../shared/domain/journal.ts'
import type { ParsedInput } from '../../../shared/ipc/contract.ts'
import { err, ok } from '../../../shared/result.ts'
import { FakeGateway } from '../../gateway/testing/fake-gateway.ts'
import { defaultSettings } from '../../settings/default-settings.ts'
import type { Settings, SettingsStore } from '../../settings/settings.ts'
import { ManualClock, settle } from '../../time/testing/manual-clock.ts'
import { createDesk, type CreateDeskOptions, type DeskParts } from '../create-desk.ts'

export const address = 'https://gateway.example:8043'

export const signInInput: ParsedInput<'session:sign-in'> = {
  gatewayAddress: address,
  caFile: '',
  agentId: '101',
  password: 'secret',
  phone: '8101',
  isAlwaysOffHook: true,
  takeOver: false,
}

/** Settings in memory; `failNext` makes the next write fail as a full disk would. */
export class MemorySettings implements SettingsStore {
  current: Settings
  isFailing = false

  constructor(change: Partial<Settings> = {}) {
    this.current = { ...defaultSettings, ...change }
  }

  async update(change: Partial<Settings>): Promise<void> {
    if (this.isFailing) throw new Error('disk full')
    this.current = { ...this.current, ...change }
  }
}

export interface DeskFixture extends DeskParts {
  /** The gateway of the newest session. */
  readonly gateway: FakeGateway
  readonly clock: ManualClock
  readonly settings: MemorySettings
  /** Everything the desk wrote into the journal, oldest first. */
  readonly journal: readonly NewJournalEntry[]
  /** Signs agent 101 in and lets everything that follows happen. */
  signIn(change?: Partial<ParsedInput<'session:sign-in'>>): Promise<void>
  settle(): Promise<void>
}

export function createFixture(
  options: {
    settings?: Partial<Settings>
    run?: Partial<CreateDeskOptions['run']>
    demo?: CreateDeskOptions['demo']
    clock?: ManualClock
    openManagement?: CreateDeskOptions['openManagement']
  } = {},
): DeskFixture {
  const clock = options.clock ?? new ManualClock()
  const settings = new MemorySettings(options.settings)
  const gateway = new FakeGateway(() => clock.now())
  gateway.roster = rosterOf({ 1: ['101', '102'], 2: ['101'], 5: ['101'] })
  const journal: NewJournalEntry[] = []
  const parts = createDesk({
    openGateway: async ({ caFile }) =>
      caFile === 'missing.pem'
        ? err({ code: 'invalid-input', field: 'caFile', problem: 'not-readable' })
        : ok(gateway),
    openManagement: options.openManagement ?? (async () => err({ code: 'unreachable' })),
    settings,
    clock,
    random: () => 0,
    log: { info: () => undefined, warn: () => undefined },
    journal: { record: (entry) => void journal.push(entry) },
    app: { version: '0.0.0', host: 'chromium', locale: 'en' },
    run: { gatewayAddress: null, managementAddress: null, caFile: null, ...options.run },
    demo: options.demo ?? null,
    newId: () => 'id',
    schedule: (run) => run(),
  })
  return {
    ...parts,
    gateway,
    clock,
    settings,
    journal,
    settle,
    async signIn(change = {}) {
      const result = await parts.desk.signIn({ ...signInInput, ...change })
      if (!result.ok) throw new Error(`sign-in failed: ${result.error.code}`)
      await clock.advance(0)
    },
  }
}

/** Roster answer with the given agents by queue. */
export function rosterOf(byQueue: Readonly<Record<number, readonly string[]>>): FakeGateway['roster'] {
  return Object.entries(byQueue).map(([skillId, agentIds]) => ({
    skillId: Number(skillId),
    mediaType: 5,
    agents: agentIds.map((agentId) => ({
      agentId,
      name: '',
      state: 'idle',
      stateSeconds: 1,
      signedInAt: null,
    })),
  }))
}
