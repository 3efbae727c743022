import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loginArguments, type LoginItem } from './login-item.ts'

/** A word of `Exec` (Desktop Entry Specification): quoted, since a path may hold spaces and `%` is a field code. */
function quoted(word: string): string {
  const escaped = word.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('\\', String.raw`\\`)
  return `"${escaped.replaceAll('%', '%%')}"`
}

function entry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Deskside',
    `Exec=${[program, ...loginArguments].map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** Desktops switch an entry off by a line in it. */
const switchedOff = /^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im

/**
 * The autostart folder of Linux desktops (Desktop Application Autostart Specification).
 *
 * @param configFolder `$XDG_CONFIG_HOME`, or what stands for it
 * @param program absolute path of what is to be started
 */
export function autostartFile(configFolder: string, program: string): LoginItem {
  const path = join(configFolder, 'autostart', 'deskside.desktop')
  return {
    isOn: async () => {
      try {
        return !switchedOff.test(await readFile(path, 'utf8'))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
        throw error
      }
    },
    set: async (isOn) => {
      if (!isOn) {
        await rm(path, { force: true })
        return
      }
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, entry(program))
    },
  }
}
