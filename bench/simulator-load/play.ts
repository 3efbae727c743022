import { createRandom } from '../../simulator/world/random.ts'
import { onOrder, reply, type PlayOrder, type PlayReport } from './protocol.ts'
import { SimulatedDesk, Tally } from './simulated-desk.ts'

/* Many agents on the real client, in a process of their own. */

/** As many sign in at a time: the first minute of a shift, not an attack. */
const signInsAtOnce = 10

const tally = new Tally()
let desks: readonly SimulatedDesk[] = []
let changeEveryMs = 0
let cpuAtBegin = process.cpuUsage()

async function signIn(order: PlayOrder): Promise<void> {
  changeEveryMs = order.changeEveryMs
  desks = Array.from({ length: order.agents }, (_, index) => {
    const agentId = String(order.firstAgent + index)
    return new SimulatedDesk(agentId, order, createRandom(order.seed, agentId), tally)
  })
  const waiting = [...desks]
  const signInNext = async (): Promise<void> => {
    for (let desk = waiting.shift(); desk !== undefined; desk = waiting.shift()) await desk.start()
  }
  await Promise.all(Array.from({ length: signInsAtOnce }, signInNext))
  reply({ type: 'signed-in' })
}

function begin(): void {
  tally.begin()
  cpuAtBegin = process.cpuUsage()
  for (const desk of desks) void desk.live(changeEveryMs)
}

function report(): PlayReport {
  const { user, system } = process.cpuUsage(cpuAtBegin)
  return {
    received: Object.fromEntries(tally.received),
    pollAnswers: tally.pollAnswers,
    commands: tally.commands,
    commandMs: tally.commandMs,
    cpuMs: (user + system) / 1000,
    errors: Object.fromEntries(tally.errors),
  }
}

onOrder((order) => {
  switch (order.type) {
    case 'play':
      void signIn(order.order)
      break
    case 'begin':
      begin()
      break
    case 'report':
      reply({ type: 'played', report: report() })
      break
    case 'stop':
      void Promise.all(desks.map((desk) => desk.stop())).then(() => process.disconnect())
      break
    case 'serve':
      throw new Error('this process plays agents')
  }
})
