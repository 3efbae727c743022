import { computed, ref, shallowRef, type ComputedRef } from 'vue'
import type { AgentState } from '../../../../shared/domain/agent.ts'
import {
  countStates,
  selectAgents,
  wholeRoster,
  type RosterOrder,
  type RosterQuery,
} from '../../../../shared/domain/roster-query.ts'
import type { RosterAgent, RosterColumn } from '../../../../shared/domain/roster.ts'
import { turnOrder } from '../../ui/sort-order.ts'

/** The list is filtered anew every so many seconds while times in state decide who is in it, not every second. */
const stepSeconds = 5

/** What is filtered by and sorted by, and who is left. */
export function useTeamFilter(
  agents: () => readonly RosterAgent[],
  collator: ComputedRef<Intl.Collator>,
  ageSeconds: () => number,
) {
  const text = ref('')
  const skillId = ref<number | null>(null)
  const states = shallowRef<readonly AgentState[]>([])
  const minSeconds = ref<number | null>(null)
  const order = shallowRef<RosterOrder>(wholeRoster.order)

  const query = computed<RosterQuery>(() => ({
    text: text.value,
    skillId: skillId.value,
    states: states.value,
    minSeconds: minSeconds.value,
    order: order.value,
  }))
  const elapsed = computed(() =>
    minSeconds.value === null ? 0 : Math.floor(ageSeconds() / stepSeconds) * stepSeconds,
  )
  const shown = computed(() => selectAgents(agents(), query.value, collator.value, elapsed.value))
  /** Of those the other filters leave: a state that is filtered out still tells how many are in it. */
  const totals = computed(() =>
    countStates(
      states.value.length === 0
        ? shown.value
        : selectAgents(
            agents(),
            { ...query.value, states: [], order: wholeRoster.order },
            collator.value,
            elapsed.value,
          ),
    ),
  )
  const isFiltered = computed(
    () =>
      text.value.trim() !== '' ||
      skillId.value !== null ||
      states.value.length > 0 ||
      minSeconds.value !== null,
  )

  function toggleState(state: AgentState): void {
    states.value = states.value.includes(state)
      ? states.value.filter((one) => one !== state)
      : [...states.value, state]
  }

  function sortBy(column: RosterColumn): void {
    order.value = turnOrder(order.value, column)
  }

  function clear(): void {
    text.value = ''
    skillId.value = null
    states.value = []
    minSeconds.value = null
  }

  return {
    text,
    skillId,
    states,
    minSeconds,
    order,
    query,
    shown,
    totals,
    isFiltered,
    toggleState,
    sortBy,
    clear,
  }
}
