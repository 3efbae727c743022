import { grantWaitingRests } from './agent-state.ts'
import { chooseColleagues } from './population.ts'
import { signInColleague } from './presence.ts'
import { createRandom } from './random.ts'
import { routeCalls } from './routing.ts'
import { startTraffic } from './traffic.ts'
import { World, type WorldOptions } from './world.ts'

/** A new world with its colleagues signed in and its traffic begun. */
export function createWorld(options: WorldOptions): World {
  const world = new World(options)
  const random = createRandom(options.seed, 'colleagues')
  for (const agent of chooseColleagues([...world.agents.values()], options.colleagues, random)) {
    signInColleague(world, agent)
  }
  startTraffic(world)
  settle(world)
  return world
}

/** Lets the world live until `nowMs`: everything due happens in order and at its own time. */
export function advanceWorld(world: World, nowMs: number): void {
  for (;;) {
    const task = world.agenda.takeDue(nowMs)
    if (task === undefined) break
    world.nowMs = Math.max(world.nowMs, task.dueMs)
    task.run()
    settle(world)
  }
  world.nowMs = Math.max(world.nowMs, nowMs)
}

/** To be called after every command: calls find their agents, waiting rests begin. */
export function settle(world: World): void {
  if (world.isRestDue) grantWaitingRests(world)
  while (world.isRoutingDue) routeCalls(world)
}
