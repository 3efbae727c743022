import type { Lack } from '../../../../shared/domain/head-count.ts'

/** What a queue would lack, in words. */
export const lackTexts = {
  'nobody-bound': 'supervisor.confirmEmpties',
  'nobody-online': 'supervisor.confirmNobodyOnline',
} as const satisfies Record<Lack, string>
