import { EventEmitter } from 'node:events'
import type { Point, Rectangle } from 'electron'
import { createEvent } from './event.ts'
import { assertWhole, assertWholeRectangle } from './whole-numbers.ts'

/** Smallest and largest size of a window, in pixels; a largest of 0 = no limit. */
export interface SizeLimits {
  readonly minimum: readonly [number, number]
  readonly maximum: readonly [number, number]
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(most > 0 ? Math.min(value, most) : value, least)
}

/**
 * Place and size of a window, in pixels: kept here, and told to the page when they change. A window that fills an area
 * (maximised, full screen) keeps the bounds it returns to.
 */
export abstract class WindowBounds extends EventEmitter {
  #normal: Rectangle
  #filled: Rectangle | undefined
  #limits: SizeLimits

  constructor(bounds: Rectangle, limits: SizeLimits) {
    super()
    this.#limits = limits
    this.#normal = this.#limited(bounds)
  }

  /** Tells Chromium. Called only after the size or the place has changed. */
  protected abstract applyBounds(bounds: Rectangle): void
  protected abstract centered(bounds: Rectangle): Point
  /** Called before a window that fills an area is given bounds of its own. */
  protected abstract leaveFilled(): void

  getBounds(): Rectangle {
    return { ...(this.#filled ?? this.#normal) }
  }

  getNormalBounds(): Rectangle {
    return { ...this.#normal }
  }

  /** There is no frame here: the page has the whole window. */
  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  /** Emits `resize` and `move`; `resized` and `moved` are a person's doing only, as on Windows. */
  setBounds(bounds: Partial<Rectangle>, _animate?: boolean): void {
    const wanted = { ...this.getBounds(), ...bounds }
    assertWholeRectangle(wanted)
    if (this.#filled !== undefined) this.leaveFilled()
    this.#change(() => {
      this.#normal = this.#limited(wanted)
    })
  }

  setContentBounds(bounds: Rectangle, animate?: boolean): void {
    this.setBounds(bounds, animate)
  }

  getSize(): number[] {
    const { width, height } = this.getBounds()
    return [width, height]
  }

  getContentSize(): number[] {
    return this.getSize()
  }

  setSize(width: number, height: number, animate?: boolean): void {
    assertWhole(width, height)
    this.setBounds({ width, height }, animate)
  }

  setContentSize(width: number, height: number, animate?: boolean): void {
    this.setSize(width, height, animate)
  }

  getPosition(): number[] {
    const { x, y } = this.getBounds()
    return [x, y]
  }

  setPosition(x: number, y: number, animate?: boolean): void {
    assertWhole(x, y)
    this.setBounds({ x, y }, animate)
  }

  center(): void {
    this.setBounds(this.centered(this.getBounds()))
  }

  setMinimumSize(width: number, height: number): void {
    assertWhole(width, height)
    this.#setLimits({ ...this.#limits, minimum: [width, height] })
  }

  getMinimumSize(): number[] {
    return [...this.#limits.minimum]
  }

  setMaximumSize(width: number, height: number): void {
    assertWhole(width, height)
    this.#setLimits({ ...this.#limits, maximum: [width, height] })
  }

  getMaximumSize(): number[] {
    return [...this.#limits.maximum]
  }

  /** Fills an area, whatever the limits, or returns to the normal bounds. */
  protected fill(area: Rectangle | undefined): void {
    this.#change(() => {
      this.#filled = area === undefined ? undefined : { ...area }
    })
  }

  /** For the control port: drags the window to other bounds, as a person would. False when the app prevented it. */
  _drag(bounds: Partial<Rectangle>): boolean {
    const before = this.getBounds()
    const wanted = this.#limited({ ...before, ...bounds })
    const isResize = wanted.width !== before.width || wanted.height !== before.height
    const event = createEvent()
    if (isResize) this.emit('will-resize', event, { ...wanted }, { edge: 'bottom-right' })
    else this.emit('will-move', event, { ...wanted })
    if (event.defaultPrevented) return false
    this.setBounds(wanted)
    if (isResize) this.emit('resized')
    if (wanted.x !== before.x || wanted.y !== before.y) this.emit('moved')
    return true
  }

  #setLimits(limits: SizeLimits): void {
    this.#limits = limits
    this.#change(() => {
      this.#normal = this.#limited(this.#normal)
    })
  }

  #limited({ x, y, width, height }: Rectangle): Rectangle {
    const { minimum, maximum } = this.#limits
    return {
      x,
      y,
      width: clamp(width, minimum[0], maximum[0]),
      height: clamp(height, minimum[1], maximum[1]),
    }
  }

  #change(act: () => void): void {
    const before = this.getBounds()
    act()
    const after = this.getBounds()
    const isResized = after.width !== before.width || after.height !== before.height
    const isMoved = after.x !== before.x || after.y !== before.y
    if (isResized || isMoved) this.applyBounds(after)
    if (isResized) this.emit('resize')
    if (isMoved) this.emit('move')
  }
}
