import ElectronStore from 'electron-store'
import type { FileWriter } from './settings-file.ts'

/**
 * Writes `settings.json` with electron-store: atomically, through a temporary file. Only its file handling is used;
 * defaults, schemas and migrations are ours (its author declares its migrations unsupported).
 */
export function createElectronStoreWriter(directory: string): FileWriter {
  const store = new ElectronStore<Record<string, unknown>>({
    name: 'settings',
    cwd: directory,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    // Names and numbers of the agent: nobody else on this machine needs to read them.
    configFileMode: 0o600,
  })
  return {
    write: (content) => {
      store.store = { ...content }
    },
  }
}
