import { EventEmitter } from 'node:events'
import type { Rectangle } from 'electron'

/** Place and size of a window, in pixels: kept here, and told to the page when they change. */
export abstract class WindowBounds extends EventEmitter {
  private bounds: Rectangle
  private minimumSize: [number, number]

  constructor(bounds: Rectangle, minimumSize: [number, number]) {
    super()
    this.bounds = bounds
    this.minimumSize = minimumSize
  }

  protected abstract applySize(width: number, height: number): void
  protected abstract centered(bounds: Rectangle): { x: number; y: number }

  getBounds(): Rectangle {
    return { ...this.bounds }
  }

  getNormalBounds(): Rectangle {
    return { ...this.bounds }
  }

  getContentBounds(): Rectangle {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.bounds
    const [minWidth, minHeight] = this.minimumSize
    const wanted = { ...before, ...bounds }
    this.bounds = {
      ...wanted,
      width: Math.max(wanted.width, minWidth),
      height: Math.max(wanted.height, minHeight),
    }
    const { x, y, width, height } = this.bounds
    if (width !== before.width || height !== before.height) {
      this.applySize(width, height)
      this.emit('resize')
      this.emit('resized')
    }
    if (x !== before.x || y !== before.y) {
      this.emit('move')
      this.emit('moved')
    }
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height]
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  getPosition(): number[] {
    return [this.bounds.x, this.bounds.y]
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  center(): void {
    this.setBounds(this.centered(this.bounds))
  }

  setMinimumSize(width: number, height: number): void {
    this.minimumSize = [width, height]
    this.setBounds({})
  }

  getMinimumSize(): number[] {
    return [...this.minimumSize]
  }
}
