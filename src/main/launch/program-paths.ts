import { join } from 'node:path'

/** Where the built program finds its own parts. All absolute. */
export interface ProgramPaths {
  readonly preload: string
  readonly renderer: string
  readonly demoProcess: string
  readonly resources: string
  readonly appIcon: string
}

/** @param main folder of the built main process, @param app folder of the app (`app.getAppPath()`) */
export function programPaths(main: string, app: string): ProgramPaths {
  const resources = join(app, 'resources')
  return {
    preload: join(main, '..', 'preload', 'index.cjs'),
    renderer: join(main, '..', 'renderer'),
    demoProcess: join(main, 'demo-gateway.js'),
    resources,
    appIcon: join(resources, 'icon.png'),
  }
}
