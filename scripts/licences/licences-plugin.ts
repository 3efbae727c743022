import type { Plugin } from 'vite'
import { collectLicences } from './collect-licences.ts'

const id = 'virtual:licences'
const resolvedId = `\0${id}`

/** Gives the window the licences of all it is built from, as the module `virtual:licences`; made anew at every build. */
export function licencesPlugin(root: string): Plugin {
  return {
    name: 'deskside-licences',
    resolveId: (source) => (source === id ? resolvedId : null),
    load: async (source) =>
      source === resolvedId ? `export default ${JSON.stringify(await collectLicences(root))}` : null,
  }
}
