import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

/** What `npm run verify -- races` was asked for. */
export interface RacesOptions {
  readonly from: number
  readonly count: number
  /** One seed alone, with its trace. */
  readonly isSingle: boolean
  readonly workers: number
}

export const usage = `npm run verify -- races [--seeds N] [--from S] [--workers W]
npm run verify -- races --seed S
  --seeds    how many seeds to run (1000)
  --from     the first of them (1)
  --seed     this one alone, with a trace of all that happened
  --workers  threads (one per core)`

const wholeNumber = (name: string, text: string | undefined, least: number, otherwise: number): number => {
  if (text === undefined) return otherwise
  const value = /^\d{1,15}$/.test(text) ? Number(text) : -1
  if (value < least) throw new Error(`--${name} is a whole number from ${least} on`)
  return value
}

/** @throws with a text for people when an option makes no sense */
export function readCommandLine(args: readonly string[]): RacesOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string' },
      from: { type: 'string' },
      seed: { type: 'string' },
      workers: { type: 'string' },
    },
  })
  const isSingle = values.seed !== undefined
  if (isSingle && (values.seeds ?? values.from) !== undefined) throw new Error('--seed stands alone')
  return {
    from: isSingle ? wholeNumber('seed', values.seed, 0, 0) : wholeNumber('from', values.from, 0, 1),
    count: isSingle ? 1 : wholeNumber('seeds', values.seeds, 1, 1_000),
    isSingle,
    workers: wholeNumber('workers', values.workers, 1, availableParallelism()),
  }
}
