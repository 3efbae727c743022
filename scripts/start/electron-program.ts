import { spawn } from 'node:child_process'
import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A download of a hundred megabytes may take this long; without a network it fails within a second. */
const installLimitMs = 5 * 60_000

/**
 * Electron's program, or null where it is not installed. `ELECTRON_EXEC_PATH` names one of one's own. Electron's package
 * is not imported: looking for the program, it would try to download it.
 */
export async function electronProgram(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const own = env.ELECTRON_EXEC_PATH
  if (own !== undefined && own !== '') return own
  const folder = join(root, 'node_modules', 'electron')
  const name = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => null)
  if (name === null) return null
  const program = join(folder, 'dist', name.trim())
  return access(program, constants.X_OK).then(
    () => program,
    () => null,
  )
}

/** Lets Electron's own installer fetch the program; null when it could not. Its output would only alarm. */
export async function installElectron(root: string): Promise<string | null> {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: installLimitMs })
    child.once('error', () => resolve(null))
    child.once('exit', resolve)
  })
  return code === 0 ? electronProgram(root, {}) : null
}
