import { onScopeDispose, ref, type Ref } from 'vue'
import { acceleratorOf, canonicalAccelerator } from '../../../../shared/commands/accelerator.ts'
import { useBridge } from '../../bridge/bridge.ts'

export const isMac = navigator.platform.startsWith('Mac')

export interface RecordingHooks {
  /** What else these keys stand for, in words; null when they are free. */
  readonly takenBy: (canonical: string) => string | null
  readonly recorded: (accelerator: string) => void
  readonly removed: () => void
}

/** Why the keys that were pressed cannot be taken. */
export type RecordingProblem =
  { readonly kind: 'needs-modifier' } | { readonly kind: 'taken'; readonly by: string }

export interface Recording {
  readonly isRecording: Readonly<Ref<boolean>>
  readonly problem: Readonly<Ref<RecordingProblem | null>>
  readonly start: () => void
  readonly stop: () => void
  readonly onKey: (event: KeyboardEvent) => void
}

/**
 * Records a combination of keys. Meanwhile the keys in force are given back by main, so that they can be pressed here.
 * Escape alone cancels, Backspace alone takes the keys away, Tab alone leaves.
 */
export function useRecording(hooks: RecordingHooks): Recording {
  const bridge = useBridge()
  const isRecording = ref(false)
  const problem = ref<RecordingProblem | null>(null)

  function start(): void {
    isRecording.value = true
    problem.value = null
    void bridge.recordShortcut({ isRecording: true })
  }

  function stop(): void {
    if (!isRecording.value) return
    isRecording.value = false
    problem.value = null
    void bridge.recordShortcut({ isRecording: false })
  }

  function onKey(event: KeyboardEvent): void {
    if (!isRecording.value || event.isComposing) return
    const isAlone = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (isAlone && event.key === 'Escape') {
      stop()
      return
    }
    if (isAlone && event.key === 'Backspace') {
      stop()
      hooks.removed()
      return
    }
    const accelerator = acceleratorOf(event, isMac)
    if (accelerator !== null) take(accelerator)
  }

  function take(accelerator: string): void {
    const canonical = canonicalAccelerator(accelerator, isMac)
    const by = canonical === null ? null : hooks.takenBy(canonical)
    if (canonical === null) problem.value = { kind: 'needs-modifier' }
    else if (by !== null) problem.value = { kind: 'taken', by }
    else {
      stop()
      hooks.recorded(accelerator)
    }
  }

  onScopeDispose(stop)
  return { isRecording, problem, start, stop, onKey }
}
