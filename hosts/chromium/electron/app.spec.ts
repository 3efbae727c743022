import { describe, expect, it } from 'vitest'
import { parseOptions } from '../host/options.ts'
import { App } from './app.ts'

const backend = {
  quit: () => undefined,
  exit: () => undefined,
  relaunch: () => undefined,
  focus: () => undefined,
}

function makeApp(platform: NodeJS.Platform): App {
  const manifest = { path: '/app', entry: '/app/main.js', name: 'Probe', version: '1.0.0' }
  return new App(manifest, parseOptions(['/app'], {}, platform), backend, platform)
}

describe('the jump list', () => {
  it.each(['linux', 'darwin'] as const)('is no method on %s, as in Electron', (platform) => {
    const app = makeApp(platform)
    expect([app.setJumpList, app.setUserTasks, app.dock]).toStrictEqual([undefined, undefined, undefined])
  })

  it('is kept on Windows', () => {
    const app = makeApp('win32')
    const task = { program: 'deskside.exe', arguments: '--command busy', title: 'Busy', description: '' }
    expect(app.setUserTasks?.([{ ...task, iconPath: '', iconIndex: 0 }])).toBe(true)
    expect(app.setJumpList?.([{ type: 'tasks', items: [] }])).toBe('ok')
    expect(app._taskbar).toMatchObject({ userTasks: [task], jumpList: [{ type: 'tasks' }] })
    app.setJumpList?.(null)
    expect(app._taskbar.jumpList).toBeNull()
  })
})
