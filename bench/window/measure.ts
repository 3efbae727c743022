import { setTimeout as pause } from 'node:timers/promises'
import { endWatch, watchPage, watchWork } from './page-watch.ts'
import type { Scene } from './scene.ts'

/** What one scene came to; milliseconds where nothing else is said. */
export interface Figures {
  readonly frameP50: number
  readonly frameP99: number
  readonly frameMax: number
  readonly inputDelayP99: number
  readonly toFrameP50: number
  readonly toFrameP99: number
  readonly longTasks: number
  readonly longestTask: number
  /** Of one core, in percent. */
  readonly pageWork: number
  readonly pageScript: number
  readonly pushesPerSecond: number
}

const stirMs = 250
const pressMs = 200

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Watches the window for a while, in which calls come and go and somebody moves over the list with the keys. */
export async function measure(scene: Scene, seconds: number): Promise<Figures> {
  const { page } = scene.app
  const over = new AbortController()
  await watchPage(page)
  const work = await watchWork(page)
  const before = await work()
  const moving = Promise.all([scene.stir(stirMs, over.signal), scene.press(pressMs, over.signal)])
  await pause(seconds * 1000)
  over.abort()
  await moving
  const after = await work()
  const { frames, longTasks, inputDelays, toFrame, pushes } = await endWatch(page)
  const watchedSeconds = frames.reduce((sum, frame) => sum + frame, 0) / 1000
  const share = (from: number, to: number): number => round(((to - from) / watchedSeconds) * 100)
  return {
    frameP50: round(percentile(frames, 0.5)),
    frameP99: round(percentile(frames, 0.99)),
    frameMax: round(percentile(frames, 1)),
    inputDelayP99: round(percentile(inputDelays, 0.99)),
    toFrameP50: round(percentile(toFrame, 0.5)),
    toFrameP99: round(percentile(toFrame, 0.99)),
    longTasks: longTasks.length,
    longestTask: round(percentile(longTasks, 1)),
    pageWork: share(before.task, after.task),
    pageScript: share(before.script, after.script),
    pushesPerSecond: round(pushes / watchedSeconds),
  }
}
