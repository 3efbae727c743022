import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { compileFunction } from 'node:vm'
import type { PageConfig } from '../ipc/wire.ts'

/** The two scripts that must run, in this order, before a document's first script. */
export interface PageScripts {
  readonly mainWorld: string
  readonly preloadWorld: string
}

const importStatement = /^import\s[^;]*?\sfrom\s+'[^']+'$/gm
const exportKeyword = /^export\s+(?=(?:async\s+)?(?:function|const|class|interface|type)\b)/gm

/** Node calls its own stripper experimental, once per process: true, pinned by our Node version, and noise to our users. */
function stripTypes(source: string): string {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

/** Text of page-side modules as one script body: types and import/export stripped, in the order given. */
function bundle(files: readonly string[]): string {
  return files
    .map((file) => {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8')
      // Imports go first: type-only ones are erased by the stripper into blanks, the others name what is in the bundle.
      return stripTypes(source.replace(importStatement, '')).replace(exportKeyword, '')
    })
    .join('\n')
}

function asScript(body: string, start: string): string {
  return `(() => {\n${body}\n${start}\n})()`
}

let bodies: { readonly main: string; readonly preload: string } | undefined

function loadBodies(): { readonly main: string; readonly preload: string } {
  bodies ??= {
    main: bundle(['../page/permissions.ts', '../page/world-bridge.ts', '../page/main-world.ts']),
    preload: bundle([
      '../ipc/codec.ts',
      '../page/world-bridge.ts',
      '../page/preload-api.ts',
      '../page/preload-world.ts',
    ]),
  }
  return bodies
}

const preloadParameters = ['require', 'process', 'exports', 'module', 'setImmediate', 'clearImmediate']

/**
 * The preload as a function expression. Throws `SyntaxError` when its text is no function body: it becomes part of a
 * larger script, which one stray brace would break.
 */
function preloadFunction(source: string, path: string): string {
  compileFunction(source, preloadParameters, { filename: path })
  return `function (${preloadParameters.join(', ')}) {\n${source}\n}`
}

/**
 * Builds the scripts for one window. The page-side sources are read and stripped once per process. `preloadSource` is the
 * app's CommonJS preload; throws `SyntaxError` when it does not parse.
 */
export function buildPageScripts(config: PageConfig, preloadSource: string | undefined): PageScripts {
  const { main, preload } = loadBodies()
  return {
    mainWorld: asScript(main, `startMainWorld(${JSON.stringify(config.handshake)})`),
    preloadWorld: asScript(
      preload,
      `startPreloadWorld(${JSON.stringify(config)}, ${
        preloadSource === undefined ? 'undefined' : preloadFunction(preloadSource, config.preloadPath)
      })`,
    ),
  }
}
