import { glob, readFile } from 'node:fs/promises'
import { dirname, join, posix, sep } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..')

/** Folders of the project that hold what it does not say or write itself. */
const foreign = /(?:^|\/)(?:node_modules|out|dist|\.git|\.tmp|test-results|playwright-report)(?:\/|$)/u

/** A page of the documentation. */
export interface Page {
  /** Below the project's folder, with slashes. */
  readonly path: string
  readonly text: string
  /** The same without blocks of code. */
  readonly prose: string
}

/** All files of the project by their path below its folder, with slashes. */
export async function projectFiles(): Promise<readonly string[]> {
  const files: string[] = []
  const entries = glob('**/*', {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => foreign.test(toSlashes(entry.name)),
  })
  for await (const entry of entries) {
    if (entry.isFile()) files.push(toSlashes(join(entry.parentPath, entry.name)).slice(root.length + 1))
  }
  return files.filter((path) => !foreign.test(path))
}

/** The pages among the files. */
export async function readPages(files: readonly string[]): Promise<readonly Page[]> {
  return Promise.all(files.filter((path) => path.endsWith('.md')).map(readPage))
}

async function readPage(path: string): Promise<Page> {
  const text = await readFile(join(root, path), 'utf8')
  return { path, text, prose: text.replaceAll(/^```.*?^```$/gmsu, '') }
}

/** What stands between single backticks. */
export function codeOf(prose: string): readonly string[] {
  return [...prose.matchAll(/`([^`\n]+)`/gu)].map(([, code = '']) => code)
}

/** Targets of links and pictures that lie in the project, as they are written. */
export function linksOf(prose: string): readonly string[] {
  const withoutCode = prose.replaceAll(/`[^`\n]*`/gu, '')
  const targets = [
    ...withoutCode.matchAll(/\]\(([^)\s]+)\)/gu),
    ...withoutCode.matchAll(/\s(?:src|href)="([^"]+)"/gu),
  ]
  return targets.map(([, target = '']) => target).filter((target) => !/^[a-z][a-z+.-]*:/iu.test(target))
}

/** A link of a page: the file or folder it leads to, below the project's folder, and the heading in it. */
export function resolveLink(
  page: string,
  link: string,
): { readonly path: string; readonly anchor: string | null } {
  const [target = '', anchor = null] = link.split('#')
  return { path: target === '' ? page : posix.join(posix.dirname(page), target).replace(/\/$/u, ''), anchor }
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(prose: string): readonly string[] {
  const seen = new Map<string, number>()
  return [...prose.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading = '']) => {
    const slug = heading
      .replaceAll(/[`*]|\]\([^)]*\)|\[/gu, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

/** The folders that hold the files, and those above them. */
export function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const file of files) {
    for (let folder = posix.dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(folder)
  }
  return folders
}

const toSlashes = (path: string): string => path.replaceAll(sep, '/')
