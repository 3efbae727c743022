import { forceState, offerTo } from '../../simulator/control/agent-commands.ts'
import type { InProcessGateway } from '../../simulator/in-process/in-process-gateway.ts'
import type { VirtualClock } from '../../simulator/in-process/virtual-clock.ts'
import { endPresence } from '../../simulator/world/presence.ts'
import type { World } from '../../simulator/world/world.ts'

export const agentId = '101'

/** What a script of trouble acts on. */
export interface Stage {
  readonly clock: VirtualClock
  readonly gateway: InProcessGateway
  /** What the system says of its sleep; clients that do not listen are not told. */
  readonly power: (event: 'suspend' | 'resume') => void
}

/** One kind of trouble, the same for every client. */
export interface Script {
  readonly name: string
  readonly lastsMs: number
  readonly begin: (stage: Stage) => void
  /** What happens in the world meanwhile, and when. */
  readonly meanwhile: { readonly afterMs: number; readonly run: (world: World) => void }
  readonly end: (stage: Stage) => void
  /** The person is asked to lift the phone, and does not. */
  readonly isPhoneLeft?: boolean
}

const forcedBusy = { afterMs: 1_000, run: (world: World): void => void forceState(world, agentId, 'busy') }

/** One single event tells of it, and that one goes into the hole. */
const forcedRest = { afterMs: 1_000, run: (world: World): void => void forceState(world, agentId, 'rest') }

const cut = { begin: ({ gateway }: Stage) => gateway.network.set('down'), end: heal }
const unplugged = { begin: ({ gateway }: Stage) => gateway.network.set('black-hole'), end: heal }

const sleep = {
  begin: ({ clock, power }: Stage): void => {
    power('suspend')
    clock.freeze()
  },
  end: ({ clock, power }: Stage): void => {
    clock.thaw()
    power('resume')
  },
}

const switchOver = {
  begin: ({ gateway }: Stage): void => {
    gateway.faults.add({ action: { type: 'retcode', retcode: '000-004' } })
  },
  end: ({ gateway }: Stage): void => void gateway.faults.remove(),
}

function heal({ gateway }: Stage): void {
  gateway.network.set('up')
}

/** The gateway forgets who is signed in, and nobody is told. */
function dropSession(world: World): void {
  const agent = world.agents.get(agentId)
  if (agent !== undefined) endPresence(world, agent, 'silent')
}

/** Every script; unless it says otherwise, an inspector forces the agent from idle to busy after one second. */
export const scripts: readonly Script[] = [
  { name: 'cut, 5 s', lastsMs: 5_000, ...cut, meanwhile: forcedBusy },
  { name: 'cut, 30 s', lastsMs: 30_000, ...cut, meanwhile: forcedBusy },
  { name: 'cut, 3 min (signed out by silence)', lastsMs: 180_000, ...cut, meanwhile: forcedBusy },
  { name: 'sleep, 1 min (session kept)', lastsMs: 60_000, ...sleep, meanwhile: forcedBusy },
  { name: 'sleep, 5 min (session dropped)', lastsMs: 300_000, ...sleep, meanwhile: forcedBusy },
  { name: 'switch-over, 8 s', lastsMs: 8_000, ...switchOver, meanwhile: forcedBusy },
  { name: 'restart, 20 s, sessions kept', lastsMs: 20_000, ...cut, meanwhile: forcedBusy },
  {
    name: 'restart, 20 s, sessions lost',
    lastsMs: 20_000,
    ...cut,
    meanwhile: { afterMs: 1_000, run: dropSession },
  },
  { name: 'forced while unplugged, 20 s', lastsMs: 20_000, ...unplugged, meanwhile: forcedRest },
  {
    name: 'call missed while unplugged, 40 s',
    lastsMs: 40_000,
    ...unplugged,
    isPhoneLeft: true,
    meanwhile: { afterMs: 2_000, run: (world) => void offerTo(world, agentId, { skillId: 1 }) },
  },
]
