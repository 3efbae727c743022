import { expect, type Page } from '@playwright/test'
import { SingleInstance } from '../../hosts/chromium/electron/single-instance.ts'
import { parseLaunch } from '../../src/main/launch/launch-options.ts'
import { formatCommand } from '../../src/shared/commands/format-command.ts'
import type { Door } from '../../src/shared/domain/truth-line.ts'
import type { App } from '../support/app.ts'
import { startProgram } from '../support/child-process.ts'
import { appCommand } from '../support/host.ts'
import type { DoorsStage } from './stage.ts'

/** What a command needs to be asked for at a door beside its text. */
export interface Route {
  readonly text: string
  /** The clicks of the window; missing where the window has none. */
  readonly window?: (page: Page) => Promise<void>
  /** The path of the menu; missing where the agreed menu has none. */
  readonly tray?: readonly string[]
  /** The palette asks a second time, and a link before it does anything. */
  readonly isConfirmed?: boolean
  readonly isAskedForLinks?: boolean
  /** At the command line the program is really started a second time; of the others only what that would hand over comes. */
  readonly isStartedAgain?: boolean
}

/** Asks for a command at a door, as a person or another program would; says nothing about what follows. */
export const ask: Readonly<Record<Door, (stage: DoorsStage, route: Route) => Promise<void>>> = {
  window: async ({ app }, { window }) => {
    await window?.(app.page)
  },
  tray: async ({ app }, { tray = [] }) => app.clickTray(...tray),
  shortcut: async ({ app, keysOf }, { text }) => {
    await app.control('POST', '/shortcuts/press', { accelerator: keysOf(text) })
  },
  palette: async ({ app: { page } }, { text, isConfirmed }) => {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Command', exact: true })
    await field.fill(text)
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    await field.press('Enter')
    if (isConfirmed === true) await field.press('Enter')
    await expect(field).toHaveCount(0)
  },
  'command-line': async ({ app }, { text, isStartedAgain = false }) => {
    if (isStartedAgain) expect(await startAgain(app, '--command', text)).toContain('handed over')
    else handOver(app, '--command', text)
  },
  'deep-link': async ({ app }, { text, isAskedForLinks = true }) => {
    const [name = '', ...value] = text.split('=')
    const path = value.length === 0 ? name : `${name}/${encodeURIComponent(value.join('='))}`
    await app.control('POST', '/open-url', { url: `deskside://${path}` })
    if (isAskedForLinks) await answerDialog(app, 0)
  },
}

interface OpenDialog {
  readonly id: number
  readonly detail?: string
}

/** Answers the question that is open; 0 is its first button. */
export async function answerDialog(app: App, response: number): Promise<void> {
  await expect.poll(() => app.control<readonly OpenDialog[]>('GET', '/dialogs')).toHaveLength(1)
  const [dialog] = await app.control<readonly OpenDialog[]>('GET', '/dialogs')
  await app.control('POST', `/dialogs/${String(dialog?.id)}`, { response })
}

/**
 * Does what a second start does once it knows its command line: it leaves a message with the first. A second start costs a
 * second of two processors, and is the same for every command.
 */
function handOver(app: App, ...argv: readonly string[]): void {
  const workingDirectory = process.cwd()
  const launch = parseLaunch(argv, workingDirectory)
  if (!launch.ok || launch.value.command === null) throw new Error(`not understood: ${argv.join(' ')}`)
  const second = new SingleInstance(app.userData)
  const additionalData = { wantsNewWindow: false, command: formatCommand(launch.value.command), link: null }
  const isFirst = second.acquire({ argv, workingDirectory, additionalData }, () => undefined)
  second.release()
  expect(isFirst, 'the program runs').toBe(false)
}

/** Starts the program once more on the same profile; answers what it printed when it has ended. */
export async function startAgain(app: App, ...options: readonly string[]): Promise<string> {
  const program = startProgram([
    ...(await appCommand()),
    '--headless',
    ...['--user-data-dir', app.userData],
    ...options,
  ])
  await program.ended
  return program.output()
}
