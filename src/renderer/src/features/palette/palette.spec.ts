import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { err } from '../../../../shared/result.ts'
import { announced } from '../../testing/announced.ts'
import { renderApp } from '../../testing/render-app.ts'
import {
  agentStateView,
  commandsSnapshot,
  deskSnapshot,
  preferencesSnapshot,
  signedOut,
} from '../../testing/snapshots.ts'
import { deferred, refused, stubBridge, type StubBridge } from '../../testing/stub-bridge.ts'

beforeEach(() => localStorage.clear())
afterEach(() => localStorage.clear())

async function open(bridge: StubBridge = stubBridge(deskSnapshot())) {
  const screen = await renderApp(bridge)
  await userEvent.keyboard('{Control>}k{/Control}')
  const dialog = screen.getByRole('dialog', { name: 'Command palette' })
  const field = dialog.getByRole('combobox', { name: 'Command' })
  await expect.element(field).toHaveFocus()
  const rows = () =>
    dialog
      .getByRole('option')
      .elements()
      .map((row) => row.textContent.trim())
  return { bridge, screen, dialog, field, rows }
}

const ran = (bridge: StubBridge) => bridge.runCommand.mock.calls.map(([{ text }]) => text)

describe('nothing is run', () => {
  test('that cannot work now, and the reason stands beside it', async () => {
    const { bridge, dialog } = await open(stubBridge(deskSnapshot({ agentState: agentStateView('idle') })))
    await userEvent.keyboard('agent state idle')
    const row = dialog.getByRole('option', { name: /^Agent state: Idle/ })
    await expect.element(row).toHaveAttribute('aria-disabled', 'true')
    await expect.element(row).toMatchTextContent('This is the present state')
    await userEvent.keyboard('{Enter}')
    await row.click({ force: true })
    expect(bridge.runCommand).not.toHaveBeenCalled()
  })

  test('that is hard to take back, at the first Enter, nor by moving on and back', async () => {
    const { bridge, dialog } = await open()
    await userEvent.keyboard('sign out{Enter}')
    await expect
      .element(dialog.getByRole('option', { name: /^Sign out/ }))
      .toMatchTextContent('Press Enter again')
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}')
    expect(bridge.runCommand).not.toHaveBeenCalled()
    await userEvent.keyboard('{Enter}')
    expect(ran(bridge)).toEqual(['sign-out'])
  })

  test('twice while it is under way', async () => {
    const bridge = stubBridge(deskSnapshot())
    const answer = deferred<Awaited<ReturnType<StubBridge['runCommand']>>>()
    bridge.runCommand.mockReturnValue(answer.promise)
    const { dialog } = await open(bridge)
    await userEvent.keyboard('busy{Enter}{Enter}')
    await expect.element(dialog).toMatchTextContent('Under way')
    expect(ran(bridge)).toEqual(['state=busy'])
    answer.resolve({ ok: true, value: null })
    await expect.element(dialog).not.toBeInTheDocument()
  })

  test('and an error stays, with what to do next', async () => {
    const bridge = stubBridge(deskSnapshot())
    bridge.runCommand.mockResolvedValueOnce(refused({ reason: 'just-changed' }))
    bridge.runCommand.mockResolvedValueOnce(
      err({ code: 'refused', reason: 'not-now', unavailable: 'no-such-queue' }),
    )
    const { dialog } = await open(bridge)
    await userEvent.keyboard('busy{Enter}')
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Not done: Agent state: Busy')
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('press again')
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('There is no such queue')
    await userEvent.keyboard('y')
    await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument()
  })
})

describe('finding', () => {
  test('a switch offers the order that changes it, and says how it stands', async () => {
    const { rows } = await open()
    await userEvent.keyboard('after call')
    await expect.poll(rows).toEqual(['Enter idle after call: turn off now: on'])
  })

  test('words in any order, without accents and capitals', async () => {
    const { rows } = await open()
    await userEvent.keyboard('SUPPORT transfér')
    await expect.poll(rows).toEqual(['Transfer longest-waiting call to Technical support'])
  })

  test('in Spanish, by Spanish words and by English ones', async () => {
    const bridge = stubBridge(deskSnapshot())
    bridge.getPreferences.mockResolvedValue({ ok: true, value: preferencesSnapshot({ language: 'es' }) })
    const screen = await renderApp(bridge)
    await expect.poll(() => document.documentElement.lang).toBe('es')
    await userEvent.keyboard('{Control>}k{/Control}')
    const option = screen.getByRole('option', { name: /^Cerrar sesión/ })
    await userEvent.keyboard('cerrar sesion')
    await expect.element(option).toBeVisible()
    await userEvent.clear(screen.getByRole('combobox', { name: 'Comando' }))
    await userEvent.keyboard('sign out')
    await expect.element(option).toBeVisible()
  })

  test('a command that is written out runs, offered or not', async () => {
    const { bridge } = await open()
    await userEvent.keyboard('auto-idle=toggle{Enter}')
    expect(ran(bridge)).toEqual(['auto-idle=toggle'])
  })

  test('nothing says so, and aloud', async () => {
    const { dialog } = await open()
    await userEvent.keyboard('xyzzy')
    await expect.element(dialog.getByText(/^Try another word/)).toBeVisible()
    await expect.poll(announced).toBe('No command matches.')
  })
})

describe('running', () => {
  test('by a click, and what was used last stands first the next time, also after a restart', async () => {
    const { bridge, dialog, screen } = await open()
    await userEvent.keyboard('linkage')
    await dialog.getByRole('option', { name: /^Phone linkage: turn on/ }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect(ran(bridge)).toEqual(['linkage=on'])
    await screen.unmount()
    const again = await open()
    await expect.poll(() => again.rows()[0]).toContain('Phone linkage: turn on')
    await expect.element(again.dialog.getByText('Used last')).toBeVisible()
  })

  test('keys are shown beside the command they run', async () => {
    const bridge = stubBridge(deskSnapshot())
    const view = { source: 'default', state: 'registered' } as const
    bridge.getCommands.mockResolvedValue({
      ok: true,
      value: commandsSnapshot({
        shortcuts: [
          { ...view, accelerator: 'F8', command: 'auto-idle=toggle' },
          { ...view, accelerator: 'F9', command: 'state=busy', state: 'taken' },
        ],
      }),
    })
    const { rows } = await open(bridge)
    await userEvent.keyboard('after call')
    await expect.poll(rows).toEqual(['Enter idle after call: turn off now: onF8'])
    await userEvent.clear(page.getByRole('combobox', { name: 'Command' }))
    await userEvent.keyboard('state: busy')
    await expect.poll(rows).toEqual(['Agent state: Busy'])
  })

  test('Escape closes and the focus is where it was', async () => {
    const screen = await renderApp(stubBridge(deskSnapshot()))
    const toggle = screen.getByRole('switch', { name: 'Phone linkage' })
    toggle.element().focus()
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(screen.getByRole('combobox', { name: 'Command' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(toggle).toHaveFocus()
  })

  test('other doors open it, also before the sign-in, where most can do nothing', async () => {
    const agentState = agentStateView('idle', { unavailable: 'not-signed-in' })
    const bridge = stubBridge(signedOut({ agentState }))
    const screen = await renderApp(bridge)
    bridge.pushShow('palette')
    const dialog = screen.getByRole('dialog', { name: 'Command palette' })
    await expect
      .element(dialog.getByRole('option', { name: /^Agent state: Idle/ }))
      .toMatchTextContent('Sign in first')
    await expect
      .element(dialog.getByRole('option', { name: /^Show the settings/ }))
      .not.toHaveAttribute('aria-disabled')
  })
})

test('a view that was asked for stays, though the focus was on the tab of the one before', async () => {
  const bridge = stubBridge(deskSnapshot())
  const screen = await renderApp(bridge)
  await screen.getByRole('tab', { name: 'Desk' }).click()
  await userEvent.keyboard('{Control>}k{/Control}')
  await expect.element(screen.getByRole('combobox', { name: 'Command' })).toHaveFocus()
  bridge.pushShow('roster')
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  const team = screen.getByRole('tab', { name: 'Team' })
  await expect.element(team).toHaveFocus()
  await expect.element(team).toHaveAttribute('aria-selected', 'true')
})
