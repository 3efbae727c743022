import type { WaitingCall } from '../../../../shared/domain/waiting.ts'

export const callColumns = ['caller', 'queue', 'priority', 'wait'] as const
export type CallColumn = (typeof callColumns)[number]

export interface CallOrder {
  readonly column: CallColumn
  readonly isDescending: boolean
}

/** As main sends them. */
export const longestFirst: CallOrder = { column: 'wait', isDescending: true }

/**
 * The calls in this order. Equal ones stay in the order in which they came, longest wait first; a call without a priority
 * comes last.
 */
export function orderCalls<C extends WaitingCall>(
  calls: readonly C[],
  { column, isDescending }: CallOrder,
  queueName: (skillId: number) => string,
  collator: Intl.Collator,
): readonly C[] {
  const sign = isDescending ? -1 : 1
  switch (column) {
    case 'wait':
      return isDescending ? calls : calls.toReversed()
    case 'caller':
      return calls.toSorted((a, b) => sign * collator.compare(a.caller, b.caller))
    case 'queue': {
      const names = new Map(calls.map(({ skillId }) => [skillId, queueName(skillId)]))
      const nameOf = ({ skillId }: C): string => names.get(skillId) ?? ''
      return calls.toSorted((a, b) => sign * collator.compare(nameOf(a), nameOf(b)))
    }
    case 'priority':
      return calls.toSorted((a, b) => {
        if (a.priority === null || b.priority === null)
          return Number(a.priority === null) - Number(b.priority === null)
        return sign * (a.priority - b.priority)
      })
  }
}
