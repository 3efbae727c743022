import { expect } from 'vitest'
import type { SwitchView } from '../../../../../shared/domain/desk-snapshot.ts'
import { renderApp } from '../../../testing/render-app.ts'
import { afterCallView, confirmed, deskSnapshot, noon, switchView } from '../../../testing/snapshots.ts'
import { stubBridge } from '../../../testing/stub-bridge.ts'

export const wished = (value: boolean) => ({ value, at: noon, origin: 'window' as const })
export const accepted = (value: boolean) => ({ value, at: noon, askedAt: noon - 500 })
export const failure = (isOutcomeUnknown: boolean) => ({
  value: { code: 'refused', reason: 'platform-refused', retcode: '100-007' } as const,
  at: noon,
  isOutcomeUnknown,
})

/** A wish that waits for a silent gateway. */
export const kept = (line: Parameters<typeof switchView<boolean>>[0]): SwitchView<boolean> => ({
  ...switchView(line),
  isKept: true,
})

/** The window with these two switches; `control` is the one of the phone linkage. */
export async function openSwitch(
  linkage: SwitchView<boolean>,
  afterCall: SwitchView<boolean> = switchView(confirmed(true)),
) {
  const bridge = stubBridge(deskSnapshot({ linkage, afterCall: afterCallView(afterCall) }))
  const screen = await renderApp(bridge)
  const control = screen.getByRole('switch', { name: 'Phone linkage' })
  await expect.element(control).toBeVisible()
  return { bridge, screen, control }
}
