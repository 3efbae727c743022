import { join } from 'node:path'

/** Where the built program finds its own parts. All absolute. */
export interface ProgramPaths {
  readonly preload: string
  readonly renderer: string
  readonly demoProcess: string
  readonly resources: string
  /** Of windows: with every size where the system wants one file for all, else a large picture (RES-09). */
  readonly appIcon: string
}

/** @param main folder of the built main process, @param app folder of the app (`app.getAppPath()`) */
export function programPaths(main: string, app: string, platform: NodeJS.Platform): ProgramPaths {
  const resources = join(app, 'resources')
  return {
    preload: join(main, '..', 'preload', 'index.cjs'),
    renderer: join(main, '..', 'renderer'),
    demoProcess: join(main, 'demo-gateway.js'),
    resources,
    appIcon: join(resources, platform === 'win32' ? 'icon.ico' : 'icon.png'),
  }
}
