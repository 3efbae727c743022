import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { USAGE } from '../simulator/command-line.ts'
import { launchOptionNames } from '../src/main/launch/launch-options.ts'
import {
  anchorsOf,
  codeOf,
  foldersOf,
  linksOf,
  projectFiles,
  readPages,
  resolveLink,
  root,
  type Page,
} from './docs/pages.ts'

/*
 * What the pages say about the project can be checked where it is a name: a link, a file, an npm script, an option. A page
 * that names what is not there sends somebody the wrong way.
 */

let files: readonly string[] = []
let folders: ReadonlySet<string> = new Set()
let pages: readonly Page[] = []
let scripts: readonly string[] = []
beforeAll(async () => {
  files = await projectFiles()
  folders = foldersOf(files)
  pages = await readPages(files)
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object }
  scripts = Object.keys(manifest.scripts)
})

const page = (path: string): Page =>
  pages.find((one) => one.path === path) ?? expect.fail(`there is no ${path}`)
const optionsIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/(?<![\w-])--([a-z][a-z-]+)/gu)].map(([, name = '']) => name))].sort()

describe('the checks below', () => {
  it('see links of both kinds, and none in code', () => {
    expect(linksOf('[a](b.md#c) <img src="d.png" alt=""> `[x](y.md)` [z](https://example.com)')).toEqual([
      'b.md#c',
      'd.png',
    ])
  })

  it('know the anchors of headings', () => {
    expect(anchorsOf('# A `b`: c, d\n## E–f\n## E–f\n')).toEqual(['a-b-c-d', 'ef', 'ef-1'])
  })

  it('have pages to look at', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'docs/user-guide.md', 'src/main/agent/README.md']),
    )
  })
})

describe('links', () => {
  it('lead to files and folders that are there', () => {
    const broken = pages.flatMap(({ path, prose }) =>
      linksOf(prose)
        .map((link) => ({ link, to: resolveLink(path, link).path }))
        .filter(({ to }) => !files.includes(to) && !folders.has(to))
        .map(({ link }) => `${path}: ${link}`),
    )
    expect(broken).toEqual([])
  })

  it('lead to headings that are there', () => {
    const broken = pages.flatMap(({ path, prose }) =>
      linksOf(prose).filter((link) => {
        const { path: to, anchor } = resolveLink(path, link)
        return anchor !== null && !anchorsOf(page(to).prose).includes(anchor)
      }),
    )
    expect(broken).toEqual([])
  })

  it('show every picture of the documentation somewhere', () => {
    const shown = new Set(
      pages.flatMap(({ path, prose }) => linksOf(prose).map((link) => resolveLink(path, link).path)),
    )
    expect(files.filter((file) => file.startsWith('docs/images/') && !shown.has(file))).toEqual([])
  })
})

describe('dependencies', () => {
  it('each have a reason, and only those that are there', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      dependencies: object
      devDependencies: object
    }
    const rows = page('docs/dependencies.md').prose.matchAll(/^\| ([@a-z][^|]*)\|/gmu)
    const named = [...rows].flatMap(([, cell = '']) => cell.split(',').map((name) => name.trim()))
    const present = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(named.toSorted()).toEqual(present.toSorted())
  })
})

describe('names of files', () => {
  /** A path with `*`, `<name>` or `{a,b}` in it stands for any that fit. */
  const toPattern = (path: string): RegExp =>
    new RegExp(
      `(?:^|/)${path
        .replaceAll(/[.+?^$()|[\]\\]/gu, String.raw`\$&`)
        .replaceAll(/<[^>]+>/gu, '[^/]+')
        .replaceAll('**/', '(?:.+/)?')
        .replaceAll('*', '[^/]*')
        .replaceAll(/\{([^}]+)\}/gu, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)}$`,
      'u',
    )

  it('are names of files that are there', () => {
    const looksLikeFile = /^[\w./*<>{},-]+\.(?:ts|vue|css|md)$/u
    const gone = pages.flatMap(({ path, prose }) =>
      codeOf(prose)
        .filter((code) => looksLikeFile.test(code) && !code.startsWith('node_modules/'))
        .filter((code) => {
          const pattern = toPattern(code.startsWith('.') ? posix.join(posix.dirname(path), code) : code)
          return !files.some((file) => pattern.test(file))
        })
        .map((code) => `${path}: ${code}`),
    )
    expect(gone).toEqual([])
  })

  it('and of folders too', () => {
    const isThere = (name: string): boolean => folders.has(name.replace(/\/$/u, '')) || files.includes(name)
    const tops = new Set([...folders].filter((folder) => !folder.includes('/')))
    const gone = pages.flatMap(({ path, prose }) =>
      codeOf(prose)
        .filter((code) => /^[\w./-]+\/[\w.-]*$/u.test(code) && tops.has(code.split('/')[0] ?? ''))
        .filter((code) => !isThere(code) && !isThere(posix.join(posix.dirname(path), code)))
        .map((code) => `${path}: ${code}`),
    )
    expect(gone).toEqual([])
  })
})

describe('names of the code', () => {
  it('stand in the code', async () => {
    const sources = await Promise.all(
      files
        .filter((file) => /\.(?:ts|vue|css)$/u.test(file))
        .map((file) => readFile(join(root, file), 'utf8')),
    )
    const words = new Set(sources.flatMap((source) => source.match(/\w+/gu) ?? []))
    // The others also name what the gateway, Electron and npm call so.
    const ofOurCode = /^(?:src|simulator|verify)\/|^docs\/(?:architecture|session-states|texts)\.md$/u
    const looked = pages.filter(({ path }) => ofOurCode.test(path))
    const gone = looked.flatMap(({ path, prose }) =>
      codeOf(prose)
        .filter((code) => /^[A-Za-z]+[a-z][A-Z][A-Za-z]+$/u.test(code) && !words.has(code))
        .map((code) => `${path}: ${code}`),
    )
    expect(gone).toEqual([])
  })
})

describe('commands', () => {
  it('are scripts of the package', () => {
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/gu)]
        .map(([, run, plain]) => run ?? plain ?? '')
        .filter((name) => !scripts.includes(name))
        .map((name) => `${path}: npm run ${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('stand in the README, each script of the package', () => {
    const codes = new Set(codeOf(page('README.md').prose).map((code) => code.replace(/^npm (?:run )?/u, '')))
    expect(scripts.filter((name) => !codes.has(name))).toEqual([])
  })

  it('run checks that are there', () => {
    const unknown = pages.flatMap(({ text }) =>
      [...text.matchAll(/npm run verify -- ([a-z]+)/gu)]
        .map(([, name = '']) => name)
        .filter((name) => !files.includes(`verify/${name}/main.ts`)),
    )
    expect(unknown).toEqual([])
  })

  it('name specs and configurations that are there', () => {
    const gone = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:playwright test|vitest run --project \w+|node) ([\w-]+[./][\w./-]+)/gu)]
        .map(([, target = '']) => target)
        .filter((target) => !files.includes(target) && !folders.has(target))
        .map((target) => `${path}: ${target}`),
    )
    expect(gone).toEqual([])
  })
})

describe('options', () => {
  const section = (path: string, heading: string): string =>
    page(path).text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ??
    expect.fail(`${path} has no "${heading}"`)

  it('of the program are those of the README', () => {
    const synopsis = /```\n(npm start -- .*?)```/su.exec(section('README.md', 'Options'))?.[1] ?? ''
    expect(optionsIn(synopsis)).toEqual([...launchOptionNames].sort())
    expect(optionsIn(section('README.md', 'Options').replace(synopsis, ''))).toEqual(
      [...launchOptionNames].sort(),
    )
  })

  it('of the simulator are those of its README', () => {
    expect(optionsIn(section('simulator/README.md', 'Run it'))).toEqual(
      [...optionsIn(USAGE), 'cacert'].sort(),
    )
  })

  it('of every other command are read by it', async () => {
    const commands = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run verify -- ([a-z]+)(.*)|node (bench\/[\w-]+\.ts)(.*?)(?:`|$)/gmu)].map(
        ([, check, of, bench, rest]) => ({
          path,
          folder: check === undefined ? (bench ?? '').replace('.ts', '') : `verify/${check}/`,
          options: optionsIn((of ?? rest ?? '').split('#')[0] ?? ''),
        }),
      ),
    )
    const unknown: string[] = []
    for (const { path, folder, options } of commands) {
      const sources = await Promise.all(
        files
          .filter((file) => file.startsWith(folder) && file.endsWith('.ts') && !file.endsWith('.spec.ts'))
          .map((file) => readFile(join(root, file), 'utf8')),
      )
      const isRead = (name: string): boolean =>
        sources.some((source) => new RegExp(String.raw`(?:^|\W)'?${name}'?: \{\s*type:`, 'mu').test(source))
      unknown.push(...options.filter((name) => !isRead(name)).map((name) => `${path}: ${folder} --${name}`))
    }
    expect(unknown).toEqual([])
  })

  it('elsewhere are options of the program, of its hosts or of its tools', () => {
    const ofTools = ['project', 'headless', 'no-sandbox']
    const known = new Set([...launchOptionNames, ...optionsIn(USAGE), ...ofTools])
    const own = /^(?:README|docs\/(?!verification)|src\/)/u
    const unknown = pages
      .filter(({ path }) => own.test(path))
      .flatMap(({ path, prose }) =>
        codeOf(prose)
          .filter((code) => !code.includes('(--'))
          .flatMap(optionsIn)
          .filter((name) => !known.has(name))
          .map((name) => `${path}: --${name}`),
      )
    expect(unknown).toEqual([])
  })
})
