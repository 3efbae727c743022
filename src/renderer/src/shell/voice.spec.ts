import { expect, test } from 'vitest'
import { announced } from '../testing/announced.ts'
import { renderApp } from '../testing/render-app.ts'
import {
  agentStateView,
  confirmed,
  deskSnapshot,
  doubtful,
  preferencesSnapshot,
  switchView,
} from '../testing/snapshots.ts'
import { stubBridge } from '../testing/stub-bridge.ts'

/* What the window says to those who listen. That texts take turns is told in `ui/announcer`. */

/** Everything announced from now on, in its order. */
function listen(): { readonly said: readonly string[] } {
  const said: string[] = []
  new MutationObserver(() => {
    const text = announced()
    if (text !== '') said.push(text)
  }).observe(document.querySelector('[data-announcer]')!, { subtree: true, childList: true })
  return { said }
}

test.each(['desk', 'roster', 'activity'])('the state is announced with %s open', async (view) => {
  const bridge = stubBridge(deskSnapshot())
  await renderApp(bridge, { 'deskside.view': view })
  await expect.poll(() => document.title).toMatch(/^Idle/)
  bridge.pushSnapshot(deskSnapshot({ revision: 2, agentState: agentStateView('busy') }))
  await expect.poll(announced).toBe('Busy')
})

test('after a silence of the gateway the state is said once more', async () => {
  const bridge = stubBridge(deskSnapshot())
  await renderApp(bridge)
  await expect.poll(() => document.title).toMatch(/^Idle/)
  const { said } = listen()
  bridge.pushSnapshot(deskSnapshot({ revision: 2, session: doubtful }))
  await expect.poll(() => document.title).toMatch(/^No answer/)
  bridge.pushSnapshot(deskSnapshot({ revision: 3, agentState: agentStateView('busy') }))
  await expect.poll(() => said.at(-1)).toBe('Busy')
})

test('a truth line says its switch and its verdict, and not that the same was seen again', async () => {
  const linkage = (revision: number, at: number, state: 'idle' | 'busy' = 'idle') =>
    deskSnapshot({
      revision,
      linkage: switchView({ ...confirmed(true), seen: { value: true, at, by: 'event' } }),
      agentState: agentStateView(state),
    })
  const bridge = stubBridge(deskSnapshot({ linkage: switchView<boolean>() }))
  const screen = await renderApp(bridge)
  await expect.element(screen.getByRole('switch', { name: 'Phone linkage' })).toBeVisible()
  const { said } = listen()
  const now = Date.now()
  bridge.pushSnapshot(linkage(2, now - 300_000))
  await expect.poll(() => said.at(-1)).toMatch(/^Phone linkage: Confirmed/)
  bridge.pushSnapshot(linkage(3, now))
  bridge.pushSnapshot(linkage(4, now, 'busy'))
  await expect.poll(() => said.at(-1)).toBe('Busy')
  expect(said).toHaveLength(2)
})

test('another language is no news', async () => {
  const bridge = stubBridge(deskSnapshot())
  await renderApp(bridge)
  await expect.poll(() => document.title).toMatch(/^Idle/)
  const { said } = listen()
  bridge.pushPreferences(preferencesSnapshot({ language: 'es' }, 2))
  await expect.poll(() => document.documentElement.lang).toBe('es')
  bridge.pushSnapshot(deskSnapshot({ revision: 2, agentState: agentStateView('busy') }))
  await expect.poll(() => said).toEqual(['Ocupado'])
})
