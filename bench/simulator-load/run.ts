import { setTimeout as pause } from 'node:timers/promises'
import { Child } from './child.ts'
import { preciseNow, type PlayReport, type ServeReport } from './protocol.ts'
import { summarise, type LoadResult } from './summarise.ts'

/** One load. */
export interface LoadOptions {
  readonly agents: number
  readonly callsPerMinute: number
  /** Mean time between two state changes of one agent. */
  readonly changeEveryMs: number
  readonly seconds: number
}

const firstAgentId = 101
/** As many as the machine of a developer has cores to spare. */
const processes = 2
/** Events of sign-ins and of the last moment are fetched before anything is counted. */
const settleMs = 3000
const fetchMs = 1000

/** Starts everything, lets it run, and ends everything. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const server = new Child('serve.ts')
  const players: Child[] = []
  try {
    server.order({ type: 'serve', order: options })
    const { serving } = await server.reply('serving')
    let firstAgent = firstAgentId
    for (let index = 0; index < processes; index += 1) {
      const agents = Math.floor((options.agents + index) / processes)
      const player = new Child('play.ts')
      players.push(player)
      player.order({
        type: 'play',
        order: { ...serving, firstAgent, agents, changeEveryMs: options.changeEveryMs, seed: 1 },
      })
      firstAgent += agents
    }
    await Promise.all(players.map((player) => player.reply('signed-in')))
    await pause(settleMs)
    const beganMs = preciseNow()
    for (const child of [server, ...players]) child.order({ type: 'begin' })
    await pause(options.seconds * 1000)
    const { served, played } = await collect(server, players)
    return summarise(options, { beganMs, served, played })
  } finally {
    await Promise.all([server, ...players].map((child) => child.end()))
  }
}

/** The server tells first what it has made; the agents then still fetch it. */
async function collect(
  server: Child,
  players: readonly Child[],
): Promise<{ served: ServeReport; played: readonly PlayReport[] }> {
  const served = server.reply('served')
  server.order({ type: 'report' })
  const { report } = await served
  await pause(fetchMs)
  const played = players.map((player) => player.reply('played'))
  for (const player of players) player.order({ type: 'report' })
  return { served: report, played: (await Promise.all(played)).map((message) => message.report) }
}
