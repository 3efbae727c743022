import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { ConnectionReport } from '../../../../shared/domain/connection-check.ts'
import type { CommandInput } from '../../../../shared/ipc/contract.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../bridge/use-command.ts'

/** A connection check without its looks: what is typed goes to main, its steps come back one by one. */
export function useConnectionCheck() {
  const bridge = useBridge()
  const report = shallowRef<ConnectionReport | null>(null)
  /** Reports of checks that another part of the window has asked for are not shown here. */
  const isOurs = ref(false)
  onScopeDispose(
    bridge.onCheckProgress((next) => {
      if (isOurs.value) report.value = next
    }),
  )
  onScopeDispose(() => {
    if (isRunning.value) void bridge.cancelCheck()
  })

  const command = useCommand((input: CommandInput<'connection:check'>) => bridge.checkConnection(input))
  const isRunning = computed(() => command.isRunning.value)
  const isCopied = ref(false)
  const copying = useCommand(() => bridge.copyCheck())

  async function run(input: CommandInput<'connection:check'>): Promise<void> {
    report.value = null
    isCopied.value = false
    isOurs.value = true
    const result = await command.run(input)
    isOurs.value = false
    if (result.ok) report.value = result.value
  }

  async function copy(): Promise<void> {
    isCopied.value = (await copying.run()).ok
  }

  return {
    report,
    isRunning,
    error: computed(() => command.error.value ?? copying.error.value),
    isCopied,
    run,
    copy,
    cancel: () => void bridge.cancelCheck(),
  }
}
