import { interfaces, type Interface } from './interfaces.ts'
import type { Provocation } from './provocations.ts'
import { situations, type Situation } from './situation.ts'
import { variants, type Variant } from './variants.ts'

/** `once`: the first request only. `while`: everything that matches, for a time. */
export type Duration = 'once' | 'while'

/** One combination that can occur. */
export interface Cell {
  readonly variant: Variant
  readonly target: Interface
  readonly situation: Situation
  readonly duration: Duration
  readonly provocation: Provocation
}

/** One combination that cannot occur. */
export interface Impossible {
  readonly variant: Variant
  readonly target: Interface
  readonly situation: Situation
  readonly reason: string
}

export interface Matrix {
  readonly cells: readonly Cell[]
  readonly impossible: readonly Impossible[]
}

export const cellName = ({ variant, target, situation, duration }: Cell): string =>
  `${variant.name}/${target.name}/${situation}/${duration}`

function whyNot(variant: Variant, target: Interface, provocation: Provocation | string): string | null {
  if (typeof provocation === 'string') return provocation
  return variant.fault === 'drop-events' && target.name !== 'poll' ? 'only polls carry events' : null
}

/**
 * Every fault on every interface in every situation. `only` keeps those whose name begins with it, part by part
 * (`fault/interface/situation/duration`); an empty part or `*` is anything.
 */
export function buildMatrix(only = ''): Matrix {
  const wanted = only.split('/')
  const isWanted = (...parts: readonly string[]): boolean =>
    parts.every((part, index) => {
      const want = wanted[index] ?? ''
      return want === '' || want === '*' || part === want || part.startsWith(`${want}:`)
    })
  const cells: Cell[] = []
  const impossible: Impossible[] = []
  for (const variant of variants) {
    for (const target of interfaces) {
      for (const situation of situations) {
        if (!isWanted(variant.name, target.name, situation)) continue
        const provocation = target.in[situation]
        const reason = whyNot(variant, target, provocation)
        if (reason !== null || typeof provocation === 'string') {
          impossible.push({ variant, target, situation, reason: reason ?? '' })
          continue
        }
        for (const duration of ['once', 'while'] as const) {
          if (isWanted(variant.name, target.name, situation, duration)) {
            cells.push({ variant, target, situation, duration, provocation })
          }
        }
      }
    }
  }
  return { cells, impossible }
}
