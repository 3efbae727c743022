import { createPinia } from 'pinia'
import { expect, test } from 'vitest'
import { createApp } from 'vue'
import { bridgeKey } from '../bridge/bridge.ts'
import { guardBridge } from '../bridge/guarded-bridge.ts'
import { signedOut } from '../testing/snapshots.ts'
import { stubBridge } from '../testing/stub-bridge.ts'
import { useShownPart } from './shown-part.ts'
import { useView } from './view.ts'

function setup() {
  sessionStorage.clear()
  const bridge = stubBridge(signedOut())
  const pinia = createPinia()
  const app = createApp({}).provide(bridgeKey, guardBridge(bridge)).use(pinia)
  return app.runWithContext(() => ({ bridge, shown: useShownPart(pinia), view: useView(pinia) }))
}

test('another part cannot be closed by the one that is not open', () => {
  const { shown } = setup()
  shown.show('settings')
  shown.close('palette')
  shown.toggle('about', false)
  expect(shown.open).toBe('settings')
  shown.toggle('settings', false)
  expect(shown.open).toBeNull()
})

test('one part lies over the views at a time, and a view closes it', () => {
  const { bridge, shown, view } = setup()
  bridge.pushShow('palette')
  expect(shown.open).toBe('palette')
  bridge.pushShow('about')
  expect(shown.open).toBe('about')
  bridge.pushShow('roster')
  expect([shown.open, view.open]).toEqual([null, 'roster'])
})

test('without a name whatever is open is closed', () => {
  const { shown } = setup()
  shown.show('about')
  shown.close()
  expect(shown.open).toBeNull()
})
