import type { TrayIconName } from '../../src/main/tray/tray-icons.ts'

/*
 * What the tray's icons look like, on a field of 24 × 24. Each status has an outline of its own, so that it can be told from
 * the others without colour, and at 16 pixels where its sign is a blur.
 */

export interface Drawing {
  /** The outline, as SVG elements without a fill. */
  readonly outline: string
  /** The sign on it, as SVG elements without a stroke. */
  readonly sign: string
  /** Dark enough for a white sign, light enough for a dark panel: 3:1 and more against both. */
  readonly colour: string
}

const green = '#15903f'
const red = '#dc2626'
const amber = '#c56a06'
const blue = '#2563eb'
const teal = '#0d8f84'
const violet = '#9333ea'
const grey = '#64748b'

export const drawings: Readonly<Record<TrayIconName, Drawing>> = {
  idle: {
    outline: '<circle cx="12" cy="12" r="11"/>',
    sign: '<path d="M6.5 12.5l3.8 4 7-8.5"/>',
    colour: green,
  },
  busy: {
    outline: '<path d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z"/>',
    sign: '<path d="M6.5 12h11"/>',
    colour: red,
  },
  rest: {
    outline:
      '<path d="M3 3h14.5v2.5H20a3.5 3.5 0 0 1 0 9h-2.5A7 7 0 0 1 11 21H9.5a7 7 0 0 1-6.5-6.5zM2 21h17v2H2z"/>',
    sign: '<path d="M8 7.5v6M12.5 7.5v6"/>',
    colour: amber,
  },
  'wrap-up': {
    outline: '<path d="M4 1h11l6 6v16H4z"/>',
    sign: '<path d="M8.5 11.5h8M8.5 17h5"/>',
    colour: blue,
  },
  talking: {
    outline:
      '<path d="M4 1h16a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-8l-6 5.5V18H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z"/>',
    sign: '<path d="M7 8v3.5M12 5.5v8.5M17 8v3.5"/>',
    colour: teal,
  },
  ringing: {
    outline:
      '<path d="M12 .8a2 2 0 0 1 2 2v.6a7 7 0 0 1 5 6.7V15l2.5 4h-19L5 15v-4.9a7 7 0 0 1 5-6.7v-.6a2 2 0 0 1 2-2zM8.5 20.5h7a3.5 3.2 0 0 1-7 0z"/>',
    sign: '<path d="M12 8v4.5M12 15.8v.01"/>',
    colour: violet,
  },
  unknown: {
    outline: '<path d="M12 .7L23.3 12 12 23.3.7 12z"/>',
    sign: '<path d="M9.2 9.6a2.8 2.8 0 1 1 4.4 2.2c-1 .7-1.6 1.1-1.6 2.2M12 17.4v.01"/>',
    colour: grey,
  },
  interrupted: {
    outline: '<path d="M12 1.5L23.5 22.5H.5z"/>',
    sign: '<path d="M12 9v6M12 18.8v.01"/>',
    colour: amber,
  },
  'signed-out': {
    outline: '<path d="M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22zm0 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14z"/>',
    sign: '',
    colour: grey,
  },
  ended: {
    outline: '<path d="M5 1.5l7 7 7-7L22.5 5l-7 7 7 7-3.5 3.5-7-7-7 7L1.5 19l7-7-7-7z"/>',
    sign: '',
    colour: red,
  },
}
