import { EventEmitter } from 'node:events'
import type { Display, Point, Rectangle } from 'electron'

/** The one display of the host: a common size, without a taskbar. */
export const displayArea: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }

const display: Display = {
  id: 1,
  label: 'Chromium host',
  bounds: displayArea,
  workArea: displayArea,
  size: { width: displayArea.width, height: displayArea.height },
  workAreaSize: { width: displayArea.width, height: displayArea.height },
  scaleFactor: 1,
  rotation: 0,
  touchSupport: 'unknown',
  accelerometerSupport: 'unknown',
  monochrome: false,
  colorDepth: 24,
  colorSpace: '',
  depthPerComponent: 8,
  displayFrequency: 60,
  internal: false,
  detected: true,
  maximumCursorSize: { width: 0, height: 0 },
  nativeOrigin: { x: 0, y: 0 },
}

/** Electron's `screen` with one fixed display. */
export class Screen extends EventEmitter {
  getAllDisplays(): Display[] {
    return [structuredClone(display)]
  }

  getPrimaryDisplay(): Display {
    return structuredClone(display)
  }

  getDisplayMatching(_rect: Rectangle): Display {
    return structuredClone(display)
  }

  getDisplayNearestPoint(_point: Point): Display {
    return structuredClone(display)
  }

  getCursorScreenPoint(): Point {
    return { x: 0, y: 0 }
  }
}
