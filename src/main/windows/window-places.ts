import { screenSetKey, type Place, type Screen } from './placement.ts'

/** The whole window, or the strip it can shrink to. */
export type PlacedAs = 'full' | 'mini'

export interface FullPlace extends Place {
  readonly isMaximized: boolean
}

/** Where the window was on one set of screens; null = never there in this form. */
export interface PlacesOnScreens {
  readonly full: FullPlace | null
  readonly mini: Place | null
}

/** By the set of screens (`screenSetKey`), the latest last. */
export type WindowPlaces = Readonly<Record<string, PlacesOnScreens>>

/** Nobody works on more desks than these; the one that was not seen for the longest time is forgotten. */
export const maxScreenSets = 20

const nowhere: PlacesOnScreens = { full: null, mini: null }

/** What is remembered for the screens that are connected now. */
export function placesOn(places: WindowPlaces, screens: readonly Screen[]): PlacesOnScreens {
  return places[screenSetKey(screens)] ?? nowhere
}

/** The same places with this change for the screens that are connected now, which become the latest. */
export function rememberPlace(
  places: WindowPlaces,
  screens: readonly Screen[],
  change: Partial<PlacesOnScreens>,
): WindowPlaces {
  const key = screenSetKey(screens)
  const others = Object.entries(places).filter(([other]) => other !== key)
  const latest = { ...placesOn(places, screens), ...change }
  return Object.fromEntries([...others.slice(-(maxScreenSets - 1)), [key, latest]])
}
