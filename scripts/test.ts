import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exit, stdout } from 'node:process'
import * as v from 'valibot'
import { runParts, type Part as Named, type Tally } from './test/run-parts.ts'

/*
 * The one command that proves the project: types, lint, format, unit, component and end-to-end specs. A part that fails
 * does not hide the ones after it. The last line is "N passed, N failed" over everything.
 */

interface Part extends Named {
  readonly command: readonly string[]
  /** Reads the counts from what the part wrote; without it the part itself is one check. */
  readonly count?: () => Promise<Tally>
  readonly env?: Readonly<Record<string, string>>
}

const reports = join('.tmp', 'test-reports')
const root = join(import.meta.dirname, '..')

const vitestReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number() })
const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
})

async function readReport(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, reports, name), 'utf8')) as unknown
}

async function countVitest(name: string): Promise<Tally> {
  const report = v.parse(vitestReport, await readReport(name))
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

/** A test that passed only at the second try has failed: it cannot be trusted. */
async function countPlaywright(name: string): Promise<Tally> {
  const { stats } = v.parse(playwrightReport, await readReport(name))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

function vitest(project: string): Part {
  const file = `${project}.json`
  return {
    name: project === 'node' ? 'unit' : 'component',
    command: [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, file)}`,
    ],
    count: () => countVitest(file),
  }
}

const parts: readonly Part[] = [
  { name: 'types', command: ['vue-tsc', '--build'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  vitest('node'),
  vitest('browser'),
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
  {
    name: 'e2e',
    // An old build may still be there.
    needs: 'build',
    command: ['playwright', 'test', '--reporter=list,json'],
    count: () => countPlaywright('e2e.json'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, reports, 'e2e.json') },
  },
]

function run(part: Part): Promise<number> {
  const [program = '', ...args] = part.command
  return new Promise((resolve, reject) => {
    // npm puts the project's own programs first on PATH; `shell` finds their `.cmd` files on Windows.
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...part.env },
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

async function check(part: Part): Promise<Tally> {
  stdout.write(`\n== ${part.name}\n`)
  const startedAt = performance.now()
  const code = await run(part)
  stdout.write(`== ${part.name}: exit ${code}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  if (part.count === undefined) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const tally = await part.count().catch((error: unknown) => {
    stdout.write(`== ${part.name}: no report (${error instanceof Error ? error.message : String(error)})\n`)
    return { passed: 0, failed: 1 }
  })
  // A runner may fail outside its tests: an unhandled error, a file that does not load, no test at all.
  if (code !== 0 && tally.failed === 0) return { ...tally, failed: 1 }
  if (code === 0 && tally.passed === 0) return { passed: 0, failed: 1 }
  return tally
}

await rm(join(root, reports), { recursive: true, force: true })
await mkdir(join(root, reports), { recursive: true })
const total = await runParts(parts, check, (line) => stdout.write(`\n${line}\n`))
stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
exit(total.failed === 0 ? 0 : 1)
