import { EventEmitter } from 'node:events'
import type { Place } from '../placement.ts'
import type { PlacedWindow } from '../window-placer.ts'

/** A window for specs, with a title bar of 30 pixels. `drag` is a person's doing. */
export class FakePlacedWindow implements PlacedWindow {
  readonly #events = new EventEmitter()
  #normal: Place
  #filled: Place | null = null
  isOnTop = false
  isGone = false
  isInTaskBar = false
  fullScreen = false
  maximizable = true
  minimum: readonly [number, number] = [0, 0]

  constructor({ x, y, width, height }: Place) {
    this.#normal = { x, y, width, height }
  }

  isDestroyed(): boolean {
    return this.isGone
  }
  isMinimized(): boolean {
    return this.isInTaskBar
  }
  isMaximized(): boolean {
    return this.#filled !== null
  }
  isFullScreen(): boolean {
    return this.fullScreen
  }
  getBounds(): Place {
    return this.#filled ?? this.#normal
  }
  getNormalBounds(): Place {
    return this.#normal
  }
  getSize(): number[] {
    return [this.getBounds().width, this.getBounds().height]
  }
  getContentSize(): number[] {
    return [this.getBounds().width, this.getBounds().height - 30]
  }
  setBounds(place: Place): void {
    const [width, height] = this.minimum
    this.#normal = {
      ...place,
      width: Math.max(place.width, width),
      height: Math.max(place.height, height),
    }
    this.#events.emit('resize')
    this.#events.emit('move')
  }
  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height]
  }
  setMaximizable(isMaximizable: boolean): void {
    this.maximizable = isMaximizable
  }
  setAlwaysOnTop(isOnTop: boolean): void {
    this.isOnTop = isOnTop
  }
  setFullScreen(isFull: boolean): void {
    this.fullScreen = isFull
  }
  maximize(): void {
    this.#filled = { x: 0, y: 0, width: 1366, height: 728 }
    this.#events.emit('maximize')
  }
  unmaximize(): void {
    this.#filled = null
    this.#events.emit('unmaximize')
  }
  on(event: string, listener: () => void): this {
    this.#events.on(event, listener)
    return this
  }
  once(event: string, listener: () => void): this {
    this.#events.once(event, listener)
    return this
  }

  drag(change: Partial<Place>): void {
    this.setBounds({ ...this.getBounds(), ...change })
  }
  show(): void {
    this.#events.emit('show')
  }
  close(): void {
    this.isGone = true
    this.#events.emit('closed')
  }
}
