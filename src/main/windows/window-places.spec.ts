import { describe, expect, it } from 'vitest'
import type { Screen } from './placement.ts'
import { maxScreenSets, placesOn, rememberPlace, type WindowPlaces } from './window-places.ts'

function screen(width: number): Screen {
  const bounds = { x: 0, y: 0, width, height: 1000 }
  return { bounds, workArea: bounds, scaleFactor: 1 }
}
const mini = { x: 1, y: 2, width: 360, height: 96 }
const full = { x: 3, y: 4, width: 420, height: 720, isMaximized: true }

describe('places of the window', () => {
  it('another set of screens knows none of them', () => {
    const places = rememberPlace({}, [screen(1000)], { mini })
    expect(placesOn(places, [screen(1000), screen(1001)])).toEqual({ full: null, mini: null })
  })

  it('one form does not touch the other', () => {
    const places = rememberPlace(rememberPlace({}, [screen(1000)], { full }), [screen(1000)], { mini })
    expect(placesOn(places, [screen(1000)])).toEqual({ full, mini })
  })

  it('the set that was not seen for the longest time is forgotten', () => {
    let places: WindowPlaces = {}
    for (let at = 0; at < maxScreenSets; at++) places = rememberPlace(places, [screen(1000 + at)], { mini })
    places = rememberPlace(places, [screen(1000)], { full })
    places = rememberPlace(places, [screen(9000)], { mini })
    expect(Object.keys(places)).toHaveLength(maxScreenSets)
    expect(placesOn(places, [screen(1000)])).toEqual({ full, mini })
    expect(placesOn(places, [screen(1001)]).mini).toBeNull()
  })
})
