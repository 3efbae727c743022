import type { TransferReceipt } from '../../../src/shared/domain/waiting.ts'
import type { SentRequest } from '../../support/recording-transport.ts'
import type { RunRecord } from '../run-record.ts'
import type { Finding } from './finding.ts'
import { waitsIn, type Truth } from './truth.ts'

/**
 * The request a receipt is about: one that was over when the receipt was given, so that the same transfer asked for anew in
 * that very moment is another one. During a switch-over it is the last of several.
 */
function requestOf(receipt: TransferReceipt, { sent }: RunRecord): SentRequest | undefined {
  const { callId, toSkillId, askedAt, at } = receipt
  const body = JSON.stringify({ callid: callId, skillid: toSkillId })
  return sent.findLast(
    (request) =>
      request.body === body &&
      request.path.endsWith('/assignuserinqueue') &&
      request.sentAtMs >= askedAt &&
      (request.endedAtMs ?? request.sentAtMs) <= at,
  )
}

/** Why the outcome is not so; null: at some moment between the answer and the saying it was. */
function disprove(receipt: TransferReceipt, request: SentRequest, truth: Truth): string | null {
  const { callId, fromSkillId, toSkillId, at, outcome, answer } = receipt
  const whereabouts = truth.calls.get(callId)
  if (whereabouts === undefined) return 'there never was such a call'
  const isInSource = waitsIn(fromSkillId)
  const isInTarget = waitsIn(toSkillId)
  const wasEver = (isSo: Parameters<typeof whereabouts.wasEver>[2]): boolean =>
    whereabouts.wasEver(request.endedAtMs ?? request.sentAtMs, at, isSo)
  switch (outcome) {
    case 'moved':
      return wasEver(isInTarget) ? null : 'it was never in the target queue'
    case 'taken':
      if (answer !== 'accepted') return 'it was not accepted'
      return wasEver((place) => !isInSource(place) && !isInTarget(place)) ? null : 'it waited all the time'
    case 'gone':
      if (answer === 'accepted') return 'it was accepted'
      return wasEver((place) => !isInSource(place)) ? null : 'it was in the source queue all the time'
    case 'refused':
      return answer === 'refused' || wasEver(isInSource) ? null : 'it was not in the source queue'
    case 'in-progress':
    case 'unknown':
      return null
  }
}

/** The answer as the receipt has it, against what came over the wire. */
function disproveAnswer({ answer }: TransferReceipt, request: SentRequest): string | null {
  const isZero = request.outcome === 'answered' && request.retcode === '0'
  if (answer === null || (answer === 'accepted') === isZero) return null
  return `answer "${answer}", but the gateway said ${request.retcode ?? request.outcome ?? 'nothing'}`
}

/** Every receipt in every snapshot, each once. */
export function checkReceipts(record: RunRecord, truth: Truth): Finding[] {
  const findings: Finding[] = []
  const looked = new Set<TransferReceipt>()
  for (const { atMs, snapshot } of record.snapshots) {
    for (const receipt of snapshot.waiting.receipts) {
      if (looked.has(receipt)) continue
      looked.add(receipt)
      if (receipt.outcome === 'in-progress') continue
      const request = requestOf(receipt, record)
      const why =
        request === undefined
          ? 'it was never asked for'
          : (disprove(receipt, request, truth) ?? disproveAnswer(receipt, request))
      if (why === null) continue
      const { callId, fromSkillId, toSkillId, outcome } = receipt
      const text = `"${outcome}" for ${callId} from ${fromSkillId} to ${toSkillId}: ${why}`
      findings.push({ check: 'receipt', atMs, text })
    }
  }
  const last = record.snapshots.at(-1)
  for (const { callId, outcome } of last?.snapshot.waiting.receipts ?? []) {
    if (outcome !== 'in-progress') continue
    findings.push({ check: 'receipt', atMs: record.endedAtMs, text: `${callId} is in progress for ever` })
  }
  return findings
}
