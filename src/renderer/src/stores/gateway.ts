import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import type { GatewayView } from '../../../shared/domain/gateway-view.ts'
import type { CommandInput } from '../../../shared/ipc/contract.ts'
import type { Result } from '../../../shared/result.ts'
import { useBridge } from '../bridge/bridge.ts'
import { useDesk } from './desk.ts'
import { usePreferences } from './preferences.ts'

/** Which gateway the desk goes to and who decided it, as main tells it. */
export const useGateway = defineStore('gateway', () => {
  const bridge = useBridge()
  const desk = useDesk()
  const preferences = usePreferences()
  /** Null until main has told it. */
  const view = shallowRef<GatewayView | null>(null)
  /** Main has told it, or could not: what depends on it can be shown without being moved a moment later. */
  const isAnswered = ref(false)
  let newest = 0

  async function load(): Promise<void> {
    const asked = ++newest
    const result = await bridge.getGateway()
    if (result.ok && asked === newest) view.value = result.value
    isAnswered.value = true
  }

  async function choose(input: CommandInput<'gateway:choose'>): Promise<Result<GatewayView, AppError>> {
    const result = await bridge.chooseGateway(input)
    if (result.ok) {
      newest += 1
      view.value = result.value
    }
    return result
  }

  // Another sign-in, or another window, may have changed it.
  watch(
    () => [
      desk.snapshot?.signIn.gatewayAddress,
      desk.snapshot?.signIn.caFile,
      preferences.values.gatewayChoice,
    ],
    () => void load(),
    { immediate: true },
  )

  return { view, isAnswered, choose }
})
