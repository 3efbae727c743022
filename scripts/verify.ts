import { readdirSync, existsSync } from 'node:fs'

/** What each folder of `verify/` offers in its `main.ts`. */
interface Check {
  /** Runs the check with the arguments behind its name; the exit code. */
  readonly main: (args: readonly string[]) => Promise<number>
}

const folder = new URL('../verify/', import.meta.url)

/** Names of the checks there are: the folders with a `main.ts`. */
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/main.ts`, folder)))
  .map(({ name }) => name)
  .sort()

const [name = '', ...args] = process.argv.slice(2)

if (names.includes(name)) {
  const check = (await import(new URL(`${name}/main.ts`, folder).href)) as Check
  process.exitCode = await check.main(args)
} else {
  console.error(
    `Usage: npm run verify -- <check> [options]\nChecks: ${names.join(', ')} (see verify/README.md)`,
  )
  process.exitCode = 2
}
