import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import { createGateway } from '../../gateway/create-gateway.ts'
import { createManagement } from '../../management/create-management.ts'
import { systemClock } from '../../time/clock.ts'
import { createDesk, type DeskParts } from '../create-desk.ts'
import { MemorySettings } from './desk-fixture.ts'

/** A desk on the real clients and the real clock; only the settings are in memory. */
export interface RealDesk extends DeskParts {
  readonly settings: MemorySettings
  /** Resolves with the first snapshot, present or coming, that satisfies the condition. */
  until(condition: (snapshot: DeskSnapshot) => boolean): Promise<DeskSnapshot>
}

/** `caPem`: the authority of the gateway and of the management service; null = the system's. */
export function makeRealDesk(caPem: string | null): RealDesk {
  const settings = new MemorySettings()
  const parts = createDesk({
    openGateway: async ({ address }) => createGateway({ address, caPem }),
    openManagement: async (target) => createManagement({ ...target, caPem }),
    settings,
    clock: systemClock,
    random: Math.random,
    log: { info: () => undefined, warn: () => undefined },
    journal: { record: () => undefined },
    app: { version: '0', host: 'chromium', locale: 'en' },
    run: { gatewayAddress: null, managementAddress: null, caFile: null },
    demo: null,
    newId: () => 'id',
    schedule: setImmediate,
  })
  return {
    ...parts,
    settings,
    until: (condition) =>
      new Promise((resolve) => {
        const undo = parts.desk.subscribe(look)
        function look(snapshot: DeskSnapshot): void {
          if (!condition(snapshot)) return
          undo()
          resolve(snapshot)
        }
        look(parts.desk.snapshot)
      }),
  }
}
