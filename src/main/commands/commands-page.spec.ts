import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandTable } from '../../shared/commands/command-table.ts'
import { commandValues } from '../../shared/commands/command-values.ts'
import { commandNames } from '../../shared/commands/command.ts'

it('docs/commands.md has a line for each command, as the table has it', async () => {
  const page = await readFile(join(import.meta.dirname, '..', '..', '..', 'docs', 'commands.md'), 'utf8')
  const lines = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name, value, asks]) => [name, value, asks])
  expect(lines).toEqual(
    commandNames.map((name) => [
      `\`${name}\``,
      commandValues[name].hint,
      commandTable[name].changesState ? 'yes' : 'no',
    ]),
  )
})
