import type { Page } from '@playwright/test'

/** What the page noted while it was watched; milliseconds. */
export interface PageNotes {
  /** From one frame to the next. */
  readonly frames: readonly number[]
  /** Tasks that took 50 ms and more: nothing is drawn or answered meanwhile. */
  readonly longTasks: readonly number[]
  /** From a key press to the page's own code. */
  readonly inputDelays: readonly number[]
  /** From a key press to the next frame after it. */
  readonly toFrame: readonly number[]
  /** Snapshots of the desk that came. */
  readonly pushes: number
}

declare global {
  /** Left in the page by `watchPage`; ends the watch and gives what it noted. */
  var endWatch: (() => PageNotes) | undefined
}

/** Begins to note frames, long tasks and the way of keys in the page. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = []
    const longTasks: number[] = []
    const inputDelays: number[] = []
    const toFrame: number[] = []
    let pushes = 0
    let last = performance.now()
    let next = 0
    const frame = (now: number): void => {
      frames.push(now - last)
      last = now
      next = requestAnimationFrame(frame)
    }
    next = requestAnimationFrame(frame)
    const observer = new PerformanceObserver((list) => {
      longTasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    observer.observe({ entryTypes: ['longtask'] })
    const key = ({ timeStamp }: KeyboardEvent): void => {
      inputDelays.push(performance.now() - timeStamp)
      // The frame that follows draws what the key has changed; the message comes after it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => toFrame.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    }
    addEventListener('keydown', key, { capture: true })
    const { deskside } = window as unknown as {
      deskside: { onSnapshot(listener: () => void): () => void }
    }
    const unsubscribe = deskside.onSnapshot(() => (pushes += 1))
    globalThis.endWatch = () => {
      cancelAnimationFrame(next)
      observer.disconnect()
      removeEventListener('keydown', key, { capture: true })
      unsubscribe()
      globalThis.endWatch = undefined
      return { frames, longTasks, inputDelays, toFrame, pushes }
    }
  })
}

/** Ends what `watchPage` began. */
export async function endWatch(page: Page): Promise<PageNotes> {
  return page.evaluate(() => {
    if (globalThis.endWatch === undefined) throw new Error('the page is not watched')
    return globalThis.endWatch()
  })
}

/** Seconds the page's thread has worked so far, and of them for scripts; counted from here on. */
export async function watchWork(
  page: Page,
): Promise<() => Promise<Readonly<Record<'task' | 'script', number>>>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
    return { task: of('TaskDuration'), script: of('ScriptDuration') }
  }
}
