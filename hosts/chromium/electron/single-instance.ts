import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { decode, encode } from '../ipc/codec.ts'

/** What a second start tells the first. */
export interface SecondStart {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

/** When a process was started, where the system tells: a number reused after a crash must not look alive. */
function startTime(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ')[19] ?? ''
    )
  } catch {
    return ''
  }
}

function isAlive(identity: string): boolean {
  const [pidText = '', started = ''] = identity.split('\n')
  const pid = Number(pidText)
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: alive, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startTime(pid) === started
}

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code
}

/**
 * One instance per user data folder. The lock is a file made by a hard link, which is atomic everywhere; a second start
 * leaves its message in an inbox folder and is told "no" at once, without waiting for the first.
 */
export class SingleInstance {
  readonly #lockPath: string
  readonly #inboxPath: string
  #watcher: FSWatcher | undefined

  constructor(folder: string) {
    this.#lockPath = join(folder, 'SingletonLock')
    this.#inboxPath = join(folder, 'SingletonInbox')
    mkdirSync(this.#inboxPath, { recursive: true })
  }

  get isHeld(): boolean {
    return this.#watcher !== undefined
  }

  /** True = this is the first instance, and `onSecond` hears of later ones. False = the first has been told. */
  acquire(start: SecondStart, onSecond: (second: SecondStart) => void): boolean {
    if (this.isHeld) return true
    while (!this.#tryLock()) {
      const holder = this.#readLock()
      if (holder !== undefined && isAlive(holder)) {
        this.#leaveMessage(start)
        return false
      }
      this.#removeStale(holder)
    }
    for (const stale of readdirSync(this.#inboxPath)) rmSync(join(this.#inboxPath, stale), { force: true })
    this.#watcher = watch(this.#inboxPath, () => this.#readInbox(onSecond))
    this.#watcher.unref()
    return true
  }

  release(): void {
    if (!this.isHeld) return
    this.#watcher?.close()
    this.#watcher = undefined
    rmSync(this.#lockPath, { force: true })
  }

  #tryLock(): boolean {
    const draft = `${this.#lockPath}.${randomUUID()}`
    writeFileSync(draft, `${String(process.pid)}\n${startTime(process.pid)}`)
    try {
      linkSync(draft, this.#lockPath)
      return true
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false
      throw error
    } finally {
      unlinkSync(draft)
    }
  }

  #readLock(): string | undefined {
    try {
      return readFileSync(this.#lockPath, 'utf8')
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    }
  }

  /** Two late-comers may find the same dead holder: the one who moved away a living lock puts it back. */
  #removeStale(expected: string | undefined): void {
    if (expected === undefined) return
    const aside = `${this.#lockPath}.${randomUUID()}`
    try {
      renameSync(this.#lockPath, aside)
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return
      throw error
    }
    if (readFileSync(aside, 'utf8') === expected) unlinkSync(aside)
    else renameSync(aside, this.#lockPath)
  }

  #leaveMessage(start: SecondStart): void {
    const name = randomUUID()
    const draft = join(this.#inboxPath, `.${name}`)
    writeFileSync(draft, encode(start))
    renameSync(draft, join(this.#inboxPath, name))
  }

  #readInbox(onSecond: (second: SecondStart) => void): void {
    for (const name of readdirSync(this.#inboxPath).filter((entry) => !entry.startsWith('.'))) {
      const path = join(this.#inboxPath, name)
      const text = readFileSync(path, 'utf8')
      unlinkSync(path)
      onSecond(decode(text) as SecondStart)
    }
  }
}
