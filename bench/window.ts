import { exit, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { measure, type Figures } from './window/measure.ts'
import { Scene, type Load } from './window/scene.ts'

/*
 * Whether the window stays smooth with many queues: the built app on the Chromium host looks at its queues while calls come
 * and go and somebody moves over the list with the keys. Each load stands beside an agent of five queues without a call, the
 * same keys pressed; the ratio is what the load costs. Prints a table and, as
 * the last line, JSON.
 *
 * npm run bench:window -- [--seconds 20] [--loads 40/200,200/2000]
 */

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    /** Queues and calls of each. */
    loads: { type: 'string', default: '40/200,200/2000' },
  },
})

const titles: Readonly<Record<keyof Figures, string>> = {
  frameP50: 'frame p50 ms',
  frameP99: 'frame p99 ms',
  frameMax: 'longest frame ms',
  inputDelayP99: 'key to code p99 ms',
  toFrameP50: 'key to frame p50 ms',
  toFrameP99: 'key to frame p99 ms',
  longTasks: 'tasks over 50 ms',
  longestTask: 'longest of them ms',
  pageWork: 'page thread %',
  pageScript: 'of it script %',
  pushesPerSecond: 'snapshots per s',
}

const idle: Load = { queues: 5, calls: 0 }

function readLoads(text: string): readonly Load[] {
  return text.split(',').map((pair) => {
    const [queues = 0, calls = 0] = pair.split('/').map(Number)
    if (!(queues > 0 && calls >= 0)) throw new Error(`--loads: ${pair} is not queues/calls`)
    return { queues, calls }
  })
}

async function run(load: Load): Promise<{ readonly load: Load; readonly figures: Figures }> {
  const scene = await Scene.open(load)
  try {
    return { load, figures: await measure(scene, Number(values.seconds)) }
  } finally {
    await scene.close()
  }
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`

const baseline = await run(idle)
const results = [baseline]
for (const load of readLoads(values.loads)) results.push(await run(load))

stdout.write(line(['', ...results.map(({ load }) => `${load.queues} queues, ${load.calls} calls`)]))
stdout.write(line(['---', ...results.map(() => '---:')]))
for (const [key, title] of Object.entries(titles) as [keyof Figures, string][]) {
  const base = baseline.figures[key]
  const cells = results.map(({ figures }) => {
    const isCompared = figures !== baseline.figures && base > 0
    return isCompared ? `${figures[key]} (× ${Math.round((figures[key] / base) * 10) / 10})` : figures[key]
  })
  stdout.write(line([title, ...cells]))
}
stdout.write(`${JSON.stringify(results)}\n`)
// The browsers' connections would hold the process.
exit(0)
