import { EventEmitter } from 'node:events'
import type { Display, Point, Rectangle } from 'electron'
import {
  changedMetrics,
  makeDisplay,
  matchingDisplay,
  nearestDisplay,
  type DisplaySpec,
} from './display-geometry.ts'
import { createEvent } from './event.ts'
import { assertWholeRectangle } from './whole-numbers.ts'

/** A common size, without a taskbar. */
const usual: DisplaySpec = { label: 'Chromium host', bounds: { x: 0, y: 0, width: 1920, height: 1080 } }

/**
 * Electron's `screen`: one display, until the control port says otherwise. Windows stay where they are when theirs goes:
 * bringing them back is the app's task on some desktops, so it must be able to.
 */
export class Screen extends EventEmitter {
  #displays: readonly [Display, ...Display[]] = [makeDisplay(usual, 0)]
  #cursor: Point = { x: 0, y: 0 }
  readonly #isReady: () => boolean

  constructor(isReady: () => boolean) {
    super()
    this.#isReady = isReady
  }

  override on(event: string, listener: Parameters<EventEmitter['on']>[1]): this {
    this.#assertReady()
    return super.on(event, listener)
  }

  getAllDisplays(): Display[] {
    this.#assertReady()
    return structuredClone([...this.#displays])
  }

  getPrimaryDisplay(): Display {
    this.#assertReady()
    return structuredClone(this.#displays[0])
  }

  getDisplayMatching(rect: Rectangle): Display {
    this.#assertReady()
    assertWholeRectangle(rect)
    return this._matching(rect)
  }

  getDisplayNearestPoint(point: Point): Display {
    this.#assertReady()
    return structuredClone(nearestDisplay(this.#displays, point))
  }

  getCursorScreenPoint(): Point {
    this.#assertReady()
    return { ...this.#cursor }
  }

  /** For the host only: also before the app is ready. */
  _matching(rect: Rectangle): Display {
    return structuredClone(matchingDisplay(this.#displays, rect))
  }

  /** For the control port only. */
  _displays(): readonly Display[] {
    return this.#displays
  }

  /** For the control port only: plugs displays in and out; the first one is the primary. Tells the app of each change. */
  _setDisplays(specs: readonly [DisplaySpec, ...DisplaySpec[]]): void {
    const before = this.#displays
    const [first, ...others] = specs
    this.#displays = [makeDisplay(first, 0), ...others.map((spec, index) => makeDisplay(spec, index + 1))]
    for (const old of before) {
      if (!this.#displays.some(({ id }) => id === old.id)) this.emit('display-removed', createEvent(), old)
    }
    for (const display of this.#displays) {
      const old = before.find(({ id }) => id === display.id)
      if (old === undefined) this.emit('display-added', createEvent(), structuredClone(display))
      else {
        const metrics = changedMetrics(old, display)
        if (metrics.length > 0)
          this.emit('display-metrics-changed', createEvent(), structuredClone(display), metrics)
      }
    }
  }

  /** For the control port only. */
  _moveCursor(point: Point): void {
    this.#cursor = { x: point.x, y: point.y }
  }

  #assertReady(): void {
    if (this.#isReady()) return
    throw new Error(`The 'screen' module can't be used before the app 'ready' event`)
  }
}
