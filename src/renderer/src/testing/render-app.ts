import { createPinia } from 'pinia'
import { render, type RenderResult } from 'vitest-browser-vue'
import App from '../App.vue'
import { bridgeKey } from '../bridge/bridge.ts'
import { guardBridge } from '../bridge/guarded-bridge.ts'
import { createText } from '../i18n/text.ts'
import '../styles/main.css'
import type { StubBridge } from './stub-bridge.ts'

/** The whole window on a stub bridge, as `main.ts` mounts it. Starts on the desk unless the session remembers a view. */
export async function renderApp(
  bridge: StubBridge,
  remembered: Readonly<Record<string, string>> = {},
): Promise<RenderResult<typeof App>> {
  sessionStorage.clear()
  for (const [key, value] of Object.entries(remembered)) sessionStorage.setItem(key, value)
  return render(App, {
    global: {
      plugins: [createPinia(), createText('en')],
      provide: { [bridgeKey]: guardBridge(bridge) },
    },
  })
}
