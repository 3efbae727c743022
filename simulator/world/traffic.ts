import { placeCall } from './queues.ts'
import type { World } from './world.ts'

/** Callers arrive at random with the wished mean rate (a Poisson process), for as long as the world runs. */
export function startTraffic(world: World): void {
  const { callsPerMinute } = world.options
  if (callsPerMinute <= 0 || world.skills.size === 0) return
  const meanGapMs = 60_000 / callsPerMinute
  const planNext = (): void => {
    const gapMs = Math.max(1, Math.round(-Math.log(1 - world.traffic.next()) * meanGapMs))
    world.after(gapMs, () => {
      placeCall(world, {
        skillId: world.traffic.between(1, world.skills.size),
        caller: `138${String(world.traffic.between(0, 99_999_999)).padStart(8, '0')}`,
        origin: 'traffic',
        priority: world.traffic.next() < 0.1 ? 1 : 0,
      })
      planNext()
    })
  }
  planNext()
}
