import * as v from 'valibot'
import { commandMaxLength, type Command } from '../../shared/commands/command.ts'
import { formatCommand } from '../../shared/commands/format-command.ts'
import { parseCommand } from '../../shared/commands/parse-command.ts'
import { linkMaxLength } from '../links/read-link.ts'
import type { LaunchOptions } from './launch-options.ts'

/** What a second start hands to the first. It comes from another process, so it is checked. */
const secondStartSchema = v.object({
  wantsNewWindow: v.boolean(),
  command: v.nullable(v.pipe(v.string(), v.maxLength(commandMaxLength))),
  // One more than a link may have: it is then told to be none, as one by another way would be.
  link: v.nullable(v.pipe(v.string(), v.maxLength(linkMaxLength + 1))),
})
export type SecondStart = v.InferOutput<typeof secondStartSchema>

const nothingWanted: SecondStart = { wantsNewWindow: false, command: null, link: null }

/** What of this command line the program that runs already is to do. */
export function secondStartOf({
  wantsNewWindow,
  command,
  link,
}: Pick<LaunchOptions, 'wantsNewWindow' | 'command' | 'link'>): SecondStart {
  return {
    wantsNewWindow,
    command: command === null ? null : formatCommand(command),
    link: link?.slice(0, linkMaxLength + 1) ?? null,
  }
}

/** One line for the terminal of the second start. What becomes of a command is told in the first, as a notice. */
export function describeSecondStart({ wantsNewWindow, command, link }: SecondStart): string {
  if (wantsNewWindow) return 'it opens one more window'
  if (command !== null) return `the command was handed over to it: ${command}`
  return link === null ? 'it shows its window' : 'the link was handed over to it'
}

/** The part of the first program that a second start reaches. */
export interface SecondStartTarget {
  reveal(): void
  openWindow(): void
  runCommand(command: Command): void
  openLink(link: string): void
  tellSecondStart(): void
}

/** Does what a second start asks for, as soon as the program runs: it may itself be starting still. */
export function followSecondStart(
  data: unknown,
  whenRunning: (act: (running: SecondStartTarget) => void) => void,
): void {
  const parsed = v.safeParse(secondStartSchema, data)
  const { wantsNewWindow, command, link } = parsed.success ? parsed.output : nothingWanted
  const asked = command === null ? null : parseCommand(command)
  whenRunning((running) => {
    if (asked?.ok === true) running.runCommand(asked.value)
    if (link !== null) running.openLink(link)
    if (wantsNewWindow) running.openWindow()
    // Who hands over a command or a link works in another program, and goes on there.
    else if (asked === null && link === null) {
      running.reveal()
      running.tellSecondStart()
    }
  })
}
