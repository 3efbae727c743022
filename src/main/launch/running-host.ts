export type Host = 'electron' | 'chromium'

/** Electron's V8 carries its name; every host that stands in for it runs a V8 of Node. */
export function runningHost(versions: Pick<NodeJS.ProcessVersions, 'v8'>): Host {
  return versions.v8.includes('electron') ? 'electron' : 'chromium'
}
