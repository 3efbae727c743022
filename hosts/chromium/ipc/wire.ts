/**
 * What the preload's world and Node tell each other. Every message is one line of text; arguments and results inside are
 * already encoded (see `codec.ts`), so that a message can be routed without being decoded.
 */

/** Page to Node, through the binding. */
export type FromPage =
  | readonly ['invoke', id: number, channel: string, args: string]
  | readonly ['send', channel: string, args: string]
  | readonly ['preload-error', message: string, stack: string]
  | readonly ['permission', id: number, permission: string, details: string]

/** Node to page, through the receiver in the preload's world. */
export type ToPage =
  | readonly ['message', channel: string, args: string]
  | readonly ['result', id: number, value: string]
  | readonly ['error', id: number, text: string]
  | readonly ['permission', id: number, granted: boolean]

/** What the page-side runtime is given when its text is built. */
export interface PageConfig {
  /** Name of the one-time event that joins the two worlds; a secret, new for each window. */
  readonly handshake: string
  readonly bindingName: string
  readonly receiverName: string
  readonly preloadPath: string
  readonly process: {
    readonly platform: string
    readonly arch: string
    readonly versions: Readonly<Record<string, string>>
    readonly execPath: string
    readonly resourcesPath: string
    readonly argv: readonly string[]
  }
}
