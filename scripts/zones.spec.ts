import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/*
 * The trust zones hold by the compiler, not by discipline: small files are compiled in memory under each zone's own
 * tsconfig.json, as if they stood in its folder.
 */

type Zone = 'shared' | 'preload' | 'renderer'

const sources = join(import.meta.dirname, '..', 'src')
const folders: Readonly<Record<Zone, string>> = {
  shared: 'shared',
  preload: 'preload',
  renderer: 'renderer/src',
}

/** Parsing the compiler's own libraries is most of the work, and the same in every zone. */
const parsed = new Map<string, ts.SourceFile | undefined>()

function readConfig(zone: Zone): ts.ParsedCommandLine {
  const config = ts.getParsedCommandLineOfConfigFile(join(sources, zone, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) =>
      expect.fail(ts.flattenDiagnosticMessageText(messageText, ' ')),
  })
  return config ?? expect.fail(`no tsconfig.json for ${zone}`)
}

/** What the compiler has against `text` as a file of that zone, as error codes. */
function errorsOf(zone: Zone, text: string): readonly string[] {
  const config = readConfig(zone)
  const { incremental: _incremental, tsBuildInfoFile: _file, ...options } = config.options
  const probe = join(sources, folders[zone], 'probe.ts')
  const disk = ts.createCompilerHost(options)
  const host = {
    ...disk,
    fileExists: (path: string) => path === probe || disk.fileExists(path),
    getSourceFile: (path: string, language: ts.ScriptTarget | ts.CreateSourceFileOptions) => {
      if (path === probe) return ts.createSourceFile(path, text, language)
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, language))
      return parsed.get(path)
    },
    // Sources of another zone, as an editor takes them, not its declarations: nothing needs to be built first.
    useSourceOfProjectReferenceRedirect: () => true,
  }
  const program = ts.createProgram({
    rootNames: [probe],
    options,
    host,
    projectReferences: config.projectReferences ?? [],
  })
  const found = [
    ...program.getOptionsDiagnostics(),
    ...program.getSemanticDiagnostics(program.getSourceFile(probe)),
  ]
  return found.map(({ code }) => `TS${code}`)
}

const notAModule = 'TS2306'
const unknownName = 'TS2591'
const unknownDomName = 'TS2584'
const outsideOfZone = 'TS6307'
const typeOnly = 'TS1362'
const noSuchProperty = 'TS2551'

describe('does not compile', () => {
  it.each([
    ['shared', "import { app } from 'electron'; app.quit()", notAModule],
    ['shared', "import type { App } from 'electron'; export let app: App", notAModule],
    ['shared', "import * as electron from 'electron'; export default electron", notAModule],
    ['shared', "import { ipcMain } from 'electron/main'; export default ipcMain", notAModule],
    ['shared', "export const electron = await import('electron')", notAModule],
    ['shared', "import { ref } from 'vue'; export default ref", notAModule],
    ['shared', "import { readFile } from 'node:fs/promises'; export default readFile", unknownName],
    ['shared', 'export default process.env', unknownName],
    ['shared', 'export default document.title', unknownDomName],
    ['shared', "import { redact } from '../main/logging/redact.ts'; export default redact", outsideOfZone],
    ['renderer', "import { app } from 'electron'; app.quit()", notAModule],
    ['renderer', "import type { App } from 'electron'; export let app: App", notAModule],
    ['renderer', "import { ipcRenderer } from 'electron/renderer'; export default ipcRenderer", notAModule],
    ['renderer', "import { readFile } from 'node:fs/promises'; export default readFile", unknownName],
    ['renderer', 'export default process.versions', unknownName],
    [
      'renderer',
      "import { redact } from '../../main/logging/redact.ts'; export default redact",
      outsideOfZone,
    ],
    ['preload', "import * as v from 'valibot'; export default v.string()", noSuchProperty],
    ['preload', "import { string } from 'valibot'; export default string()", typeOnly],
    ['preload', "import { readFile } from 'node:fs/promises'; export default readFile", unknownName],
    ['preload', "import { redact } from '../main/logging/redact.ts'; export default redact", outsideOfZone],
  ] as const)('%s: %s', (zone, text, code) => {
    expect(errorsOf(zone, text)).toContain(code)
  })
})

describe('compiles', () => {
  it.each([
    ['shared', "import * as v from 'valibot'; export const schema: v.GenericSchema<string> = v.string()"],
    ['renderer', "import { ref } from 'vue'; export const count = ref(document.title.length)"],
    ['renderer', "import { ok } from '../../shared/result.ts'; export const fine = ok(null)"],
    ['preload', "import { contextBridge } from 'electron'; export default contextBridge"],
    [
      'preload',
      "import type { InferOutput, StringSchema } from 'valibot'; export type S = InferOutput<StringSchema<undefined>>",
    ],
    [
      'preload',
      "import { commandChannels } from '../shared/ipc/channels.ts'; export default commandChannels",
    ],
  ] as const)('%s: %s', (zone, text) => {
    expect(errorsOf(zone, text)).toEqual([])
  })
})
