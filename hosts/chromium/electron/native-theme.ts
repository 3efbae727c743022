import { EventEmitter } from 'node:events'
import type { CdpSession } from '../browser/cdp-connection.ts'

type ThemeSource = 'system' | 'light' | 'dark'

const themeSources: ReadonlySet<string> = new Set(['system', 'light', 'dark'])

/** Electron's `nativeTheme`: drives `prefers-color-scheme` in every page. The system's own wish comes by control port. */
export class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false
  private source: ThemeSource = 'system'
  private isSystemDark = false
  private readonly sessions: () => Iterable<CdpSession>

  constructor(sessions: () => Iterable<CdpSession>) {
    super()
    this.sessions = sessions
  }

  get themeSource(): ThemeSource {
    return this.source
  }

  set themeSource(source: ThemeSource) {
    if (!themeSources.has(source)) {
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${source}`)
    }
    if (source === this.source) return
    this.source = source
    this.changed()
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark' || (this.source === 'system' && this.isSystemDark)
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.isSystemDark
  }

  /** For the control port only: what the desktop wishes. */
  _setSystemDark(isDark: boolean): void {
    if (isDark === this.isSystemDark) return
    this.isSystemDark = isDark
    this.changed()
  }

  /** For pages: the scheme they are to see. */
  async _apply(session: CdpSession): Promise<void> {
    const value = this.shouldUseDarkColors ? 'dark' : 'light'
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  }

  private changed(): void {
    for (const session of this.sessions()) this._apply(session).catch(() => undefined)
    this.emit('updated')
  }
}
