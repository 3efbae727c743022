import {
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartDataset,
  type Point,
} from 'chart.js'

/** What the line is drawn with; colours as the canvas takes them. */
export interface ChartLook {
  readonly line: string
  readonly fill: string
  readonly amber: string
  readonly red: string
}

/** Half an hour of one queue. */
export interface ChartLine {
  /** Milliseconds since 1970, ascending. */
  readonly at: readonly number[]
  /** Null: not known; the line has a hole there. */
  readonly waiting: readonly (number | null)[]
  /** The end of the half hour. */
  readonly until: number
  /** Thresholds by number of calls, drawn where they are near; null = none. */
  readonly amber: number | null
  readonly red: number | null
}

const spanMs = 30 * 60_000
/** So that one call does not look like a mountain. */
const leastTop = 4

/** A point between two holes is no line; it is drawn as a dot. */
export function lonelyPoints(waiting: readonly (number | null)[]): readonly boolean[] {
  return waiting.map(
    (value, index) =>
      value !== null && (waiting[index - 1] ?? null) === null && (waiting[index + 1] ?? null) === null,
  )
}

/** The upper end of the scale: the highest value, and the thresholds that are not far above it. */
export function topOf({ waiting, amber, red }: Pick<ChartLine, 'waiting' | 'amber' | 'red'>): number {
  const most = Math.max(leastTop, ...waiting.map((value) => value ?? 0))
  const near = [amber, red].filter((threshold) => threshold !== null && threshold <= most * 1.5)
  return Math.max(most, ...near.map((threshold) => threshold ?? 0))
}

/** Draws a small line without axes, words or movement. The words are said beside it. */
export class QueueLineChart {
  readonly #chart: Chart<'line', Point[]>

  constructor(canvas: HTMLCanvasElement) {
    Chart.register(LineController, LineElement, PointElement, LinearScale, Filler)
    this.#chart = new Chart<'line', Point[]>(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        events: [],
        parsing: false,
        normalized: true,
        layout: { padding: 2 },
        scales: {
          x: { type: 'linear', display: false },
          y: { type: 'linear', display: false, min: 0 },
        },
      },
    })
  }

  show(line: ChartLine, look: ChartLook): void {
    const from = line.until - spanMs
    const top = topOf(line)
    const lonely = lonelyPoints(line.waiting)
    const { scales } = this.#chart.options
    if (scales?.x) Object.assign(scales.x, { min: from, max: line.until })
    if (scales?.y) scales.y.max = top
    const level = (y: number | null, colour: string): ChartDataset<'line', Point[]>[] =>
      y === null || y > top
        ? []
        : [
            {
              data: [
                { x: from, y },
                { x: line.until, y },
              ],
              borderColor: colour,
              borderWidth: 1,
              borderDash: [3, 3],
              pointRadius: 0,
            },
          ]
    this.#chart.data.datasets = [
      {
        data: line.at.map((x, index) => ({ x, y: line.waiting[index] ?? Number.NaN })),
        borderColor: look.line,
        backgroundColor: look.fill,
        borderWidth: 1.5,
        fill: 'origin',
        stepped: 'before',
        pointRadius: lonely.map((isLonely) => (isLonely ? 1.5 : 0)),
        pointBackgroundColor: look.line,
        spanGaps: false,
      },
      ...level(line.amber, look.amber),
      ...level(line.red, look.red),
    ]
    this.#chart.update('none')
  }

  destroy(): void {
    this.#chart.destroy()
  }
}
