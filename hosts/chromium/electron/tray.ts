import { EventEmitter } from 'node:events'
import { createEvent } from './event.ts'
import type { Menu } from './menu.ts'
import { createFromPath, type ImageView, type NativeImage } from './native-image.ts'
import { retire } from './retire.ts'

const bounds = { x: 0, y: 0, width: 0, height: 0 }
/** Every tray icon there is, in the order of creation. */
export const trays = new Set<Tray>()

/** What a person may do to the icon or its balloon. */
export const trayEvents = [
  ...(['click', 'double-click', 'right-click', 'middle-click'] as const),
  ...(['balloon-click', 'balloon-closed'] as const),
] as const
export type TrayEvent = (typeof trayEvents)[number]

interface Balloon {
  readonly title: string
  readonly content: string
}

/** The icon as the control port shows it. */
export interface TrayView {
  readonly toolTip: string
  readonly title: string
  readonly image: ImageView
  readonly pressedImage: ImageView | null
  readonly balloon: Balloon | null
}

function toImage(image: NativeImage | string): NativeImage {
  return typeof image === 'string' ? createFromPath(image) : image
}

/** Electron's `Tray`. It has no icon on any screen; the control port shows and clicks it. */
export class Tray extends EventEmitter {
  #image: NativeImage
  #pressedImage: NativeImage | undefined
  #toolTip = ''
  #title = ''
  #menu: Menu | null = null
  #balloon: Balloon | null = null
  #destroyed = false

  constructor(image: NativeImage | string, _guid?: string) {
    super()
    this.#image = toImage(image)
    trays.add(this)
  }

  setImage(image: NativeImage | string): void {
    this.#image = toImage(image)
  }

  setPressedImage(image: NativeImage | string): void {
    this.#pressedImage = toImage(image)
  }

  setToolTip(toolTip: string): void {
    this.#toolTip = toolTip
  }

  setTitle(title: string, _options?: object): void {
    this.#title = title
  }

  getTitle(): string {
    return this.#title
  }

  setContextMenu(menu: Menu | null): void {
    this.#menu = menu
  }

  popUpContextMenu(menu?: Menu): void {
    ;(menu ?? this.#menu)?.popup()
  }

  closeContextMenu(): void {
    this.#menu?.closePopup()
  }

  /** Windows only, as in Electron, where other systems show nothing; recorded on all of them. */
  displayBalloon(options: { title: string; content: string }): void {
    const { title, content } = options
    if (typeof title !== 'string' || typeof content !== 'string')
      throw new TypeError(`'title' and 'content' must be defined`)
    this.#balloon = { title, content }
    if (process.platform === 'win32') this.emit('balloon-show')
  }

  removeBalloon(): void {
    this.#balloon = null
  }

  getBounds(): typeof bounds {
    return { ...bounds }
  }

  setIgnoreDoubleClickEvents(_ignore: boolean): void {
    // On macOS only, where this host has no icon either.
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    trays.delete(this)
    retire(this, ['isDestroyed', 'destroy'])
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  /** For the control port only. */
  _view(): TrayView {
    return {
      toolTip: this.#toolTip,
      title: this.#title,
      image: this.#image._view(),
      pressedImage: this.#pressedImage?._view() ?? null,
      balloon: this.#balloon,
    }
  }

  get _menu(): Menu | null {
    return this.#menu
  }

  /** For the control port only: false when there is no balloon to click. */
  _activate(kind: TrayEvent): boolean {
    if (kind === 'balloon-click' || kind === 'balloon-closed') {
      if (this.#balloon === null) return false
      this.#balloon = null
      this.emit(kind)
      return true
    }
    const keys = {
      altKey: false,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      triggeredByAccelerator: false,
    }
    this.emit(kind, createEvent(keys), this.getBounds(), { x: 0, y: 0 })
    return true
  }
}
