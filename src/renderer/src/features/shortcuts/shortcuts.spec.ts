import { createPinia } from 'pinia'
import { describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import { userEvent } from 'vitest/browser'
import { bridgeKey } from '../../bridge/bridge.ts'
import { guardBridge } from '../../bridge/guarded-bridge.ts'
import { createText } from '../../i18n/text.ts'
import '../../styles/main.css'
import { useDesk } from '../../stores/desk.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { commandsSnapshot, deskSnapshot, preferencesSnapshot } from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'
import type { ShortcutState, ShortcutTest } from '../../../../shared/commands/commands-snapshot.ts'
import { withAnnouncer } from '../../ui/announcer/testing/with-announcer.ts'
import ShortcutSettings from './ShortcutSettings.vue'

const busy = { accelerator: 'CommandOrControl+Shift+F12', command: 'state=busy', source: 'default' } as const
const answer = {
  accelerator: 'CommandOrControl+Shift+F9',
  command: 'call=answer',
  source: 'default',
} as const

async function open(state: ShortcutState = 'registered') {
  const bridge = stubBridge(deskSnapshot())
  bridge.getCommands.mockResolvedValue({
    ok: true,
    value: commandsSnapshot({
      shortcuts: [
        { ...busy, state },
        { ...answer, state: 'registered' },
      ],
    }),
  })
  bridge.getPreferences.mockResolvedValue({ ok: true, value: preferencesSnapshot() })
  const pinia = createPinia()
  const screen = await render(ShortcutSettings, {
    global: {
      plugins: [pinia, createText('en')],
      provide: { [bridgeKey]: guardBridge(bridge), ...withAnnouncer().provide },
    },
  })
  await Promise.all([useDesk(pinia).load(), usePreferences(pinia).load()])
  const row = screen.getByRole('group', { name: 'Keys for Agent state: Busy' })
  await expect.element(row).toBeVisible()
  const record = async (keys: string): Promise<void> => {
    await row.getByRole('button', { name: 'Change the keys for Agent state: Busy' }).click()
    await expect.element(row.getByRole('button', { name: 'Press the new keys…' })).toHaveFocus()
    await userEvent.keyboard(keys)
  }
  return { bridge, screen, row, record }
}

const saved = (bridge: ReturnType<typeof stubBridge>) =>
  bridge.changePreferences.mock.calls.map(([{ shortcuts }]) => shortcuts)

describe('keys that are not taken', () => {
  test.each([
    ['a letter alone', 'b', 'Add Ctrl, Alt'],
    [
      'keys of another command',
      '{Control>}{Shift>}{F9}{/Shift}{/Control}',
      'already stand for: Call: answer',
    ],
  ])('%s', async (_name, keys, said) => {
    const { bridge, row, record } = await open()
    await record(keys)
    await expect.element(row).toMatchTextContent(said)
    expect(saved(bridge)).toEqual([])
    await expect.element(row.getByRole('button', { name: 'Press the new keys…' })).toHaveFocus()
  })

  test('after Escape, and the keys in force work again', async () => {
    const { bridge, row, record } = await open()
    await record('{Escape}')
    await expect.element(row.getByRole('button', { name: /^Change/ })).toHaveFocus()
    expect(saved(bridge)).toEqual([])
    expect(bridge.recordShortcut.mock.calls.map(([input]) => input.isRecording)).toEqual([true, false])
  })

  test('when they cannot be saved, which is said', async () => {
    const { bridge, screen, record } = await open()
    bridge.changePreferences.mockResolvedValueOnce(refused({ code: 'storage-failed' }))
    await record('{F7}')
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The keys could not be saved')
  })
})

test('new keys replace the old ones', async () => {
  const { bridge, record } = await open()
  await record('{Control>}{Alt>}b{/Alt}{/Control}')
  await expect
    .poll(() => saved(bridge))
    .toEqual([{ [busy.accelerator]: '', 'CommandOrControl+Alt+B': 'state=busy' }])
})

test('Backspace takes them away, and undo gives them back', async () => {
  const { bridge, screen, record } = await open()
  await record('{Backspace}')
  await expect.element(screen.getByRole('status')).toMatchTextContent('Removed: Agent state: Busy')
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => saved(bridge)).toEqual([{ [busy.accelerator]: '' }, {}])
})

test('a command without keys gets some', async () => {
  const { bridge, screen } = await open()
  await screen.getByRole('combobox', { name: 'Command' }).click()
  await userEvent.keyboard('quit{Enter}')
  const row = screen.getByRole('group', { name: 'Keys for Quit Deskside' })
  await row.getByRole('button', { name: 'Change the keys for Quit Deskside' }).click()
  await userEvent.keyboard('{F7}')
  await expect.poll(() => saved(bridge)).toEqual([{ F7: 'quit' }])
  await expect.element(row).not.toBeInTheDocument()
})

test.each([
  ['registered', 'Ready'],
  ['taken', 'Taken by another program · Choose other keys'],
  ['clash', 'Change one of the two'],
  ['not-valid', 'cannot be used'],
  ['paused', 'once you are signed in'],
] as const)('what the system said is shown: %s', async (state, said) => {
  const { row } = await open(state)
  await expect.element(row).toMatchTextContent(said)
})

test.each([
  ['heard', 'They arrived'],
  ['silent', 'Nothing arrived within ten seconds'],
] as readonly (readonly [ShortcutTest, string])[])('a test that is %s says so', async (outcome, said) => {
  const { bridge, row } = await open()
  bridge.testShortcut.mockResolvedValue({ ok: true, value: outcome })
  await row.getByRole('button', { name: 'Test the keys for Agent state: Busy' }).click()
  await expect.element(row).toMatchTextContent(said)
  expect(bridge.testShortcut).toHaveBeenCalledWith({ accelerator: busy.accelerator })
})
