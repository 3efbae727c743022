import type { AppError } from '../../shared/app-error.ts'
import type { AboutView } from '../../shared/domain/about.ts'
import type { Diagnostics } from '../../shared/domain/diagnostics.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Logger } from '../logging/logger.ts'

export interface AboutDeps {
  readonly facts: Omit<AboutView, 'electron' | 'chromium' | 'node'>
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly diagnostics: { read(): Diagnostics }
  /** Opens a folder in the system's file manager; an empty text is success. */
  readonly openPath: (path: string) => Promise<string>
  readonly log: Logger
}

/** Says what program this is and on what it runs. */
export class About {
  readonly #deps: AboutDeps

  constructor(deps: AboutDeps) {
    this.#deps = deps
  }

  read(): AboutView {
    const { facts, versions } = this.#deps
    return {
      ...facts,
      // The trial host claims Electron's version towards libraries; there is no Electron all the same.
      electron: facts.host === 'electron' ? (versions.electron ?? null) : null,
      chromium: versions.chrome ?? null,
      node: versions.node ?? '',
    }
  }

  /** In English whatever the program's language: it is read by support. */
  diagnosticsText(): string {
    const { version, host, electron, chromium, node, system } = this.read()
    const { startedAt, requests, ...figures } = this.#deps.diagnostics.read()
    return [
      `Deskside ${version}, host ${host}`,
      `Electron ${electron ?? 'none'}, Chromium ${chromium ?? 'unknown'}, Node ${node}`,
      system,
      `Running since ${new Date(startedAt).toISOString()}`,
      `Requests in the last hour: ${figures.requestsLastHour}; most queue queries in two seconds: ${figures.queueQueryPeak}`,
      `Answers: median ${figures.answerMedianMs ?? 'none'} ms, slowest ${figures.answerSlowestMs ?? 'none'} ms`,
      `Activity log on disk: ${figures.isJournalKept ? 'yes' : 'no'}`,
      ...requests.map(
        ({ name, lastHour, failedLastHour, sinceStart }) =>
          `  ${name}: ${lastHour} in the last hour, ${failedLastHour} of them failed, ${sinceStart} since the start`,
      ),
      '',
    ].join('\n')
  }

  /** Only ever this one folder. */
  async openUserData(): Promise<Result<null, AppError>> {
    const problem = await this.#deps.openPath(this.#deps.facts.userData)
    if (problem === '') return ok(null)
    this.#deps.log.warn('the data folder could not be opened', { problem })
    return err({ code: 'storage-failed' })
  }
}
