import { describe, expect, it } from 'vitest'
import { createRecordingLogger } from '../logging/testing/recording-logger.ts'
import { guardPermissions, type GuardedSession } from './permission-guard.ts'

class FakeSession implements GuardedSession {
  #request: Parameters<GuardedSession['setPermissionRequestHandler']>[0] | null = null
  #check: ((contents: unknown, permission: string) => boolean) | null = null
  #device: (() => boolean) | null = null

  setPermissionRequestHandler(handler: Parameters<GuardedSession['setPermissionRequestHandler']>[0]): void {
    this.#request = handler
  }
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.#check = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler
  }

  ask(permission: string): boolean[] {
    const answers: boolean[] = []
    this.#request?.({}, permission, (isGranted) => answers.push(isGranted))
    return answers
  }
  isChecked(permission: string): boolean | undefined {
    return this.#check?.({}, permission)
  }
  isDeviceAllowed(): boolean | undefined {
    return this.#device?.()
  }
}

describe('permissions', () => {
  it.each([
    'media',
    'display-capture',
    'geolocation',
    'notifications',
    'clipboard-read',
    'clipboard-sanitized-write',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'fileSystem',
    'unknown-of-the-future',
  ])('%s is denied, asked for or checked', (permission) => {
    const session = new FakeSession()
    const { log, entries } = createRecordingLogger()
    guardPermissions(session, log)
    expect(session.ask(permission)).toEqual([false])
    expect(session.isChecked(permission)).toBe(false)
    expect(entries).toMatchObject([{ message: 'permission refused', fields: { permission } }])
  })

  it('no device is allowed', () => {
    const session = new FakeSession()
    guardPermissions(session, createRecordingLogger().log)
    expect(session.isDeviceAllowed()).toBe(false)
  })
})
