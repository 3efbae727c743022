import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startSimulator, type Simulator } from '../../simulator/start-simulator.ts'
import { Mailbox } from '../../simulator/world/mailbox.ts'
import { onOrder, preciseNow, reply, type ServeOrder, type ServeReport } from './protocol.ts'

/*
 * The simulator under load, in a process of its own. It is the one everybody starts; only the moment at which the world
 * makes an event is noted beside it.
 */

const made = new Map<string, number[]>()
let internalErrors = 0
const loopDelay = monitorEventLoopDelay({ resolution: 1 })

/** Each event passes here once on its way to its agent; one that is delivered again goes another way. */
function noteEvents(): void {
  const push = Object.getOwnPropertyDescriptor(Mailbox.prototype, 'push')?.value as Mailbox['push']
  Mailbox.prototype.push = function (event) {
    const times = made.get(event.workNo)
    if (times === undefined) made.set(event.workNo, [preciseNow()])
    else times.push(preciseNow())
    push.call(this, event)
  }
}

async function serve({ agents, callsPerMinute }: ServeOrder): Promise<Simulator> {
  noteEvents()
  const simulator = await startSimulator({
    agents,
    callsPerMinute,
    // Everybody who is signed in is a client that polls.
    colleagues: 0,
    hasControl: false,
    // Two minutes would never pass in a run of one: shortened, the rule can be broken here.
    silenceMs: 30_000,
    onInternalError: () => {
      internalErrors += 1
    },
  })
  reply({
    type: 'serving',
    serving: { gatewayUrl: simulator.gatewayUrl, caPem: simulator.caPem },
  })
  return simulator
}

/** Nobody signs out and sessions are remembered for ten minutes: whichever has ended did so by silence. */
function endedBySilence(simulator: Simulator): number {
  const sessions = new Set(simulator.world.sessions.values())
  return [...sessions].filter(({ isEnded }) => isEnded).length
}

function signedIn(simulator: Simulator): number {
  return [...simulator.world.agents.values()].filter(({ presence }) => presence?.session != null).length
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const milliseconds = (nanoseconds: number): number => Math.round(nanoseconds / 1e5) / 10

let simulator: Simulator | null = null
let cpuAtBegin = process.cpuUsage()

function report(running: Simulator): ServeReport {
  loopDelay.disable()
  const { user, system } = process.cpuUsage(cpuAtBegin)
  const { rss, heapUsed } = process.memoryUsage()
  return {
    made: Object.fromEntries(made),
    cpuMs: (user + system) / 1000,
    residentMb: megabytes(rss),
    heapMb: megabytes(heapUsed),
    loopDelayMs: { p99: milliseconds(loopDelay.percentile(99)), max: milliseconds(loopDelay.max) },
    signedIn: signedIn(running),
    endedBySilence: endedBySilence(running),
    internalErrors,
  }
}

onOrder((order) => {
  switch (order.type) {
    case 'serve':
      void serve(order.order).then((started) => {
        simulator = started
      })
      break
    case 'begin':
      cpuAtBegin = process.cpuUsage()
      loopDelay.enable()
      loopDelay.reset()
      break
    case 'report':
      if (simulator !== null) reply({ type: 'served', report: report(simulator) })
      break
    case 'stop':
      void simulator?.close().then(() => process.disconnect())
      break
    case 'play':
      throw new Error('this process serves')
  }
})
