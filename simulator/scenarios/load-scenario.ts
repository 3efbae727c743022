import { readdir, readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lineOfMistake } from './json-syntax.ts'
import { lineOf } from './locate.ts'
import { readScenario, type Scenario, type ScenarioProblem } from './scenario.ts'

const LIBRARY = new URL('./library/', import.meta.url)
const NAME = /^[a-z0-9-]+$/

/** A scenario, or what is wrong with its file in lines for people. */
export type LoadedScenario = { readonly scenario: Scenario } | { readonly problem: string }

const pathText = (path: ScenarioProblem['path']): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? key : `${text}.${key}`
  }, '')

/**
 * Reads the text of a scenario file. Each mistake is told with its line and its path.
 *
 * @param file for the messages only
 */
export function parseScenario(text: string, file: string): LoadedScenario {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { problem: `${file}:${lineOfMistake(text)}: ${why}` }
  }
  const read = readScenario(input)
  if ('scenario' in read) return read
  const lines = read.problems.map(({ path, message }) => {
    const where = path.length === 0 ? 'scenario' : pathText(path)
    return `${file}:${lineOf(text, path)}: ${where}: ${message}`
  })
  return { problem: lines.join('\n') }
}

/** Names of the scenarios that come with the simulator, in order. */
export async function libraryNames(): Promise<string[]> {
  const files = await readdir(LIBRARY)
  return files
    .filter((file) => extname(file) === '.json')
    .map((file) => basename(file, '.json'))
    .sort()
}

/** Loads a scenario of the library by its name, or else a file. */
export async function loadScenario(nameOrFile: string): Promise<LoadedScenario> {
  const names = NAME.test(nameOrFile) ? await libraryNames() : []
  const isNamed = names.includes(nameOrFile)
  const file = isNamed ? fileURLToPath(new URL(`${nameOrFile}.json`, LIBRARY)) : nameOrFile
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const hint = names.length === 0 ? '' : `; the library has: ${names.join(', ')}`
    return { problem: `there is no scenario "${nameOrFile}": ${why}${hint}` }
  }
  return parseScenario(text, isNamed ? basename(file) : file)
}

/** The library for `--list-scenarios`: each with what it is about and what to watch. */
export async function describeLibrary(): Promise<string> {
  const parts: string[] = []
  for (const name of await libraryNames()) {
    const loaded = await loadScenario(name)
    if ('problem' in loaded) throw new Error(loaded.problem)
    const { description, watch } = loaded.scenario
    parts.push(`${name}\n    ${description}\n    Watch: ${watch}\n`)
  }
  return parts.join('')
}
