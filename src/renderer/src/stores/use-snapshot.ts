import { computed, type ComputedRef } from 'vue'
import type { DeskSnapshot } from '../../../shared/domain/desk-snapshot.ts'
import { useDesk } from './desk.ts'

/**
 * The snapshot for components that are only shown once there is one.
 *
 * @throws when read before the first snapshot: such a component was mounted too early.
 */
export function useSnapshot(): ComputedRef<DeskSnapshot> {
  const desk = useDesk()
  return computed(() => {
    if (desk.snapshot === null) throw new Error('The desk has no snapshot yet.')
    return desk.snapshot
  })
}
