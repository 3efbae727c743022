import type { QueueBinding } from '../../shared/domain/supervisor.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ManagementError } from './management-api.ts'
import { decodeBindingsPage, type Outcome } from './management-codec.ts'
import { fail } from './management-error.ts'

/** Largest page the service gives (cec_07_0026). */
const pageSize = 100

/** Far more than any queue has; a service that always has one more page must not be read for ever. */
const maxPages = 1_000

export interface PageRequest {
  readonly skillId: number
  readonly pageSize: number
  readonly pageNum: number
}

type ReadPage = (request: PageRequest) => Promise<Result<Outcome, ManagementError>>

function byAccount(a: QueueBinding, b: QueueBinding): number {
  return a.account < b.account ? -1 : a.account > b.account ? 1 : 0
}

/**
 * All bindings of a queue, each account once, sorted. `malformed-answer` when pages repeat or stop before the count they
 * name: an undo made from half a list would lose people.
 */
export async function readBindings(
  skillId: number,
  readPage: ReadPage,
): Promise<Result<readonly QueueBinding[], ManagementError>> {
  const found = new Map<string, QueueBinding>()
  for (let pageNum = 0; pageNum < maxPages; pageNum += 1) {
    const answer = await readPage({ skillId, pageSize, pageNum })
    if (!answer.ok) return answer
    const page = decodeBindingsPage(answer.value.fields)
    if (page === null) return fail({ code: 'malformed-answer' })

    const before = found.size
    for (const binding of page.bindings) found.set(binding.account, binding)
    const isComplete = page.total === null ? page.bindings.length < pageSize : found.size >= page.total
    if (isComplete) return ok([...found.values()].sort(byAccount))
    if (found.size === before) return fail({ code: 'malformed-answer' })
  }
  return fail({ code: 'malformed-answer' })
}
