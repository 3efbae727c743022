import { describe, expect, it } from 'vitest'
import { runParts, type Part } from './run-parts.ts'

const parts: readonly Part[] = [
  { name: 'types' },
  { name: 'build' },
  { name: 'e2e', needs: 'build' },
  { name: 'report', needs: 'e2e' },
]

async function run(failing: readonly string[]) {
  const ran: string[] = []
  const said: string[] = []
  const total = await runParts(
    parts,
    async ({ name }) => {
      ran.push(name)
      return failing.includes(name) ? { passed: 2, failed: 3 } : { passed: 5, failed: 0 }
    },
    (line) => said.push(line),
  )
  return { ran, said, total }
}

describe('a part that fails', () => {
  it('keeps those that need it from running; they count as failed', async () => {
    expect(await run(['build'])).toEqual({
      ran: ['types', 'build'],
      said: ['== e2e: not run, because build failed', '== report: not run, because e2e failed'],
      total: { passed: 7, failed: 5 },
    })
  })

  it('does not hide the others', async () => {
    const { ran, total } = await run(['types'])
    expect([ran, total]).toEqual([['types', 'build', 'e2e', 'report'], { passed: 17, failed: 3 }])
  })
})

it('all is well when all parts are', async () => {
  expect(await run([])).toMatchObject({ said: [], total: { passed: 20, failed: 0 } })
})
