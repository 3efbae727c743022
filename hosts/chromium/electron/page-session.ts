import type { Protocol } from 'devtools-protocol'
import type { CdpSession } from '../browser/cdp-connection.ts'
import type { PageTarget } from '../browser/browser-driver.ts'
import type { PageScripts } from '../browser/page-script.ts'
import { preloadWorldName, type FrameTree } from './frame-tree.ts'
import type { Interception } from './interception.ts'

/** Name of the preload world's way out; it exists in that world only. */
export const bindingName = 'hostPost'
/** Name of that world's way in. */
export const receiverName = 'hostReceive'

/** What a page tells its webContents. */
export interface PageEvents {
  readonly onMessage: (session: CdpSession, contextId: number, text: string) => void
  readonly onConsole: (level: ConsoleLevel, text: string, url: string, line: number) => void
  readonly onCrash: () => void
  readonly onDialog: (dialog: Protocol.Page.JavascriptDialogOpeningEvent) => void
}
export type ConsoleLevel = 'debug' | 'info' | 'warning' | 'error'

function textOf(object: Protocol.Runtime.RemoteObject): string {
  if (object.type === 'string') return String(object.value)
  return object.description ?? (object.value === undefined ? object.type : String(object.value as unknown))
}

function levelOf(type: string): ConsoleLevel {
  if (type === 'error' || type === 'assert') return 'error'
  if (type === 'warning') return 'warning'
  return type === 'debug' || type === 'verbose' ? 'debug' : 'info'
}

function followConsole(session: CdpSession, events: PageEvents): void {
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const top = stackTrace?.callFrames[0]
    events.onConsole(levelOf(type), args.map(textOf).join(' '), top?.url ?? '', (top?.lineNumber ?? -1) + 1)
  })
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: details }) => {
    const text = details.exception?.description ?? details.text
    events.onConsole('error', `Uncaught ${text}`, details.url ?? '', details.lineNumber + 1)
  })
  session.on('Log.entryAdded', ({ entry }) => {
    events.onConsole(levelOf(entry.level), entry.text, entry.url ?? '', entry.lineNumber ?? 0)
  })
}

/** A page and everything its sessions must be joined to. */
export interface Wiring {
  readonly page: PageTarget
  readonly childSession: (id: string) => CdpSession
  readonly frames: FrameTree
  readonly interception: Interception
  readonly events: PageEvents
}

async function wire(session: CdpSession, wiring: Wiring): Promise<void> {
  const { frames, interception, events } = wiring
  frames.follow(session)
  followConsole(session, events)
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === bindingName) events.onMessage(session, executionContextId, payload)
  })
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const child = wiring.childSession(sessionId)
    // A frame of another site lives in another process and has a session of its own; workers just run.
    const started = targetInfo.type === 'iframe' ? wireChild(child, wiring) : Promise.resolve()
    started
      .catch(() => undefined)
      .then(() => child.send('Runtime.runIfWaitingForDebugger'))
      // The frame may be gone again before it was wired: then there is nothing left to run.
      .catch(() => undefined)
  })
  await Promise.all([
    interception.follow(session),
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Log.enable'),
    session.send('Runtime.addBinding', { name: bindingName, executionContextName: preloadWorldName }),
    session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
  ])
}

async function wireChild(child: CdpSession, wiring: Wiring): Promise<void> {
  await wire(child, wiring)
  const { frameTree } = await child.send('Page.getFrameTree')
  wiring.frames.adopt(frameTree, child)
}

/** Prepares a paused page (domains, scripts before the first script of a document) and lets it run. */
export async function startPage(wiring: Wiring, scripts: PageScripts): Promise<void> {
  const { session } = wiring.page
  session.on('Inspector.targetCrashed', wiring.events.onCrash)
  session.on('Page.javascriptDialogOpening', wiring.events.onDialog)
  await Promise.all([
    wire(session, wiring),
    session.send('Inspector.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    // The page's world must be listening when the preload's world joins it.
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preloadWorld,
      worldName: preloadWorldName,
    }),
  ])
  const { frameTree } = await session.send('Page.getFrameTree')
  wiring.frames.adopt(frameTree, session)
  await session.send('Runtime.runIfWaitingForDebugger')
}
