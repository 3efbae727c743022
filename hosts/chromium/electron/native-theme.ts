import { EventEmitter } from 'node:events'
import type { CdpSession } from '../browser/cdp-connection.ts'
import { conversionFailure } from './whole-numbers.ts'

type ThemeSource = 'system' | 'light' | 'dark'

const themeSources: ReadonlySet<string> = new Set(['system', 'light', 'dark'])

/** What a person has set for the whole desktop. */
export interface DesktopWishes {
  readonly dark: boolean
  readonly highContrast: boolean
  readonly forcedColors: boolean
  readonly invertedColors: boolean
  readonly reducedTransparency: boolean
  readonly reducedMotion: boolean
}

const noWishes: DesktopWishes = {
  dark: false,
  highContrast: false,
  forcedColors: false,
  invertedColors: false,
  reducedTransparency: false,
  reducedMotion: false,
}

/** Electron's `nativeTheme`: drives the media queries of every page. The desktop's own wishes come by control port. */
export class NativeTheme extends EventEmitter {
  #source: ThemeSource = 'system'
  #wishes = noWishes
  readonly #sessions: () => Iterable<CdpSession>

  constructor(sessions: () => Iterable<CdpSession>) {
    super()
    this.#sessions = sessions
  }

  get themeSource(): ThemeSource {
    return this.#source
  }

  set themeSource(source: ThemeSource) {
    if (!themeSources.has(source)) throw conversionFailure(source)
    if (source === this.#source) return
    this.#source = source
    this.#changed()
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark' || (this.#source === 'system' && this.#wishes.dark)
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#wishes.dark
  }

  get shouldUseHighContrastColors(): boolean {
    return this.#wishes.highContrast || this.#wishes.forcedColors
  }

  get shouldUseInvertedColorScheme(): boolean {
    return this.#wishes.invertedColors
  }

  get inForcedColorsMode(): boolean {
    return this.#wishes.forcedColors
  }

  get prefersReducedTransparency(): boolean {
    return this.#wishes.reducedTransparency
  }

  /** For the control port only: what the desktop wishes; what is left out stays as it is. */
  _setWishes(wishes: Partial<DesktopWishes>): void {
    const next = { ...this.#wishes, ...wishes }
    if (JSON.stringify(next) === JSON.stringify(this.#wishes)) return
    this.#wishes = next
    this.#changed()
  }

  /** For pages: what their media queries are to say. */
  async _apply(session: CdpSession): Promise<void> {
    await session.send('Emulation.setEmulatedMedia', { features: this.#features() })
  }

  // What nobody wishes is left to Chromium: it may know better where there is a real desktop. Inverted colours are not
  // among what it can be told.
  #features(): { name: string; value: string }[] {
    const { forcedColors, reducedTransparency, reducedMotion } = this.#wishes
    const optional: [boolean, string, string][] = [
      [this.shouldUseHighContrastColors, 'prefers-contrast', 'more'],
      [forcedColors, 'forced-colors', 'active'],
      [reducedTransparency, 'prefers-reduced-transparency', 'reduce'],
      [reducedMotion, 'prefers-reduced-motion', 'reduce'],
    ]
    return [
      { name: 'prefers-color-scheme', value: this.shouldUseDarkColors ? 'dark' : 'light' },
      ...optional.flatMap(([isWished, name, value]) => (isWished ? [{ name, value }] : [])),
    ]
  }

  #changed(): void {
    for (const session of this.#sessions()) this._apply(session).catch(() => undefined)
    this.emit('updated')
  }
}
