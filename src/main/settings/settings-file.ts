import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultSettings } from './default-settings.ts'
import { migrateSettings, toFileContent, type SettingsProblem } from './migrations.ts'
import type { Settings, SettingsStore } from './settings.ts'

/** Writes the whole file at once; throws when it cannot. The adapter in the app is electron-store. */
export interface FileWriter {
  write(content: Readonly<Record<string, unknown>>): void
}

/** A file that could not be used, and the name it was kept under. */
export interface DamagedSettings {
  readonly problem: SettingsProblem
  readonly keptAs: string
}

export interface OpenedSettings {
  readonly store: SettingsStore
  readonly damaged: DamagedSettings | null
}

export const settingsFileName = 'settings.json'

/**
 * Reads the settings of `directory`. A missing file means defaults; a damaged one, or one of a later version, is kept
 * aside as `settings.damaged-<time>.json` and reported, and defaults are used; a file of which only preferences are bad is
 * copied there, and the rest of it holds. Rejects only when the file is there but
 * the system does not let it be read or moved: starting with defaults would then overwrite it.
 */
export async function openSettings(options: {
  readonly directory: string
  readonly now: () => number
  readonly createWriter: (directory: string) => FileWriter
}): Promise<OpenedSettings> {
  const { directory, now, createWriter } = options
  await mkdir(directory, { recursive: true })
  const path = join(directory, settingsFileName)
  const text = await readIfThere(path)
  if (text === null) {
    return { store: new SettingsFile(defaultSettings, createWriter(directory)), damaged: null }
  }
  const result = migrateSettings(parseJson(text))
  // Colons are not allowed in file names on Windows.
  const stamp = new Date(now()).toISOString().replaceAll(':', '-')
  const keptAs = join(directory, `settings.damaged-${stamp}.json`)
  if (result.ok) {
    const { settings, droppedPreferences } = result.value
    const store = new SettingsFile(settings, createWriter(directory))
    if (droppedPreferences.length === 0) return { store, damaged: null }
    // The next save writes the file without them.
    await copyFile(path, keptAs)
    return { store, damaged: { problem: 'damaged', keptAs } }
  }
  await rename(path, keptAs)
  return {
    store: new SettingsFile(defaultSettings, createWriter(directory)),
    damaged: { problem: result.error, keptAs },
  }
}

/** Settings in memory, written through. A failed write rejects and leaves the old value in force. */
class SettingsFile implements SettingsStore {
  #value: Settings
  readonly #writer: FileWriter

  constructor(initial: Settings, writer: FileWriter) {
    this.#value = initial
    this.#writer = writer
  }

  get current(): Settings {
    return this.#value
  }

  async update(change: Partial<Settings>): Promise<void> {
    const next = { ...this.#value, ...change }
    this.#writer.write(toFileContent(next))
    this.#value = next
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** `undefined` for text that is no JSON; no JSON text means `undefined`, so it is unmistakable. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
