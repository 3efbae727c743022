import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import { createEvent } from './event.ts'

/** Notifications the app has shown, newest last. */
export interface NotificationRecord {
  readonly id: number
  readonly notification: Notification
  readonly shownAt: string
  state: 'shown' | 'closed' | 'clicked'
}

/** How many are kept: the control port is for tests, not an archive. */
const maxRecords = 200
export const notificationRecords: NotificationRecord[] = []
let lastId = 0

/** Electron's `Notification`. Recorded for the control port; the system shows nothing. */
export class Notification extends EventEmitter {
  readonly id: string
  readonly groupId: string
  readonly groupTitle: string
  title: string
  subtitle: string
  body: string
  silent: boolean
  urgency: string
  timeoutType: string
  closeButtonText: string
  hasReply: boolean
  replyPlaceholder: string
  sound: string
  toastXml: string
  actions: { type: 'button'; text?: string }[]
  #record: NotificationRecord | undefined

  constructor(options: NotificationConstructorOptions = {}) {
    super()
    this.id = options.id ?? randomUUID()
    this.groupId = options.groupId ?? ''
    this.groupTitle = options.groupTitle ?? ''
    this.title = options.title ?? ''
    this.subtitle = options.subtitle ?? ''
    this.body = options.body ?? ''
    this.silent = options.silent ?? false
    this.urgency = options.urgency ?? 'normal'
    this.timeoutType = options.timeoutType ?? 'default'
    this.closeButtonText = options.closeButtonText ?? ''
    this.hasReply = options.hasReply ?? false
    this.replyPlaceholder = options.replyPlaceholder ?? ''
    this.sound = options.sound ?? ''
    this.toastXml = options.toastXml ?? ''
    this.actions = (options.actions ?? []).map(({ text }) => ({
      type: 'button',
      ...(text === undefined ? {} : { text }),
    }))
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    this.close()
    this.#record = { id: ++lastId, notification: this, shownAt: new Date().toISOString(), state: 'shown' }
    notificationRecords.push(this.#record)
    if (notificationRecords.length > maxRecords) notificationRecords.shift()
    // The system answers later than the call, never within it.
    setImmediate(() => this.emit('show', createEvent()))
  }

  close(): void {
    this._close('applicationHidden')
  }

  /** For the control port only: false when it is not on the screen any more. */
  _close(reason: 'applicationHidden' | 'userCanceled' | 'timedOut'): boolean {
    if (this.#record?.state !== 'shown') return false
    this.#record.state = 'closed'
    this.emit('close', createEvent({ reason }))
    return true
  }

  /** For the control port only. */
  _click(actionIndex: number | undefined): void {
    if (this.#record !== undefined) this.#record.state = 'clicked'
    if (actionIndex === undefined) this.emit('click', createEvent())
    else this.emit('action', createEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1)
  }

  /** For the control port only. */
  _reply(reply: string): void {
    if (this.#record !== undefined) this.#record.state = 'clicked'
    this.emit('reply', createEvent({ reply }), reply)
  }
}
