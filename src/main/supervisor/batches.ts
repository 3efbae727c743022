import type { Result } from '../../shared/result.ts'
import type { ManagementError, NonEmpty } from '../management/management-api.ts'

/**
 * Accounts in one request. The pages name no limit; this many keep a request small, leave room to stop between two of
 * them, and make it cheap to find the one account that a whole request was refused for.
 */
export const batchSize = 20

/** What the service said to one request. */
export type Answer = Result<null, ManagementError>

export interface Sending {
  readonly send: (accounts: NonEmpty<string>) => Promise<Answer>
  /** Asked before each request. */
  readonly isStopped: () => boolean
  /** Told what came of each account that was sent, once per account. */
  readonly answered: (accounts: NonEmpty<string>, answer: Answer) => void
}

/** Why not everything was sent: an error that the next request would meet as well, or a stop by hand. */
export type Halt = ManagementError | 'stopped' | null

/** Lists of at most `size`, none of them empty. */
export function inBatches(
  accounts: readonly string[],
  size: number = batchSize,
): readonly NonEmpty<string>[] {
  const batches: NonEmpty<string>[] = []
  for (let from = 0; from < accounts.length; from += size) {
    const [first, ...rest] = accounts.slice(from, from + size)
    if (first !== undefined) batches.push([first, ...rest])
  }
  return batches
}

/** The service had something against the list itself, and did nothing: with fewer accounts it may be content. */
function isAboutTheList({ code, reason }: ManagementError): boolean {
  return code === 'invalid-input' || reason === 'platform-refused' || reason === 'bad-request'
}

/**
 * Sends the accounts, one request after the other. A request that is refused is sent again account by account, so that one
 * wrong account does not keep the others. Ends early when it is stopped, when an error is met that says nothing about the
 * accounts, and when the service refuses every account of a request. Nothing whose answer is missing is sent twice.
 */
export async function sendInBatches(accounts: readonly string[], sending: Sending): Promise<Halt> {
  for (const batch of inBatches(accounts)) {
    if (sending.isStopped()) return 'stopped'
    const answer = await sending.send(batch)
    if (!answer.ok && batch.length > 1 && isAboutTheList(answer.error)) {
      const halt = await sendOneByOne(batch, sending)
      if (halt !== null) return halt
      continue
    }
    sending.answered(batch, answer)
    if (!answer.ok && !isAboutTheList(answer.error)) return answer.error
  }
  return null
}

async function sendOneByOne(batch: NonEmpty<string>, sending: Sending): Promise<Halt> {
  let refused = 0
  for (const account of batch) {
    if (sending.isStopped()) return 'stopped'
    const answer = await sending.send([account])
    sending.answered([account], answer)
    if (answer.ok) continue
    refused += 1
    // All of them: it is not the accounts that the service has something against.
    if (!isAboutTheList(answer.error) || refused === batch.length) return answer.error
  }
  return null
}
