import { EventEmitter } from 'node:events'
import { createEvent } from './event.ts'
import type { Menu } from './menu.ts'
import { createFromPath, type NativeImage } from './native-image.ts'

const bounds = { x: 0, y: 0, width: 0, height: 0 }
/** Every tray icon there is, in the order of creation. */
export const trays = new Set<Tray>()

/** Electron's `Tray`. It has no icon on any screen; the control port shows and clicks it. */
export class Tray extends EventEmitter {
  private image: NativeImage
  private toolTip = ''
  private title = ''
  private menu: Menu | null = null
  private destroyed = false

  constructor(image: NativeImage | string, _guid?: string) {
    super()
    this.image = typeof image === 'string' ? createFromPath(image) : image
    trays.add(this)
  }

  setImage(image: NativeImage | string): void {
    this.assertAlive()
    this.image = typeof image === 'string' ? createFromPath(image) : image
  }

  setPressedImage(_image: NativeImage | string): void {
    this.assertAlive()
  }

  setToolTip(toolTip: string): void {
    this.assertAlive()
    this.toolTip = toolTip
  }

  setTitle(title: string): void {
    this.assertAlive()
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  setContextMenu(menu: Menu | null): void {
    this.assertAlive()
    this.menu = menu
  }

  popUpContextMenu(menu?: Menu): void {
    this.assertAlive()
    ;(menu ?? this.menu)?.popup()
  }

  closeContextMenu(): void {
    this.menu?.closePopup()
  }

  getBounds(): typeof bounds {
    return { ...bounds }
  }

  setIgnoreDoubleClickEvents(_ignore: boolean): void {
    this.assertAlive()
  }

  destroy(): void {
    this.destroyed = true
    trays.delete(this)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  /** For the control port only. */
  _view(): object {
    return {
      toolTip: this.toolTip,
      title: this.title,
      image: this.image.getSize(),
    }
  }

  get _menu(): Menu | null {
    return this.menu
  }

  _activate(kind: 'click' | 'double-click' | 'right-click'): void {
    const keys = {
      altKey: false,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      triggeredByAccelerator: false,
    }
    this.emit(kind, createEvent(keys), this.getBounds(), { x: 0, y: 0 })
  }

  private assertAlive(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
  }
}
