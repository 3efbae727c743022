import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectFiles, readPages, root } from './pages.ts'

/*
 * The protocol's page says which interfaces Deskside uses and which only its client knows. That changes with the desk, not
 * with the client, so nobody who changes it has the page before them.
 */

const files = (await projectFiles()).filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** Interfaces by the client's method for them, whose request has the same name; those without a path of their own are left out. */
async function interfacesByMethod(): Promise<ReadonlyMap<string, string>> {
  const sources = await Promise.all(
    files.filter((path) => path.startsWith('src/main/gateway/requests/')).map(read),
  )
  const requests = sources.flatMap((source) => source.split('\nexport ').slice(1))
  return new Map(
    requests.flatMap((request) => {
      const [, method] = /^(?:const|function) (\w+)/u.exec(request) ?? []
      const [, path] = /agentId,\s*['`]\/([a-z]+)/u.exec(request) ?? []
      return method === undefined || path === undefined ? [] : [[method, path]]
    }),
  )
}

it('says of each interface of the client whether Deskside uses it', async () => {
  const [page] = await readPages(['docs/protocol.md'])
  const table = page?.text.split('### 1.1 Who speaks what\n')[1]?.split('\n## ')[0] ?? ''
  const rows = [...table.matchAll(/^\| [a-z-]+ \(\d+\) .*$/gmu)].map(([row]) => row.split('|').slice(2, 4))
  const names = (column: number): readonly string[] =>
    rows.flatMap((row) => [...(row[column] ?? '').matchAll(/`(\w+)`/gu)].map(([, name = '']) => name))

  const users = await Promise.all(
    files.filter((path) => /^src\/main\/(?!gateway\/)(?!.*\/testing\/)/u.test(path)).map(read),
  )
  const isUsed = (method: string): boolean => users.some((source) => source.includes(`.${method}(`))
  const methods = [...(await interfacesByMethod())]
  expect(methods.length).toBeGreaterThan(30)
  const wrong = methods.filter(([method, path]) => !names(isUsed(method) ? 0 : 1).includes(path))
  expect(wrong).toEqual([])
})
