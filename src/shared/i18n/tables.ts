import { en, type Messages } from './en/index.ts'
import { tray as trayEn } from './en/tray.ts'
import { es } from './es/index.ts'
import { tray as trayEs } from './es/tray.ts'
import type { Language } from './languages.ts'
import { zhCN } from './zh-CN/index.ts'
import { tray as trayZhCN } from './zh-CN/tray.ts'

/** Words of the window, by language. A language without one of the keys does not compile. */
export const messagesByLanguage: Readonly<Record<Language, Messages>> = { en, 'zh-CN': zhCN, es }

export type TrayTexts = typeof trayEn

/** Words of the tray, of its notes and of the system's dialogs. */
export const trayTextsByLanguage: Readonly<Record<Language, TrayTexts>> = {
  en: trayEn,
  'zh-CN': trayZhCN,
  es: trayEs,
}
