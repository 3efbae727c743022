import { clipboard, shell } from 'electron'
import type { AboutView } from '../../shared/domain/about.ts'
import { ok } from '../../shared/result.ts'
import type { RunTarget } from '../agent/create-desk.ts'
import { ConnectionCheck } from '../connection-check/connection-check.ts'
import { reportText } from '../connection-check/report-text.ts'
import type { DemoStarter } from '../demo/demo-starter.ts'
import { GatewaySwitch } from '../demo/gateway-switch.ts'
import { About } from '../diagnostics/about.ts'
import type { RequestCounter } from '../diagnostics/request-counter.ts'
import type { HelpServices } from '../ipc/help-handlers.ts'
import { findEntries } from '../journal/find-entries.ts'
import type { ProgramFacts } from '../journal/support-file.ts'
import { demoTarget, type Target } from '../launch/choose-target.ts'
import type { Common, WindowsAccess } from './common.ts'

export interface HelpDeps {
  readonly windows: Pick<WindowsAccess, 'receivers'>
  readonly demo: DemoStarter
  /** What this run goes to at its beginning. */
  readonly initial: Target
  readonly useTarget: (target: RunTarget) => void
  readonly diagnostics: RequestCounter
  readonly program: ProgramFacts & Pick<AboutView, 'host'>
  readonly userData: string
}

/** Builds what first run, connection check, About and the journal view reach. */
export function composeHelp(common: Common, deps: HelpDeps): HelpServices {
  const { desk, settings, preferences, journal, clock, log, end, launch } = common
  const { windows, demo, initial, useTarget, diagnostics, program, userData } = deps
  const check = new ConnectionCheck({
    desk,
    now: () => clock.now(),
    journal,
    tell: (report) => {
      for (const receiver of windows.receivers())
        if (receiver.isLive()) receiver.send('connection:progress', report)
    },
  })
  end.add('connection check', () => check.dispose())
  const gateways = new GatewaySwitch({
    desk,
    useTarget,
    settings,
    preferences,
    initial,
    startDemo: async () => {
      const ready = await demo.ready()
      return ready.ok ? ok(demoTarget(ready.value, launch.managementAddress)) : ready
    },
    log: log.scope('gateway'),
  })
  gateways.start()
  end.add('gateway switch', () => gateways.dispose())
  const { version, host, system } = program
  const about = new About({
    facts: { version, host, system, userData },
    versions: process.versions,
    diagnostics,
    openPath: (path) => shell.openPath(path),
    log: log.scope('about'),
  })
  return {
    check: {
      run: (input) => check.run(input),
      cancel: () => check.cancel(),
      stop: () => check.stop(),
      text: () =>
        check.report === null
          ? null
          : reportText(check.report, `Version ${version}, host ${host}, ${system}`),
    },
    gateways,
    about,
    journal: { find: (ids) => findEntries(journal, ids) },
    copy: (text) => clipboard.writeText(text),
  }
}
