import { isOwnAddress, type OwnOrigin } from '../security/own-origin.ts'

/** The part of Electron's `WebFrameMain` that tells who speaks. */
export interface SenderFrame {
  readonly url: string
  readonly origin: string
  readonly parent: object | null
  readonly detached: boolean
  isDestroyed(): boolean
}

export type SenderRefusal = 'no-frame' | 'detached' | 'not-top-frame' | 'foreign-origin' | 'foreign-window'

/** Who sent a message, as read before the first `await`: later Electron may answer null (SEC-25). */
export interface Sender {
  readonly contentsId: number
  readonly frame: SenderFrame | null
}

/**
 * Why a sender must not be heard; null when it may (SEC-17). Allowed is only the top frame of the window the handler
 * was registered for, while it shows our own page. Whatever cannot be told is a refusal.
 */
export function refuseSender(sender: Sender, contentsId: number, own: OwnOrigin): SenderRefusal | null {
  const { frame } = sender
  if (sender.contentsId !== contentsId) return 'foreign-window'
  if (frame === null) return 'no-frame'
  if (frame.isDestroyed() || frame.detached) return 'detached'
  if (frame.parent !== null) return 'not-top-frame'
  // Both: a sandboxed frame has our address and an opaque origin, a blank one inherits our origin with another address.
  return isOwnAddress(frame.url, own) && isOwnAddress(frame.origin, own) ? null : 'foreign-origin'
}
