import type { Protocol } from 'devtools-protocol'
import type { SchemeRegistry } from './schemes.ts'

interface WindowOpenDetails {
  readonly url: string
  readonly frameName: string
  readonly features: string
  readonly disposition: 'foreground-tab' | 'new-window'
  readonly referrer: { readonly url: string; readonly policy: string }
}
/** What a handler answers. */
export type WindowOpenAnswer =
  { readonly action: 'deny' } | { readonly action: 'allow'; readonly overrideBrowserWindowOptions?: object }
/** `webContents.setWindowOpenHandler`. */
export type WindowOpenHandler = (details: WindowOpenDetails) => WindowOpenAnswer

/** Asks the handler; without one, windows are allowed, as in Electron. An unknown popup is denied. */
export function decideWindowOpen(
  handler: WindowOpenHandler | undefined,
  schemes: SchemeRegistry,
  openerUrl: string,
  opened: Protocol.Page.WindowOpenEvent | undefined,
): WindowOpenAnswer {
  if (opened === undefined) return { action: 'deny' }
  if (handler === undefined) return { action: 'allow' }
  const hasSize = opened.windowFeatures.some((feature) => /^(width|height|left|top|popup)/.test(feature))
  return handler({
    url: schemes.toApp(opened.url),
    frameName: opened.windowName === '_blank' ? '' : opened.windowName,
    features: opened.windowFeatures.join(','),
    disposition: hasSize ? 'new-window' : 'foreground-tab',
    referrer: { url: openerUrl, policy: 'strict-origin-when-cross-origin' },
  })
}
