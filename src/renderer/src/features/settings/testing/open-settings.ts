import { createPinia } from 'pinia'
import { defineComponent, h, onMounted } from 'vue'
import { render } from 'vitest-browser-vue'
import type { DeskSnapshot } from '../../../../../shared/domain/desk-snapshot.ts'
import type { ShownPart } from '../../../../../shared/ipc/contract.ts'
import type { Language } from '../../../../../shared/i18n/languages.ts'
import type { Preferences } from '../../../../../shared/preferences/preference-schemas.ts'
import { ok } from '../../../../../shared/result.ts'
import { bridgeKey } from '../../../bridge/bridge.ts'
import { guardBridge } from '../../../bridge/guarded-bridge.ts'
import { createText } from '../../../i18n/text.ts'
import { useAppearance } from '../../../shell/use-appearance.ts'
import { useDesk } from '../../../stores/desk.ts'
import { usePreferences } from '../../../stores/preferences.ts'
import { useShownPart } from '../../../stores/shown-part.ts'
import '../../../styles/main.css'
import { deskSnapshot, preferencesSnapshot } from '../../../testing/snapshots.ts'
import { stubBridge, type StubBridge } from '../../../testing/stub-bridge.ts'
import { provideAnnouncer } from '../../../ui/announcer/use-announcer.ts'
import SettingsSheet from '../SettingsSheet.vue'

/** A bridge that keeps what is changed and tells it, as main does; the stub alone answers and forgets. */
export function keepingBridge(
  yours: Partial<Preferences> = {},
  snapshot: DeskSnapshot = deskSnapshot(),
): StubBridge {
  const bridge = stubBridge(snapshot)
  let revision = 0
  let kept = yours
  const tell = (next: Partial<Preferences>): void => {
    kept = next
    bridge.pushPreferences(preferencesSnapshot(kept, ++revision))
  }
  bridge.getPreferences.mockImplementation(() => Promise.resolve(ok(preferencesSnapshot(kept, revision))))
  bridge.changePreferences.mockImplementation((changes) => {
    tell({ ...kept, ...(changes as Partial<Preferences>) })
    return Promise.resolve(ok(null))
  })
  bridge.resetPreferences.mockImplementation(({ keys }) => {
    tell(Object.fromEntries(Object.entries(kept).filter(([key]) => !keys.some((one) => one === key))))
    return Promise.resolve(ok(null))
  })
  return bridge
}

/** The sheet over a button that opens it, with what the window around it provides. */
export function openSettings(
  bridge: StubBridge,
  { part = 'settings', language = 'en' }: { part?: ShownPart | null; language?: Language } = {},
) {
  const Host = defineComponent(() => {
    const [desk, preferences, shown] = [useDesk(), usePreferences(), useShownPart()]
    useAppearance()
    provideAnnouncer()
    onMounted(async () => {
      await Promise.all([desk.load(), preferences.load()])
      if (part !== null) shown.show(part)
    })
    return () =>
      h('main', [
        h('button', { type: 'button', onClick: () => shown.show('settings') }, 'Open'),
        desk.snapshot === null ? null : h(SettingsSheet),
      ])
  })
  return render(Host, {
    global: {
      plugins: [createPinia(), createText(language)],
      provide: { [bridgeKey]: guardBridge(bridge) },
    },
  })
}
