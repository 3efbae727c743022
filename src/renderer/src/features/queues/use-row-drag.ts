import { onScopeDispose, readonly, shallowRef, type ShallowRef } from 'vue'
import type { WaitingCall } from '../../../../shared/domain/waiting.ts'

/** Less than this is a click that trembled. Pixels. */
const startPx = 6

/** A waiting call on its way with the pointer. */
export interface Dragged {
  readonly call: WaitingCall
  /** Where the pointer is in the window. Pixels. */
  readonly x: number
  readonly y: number
  /** The queue under the pointer that takes this call; null = none. */
  readonly overSkillId: number | null
}

/** Queues that take a call say so with `data-drop-queue`, only while they take the one that is dragged. */
function queueAt(x: number, y: number): number | null {
  const target = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop-queue]')
  return target === null || target === undefined ? null : Number(target.dataset.dropQueue)
}

/**
 * Drags rows with mouse or pen; a finger scrolls, and keyboard and buttons do the same by the dialog. Escape, a lost pointer
 * and a window that loses the focus end it without a move.
 */
export function useRowDrag(options: {
  readonly drop: (call: WaitingCall, skillId: number) => void
  /** It ended, and nothing is moved. */
  readonly cancelled: () => void
}): {
  readonly dragged: Readonly<ShallowRef<Dragged | null>>
  readonly grab: (call: WaitingCall, event: PointerEvent) => void
} {
  const dragged = shallowRef<Dragged | null>(null)
  let stop: () => void = () => undefined

  function grab(call: WaitingCall, event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return
    stop()
    const listeners = new AbortController()
    const { signal } = listeners
    const { clientX, clientY, pointerId } = event
    stop = () => {
      listeners.abort()
      dragged.value = null
    }
    const isOther = (other: PointerEvent): boolean => other.pointerId !== pointerId
    const giveUp = (): void => {
      const hasBegun = dragged.value !== null
      stop()
      if (hasBegun) options.cancelled()
    }
    const move = (next: PointerEvent): void => {
      if (isOther(next)) return
      const { clientX: x, clientY: y } = next
      if (dragged.value === null && Math.hypot(x - clientX, y - clientY) < startPx) return
      // What was marked as text before it was a drag.
      if (dragged.value === null) getSelection()?.removeAllRanges()
      dragged.value = { call, x, y, overSkillId: queueAt(x, y) }
    }
    const release = (next: PointerEvent): void => {
      if (isOther(next)) return
      const skillId = dragged.value === null ? null : queueAt(next.clientX, next.clientY)
      if (skillId === null) {
        giveUp()
        return
      }
      stop()
      options.drop(call, skillId)
    }
    const key = (next: KeyboardEvent): void => {
      if (next.key !== 'Escape' || dragged.value === null) return
      next.preventDefault()
      next.stopPropagation()
      giveUp()
    }
    addEventListener('pointermove', move, { signal })
    addEventListener('pointerup', release, { signal })
    addEventListener('pointercancel', giveUp, { signal })
    addEventListener('blur', giveUp, { signal })
    addEventListener('keydown', key, { signal, capture: true })
    addEventListener('selectstart', (next) => next.preventDefault(), { signal })
  }

  onScopeDispose(() => stop())
  return { dragged: readonly(dragged), grab }
}
