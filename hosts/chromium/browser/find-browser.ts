import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import bundled from '@sparticuz/chromium'

/** A Chromium-family program and the flags without which it does not start on this machine. */
export interface BrowserCommand {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly source: 'CHROME_PATH' | 'installed' | 'bundled'
}

const installedNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]
const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Chromium refuses to run its sandbox as root, the usual user inside containers. */
function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * Finds the browser to drive: `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else the one that came with
 * `npm ci`. Rejects when `CHROME_PATH` names something that cannot be executed: a wrong setting must not be ignored.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserCommand> {
  const chosen = env.CHROME_PATH
  if (chosen !== undefined && chosen !== '') {
    if (!(await isExecutable(chosen))) throw new Error(`CHROME_PATH is not an executable file: ${chosen}`)
    return { executablePath: chosen, args: sandboxArgs(), source: 'CHROME_PATH' }
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = [
    ...folders.flatMap((folder) => installedNames.map((name) => join(folder, name))),
    ...wellKnownPaths,
  ]
  for (const candidate of candidates) {
    if (await isExecutable(candidate)) {
      return { executablePath: candidate, args: sandboxArgs(), source: 'installed' }
    }
  }
  return { executablePath: await bundled.executablePath(), args: sandboxArgs(), source: 'bundled' }
}

/** What to tell a person who waits for a window that this browser cannot show; null when it can, or when none is wanted. */
export function missingWindow({ source }: BrowserCommand, headless: boolean): string | null {
  if (headless || source !== 'bundled') return null
  return 'No Chrome, Chromium or Edge was found, and the browser of npm ci shows no window: install one of them, or name it in CHROME_PATH.'
}
