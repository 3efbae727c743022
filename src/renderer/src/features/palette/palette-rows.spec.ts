import { expect, test } from 'vitest'
import type { CallView } from '../../../../shared/domain/call.ts'
import { formatCommand } from '../../../../shared/commands/format-command.ts'
import { defaultPreferences } from '../../../../shared/preferences/default-preferences.ts'
import { callView, deskSnapshot } from '../../testing/snapshots.ts'
import { paletteRows } from './palette-rows.ts'

function rowsFor(query: string, call: CallView | null) {
  const context = {
    snapshot: deskSnapshot({ call }),
    preferences: defaultPreferences,
    hasChosenQueues: false,
  }
  return paletteRows({ context, query, recent: [], name: formatCommand, englishName: formatCommand }).rows
}

test.each([
  ['without a call nothing of calls is offered', '', null, []],
  ['without a call, whoever looks for it reads why it cannot work', 'unmute', null, ['call=unmute no-call']],
  [
    'with one it can be used',
    'unmute',
    callView({ actions: { ...callView().actions, unmute: null } }),
    ['call=unmute null'],
  ],
])('%s', (_what, query, call, expected) => {
  const rows = rowsFor(query, call).filter(({ command }) => command.name === 'call')
  expect(rows.map(({ text, reason }) => `${text} ${String(reason)}`)).toEqual(expected)
})
