import type { TransferReceipt } from '../../../../shared/domain/waiting.ts'
import type { Translate } from '../../i18n/text.ts'

/**
 * What may be said about a transfer, by its outcome and by what the gateway answered. An accepted transfer of which nothing
 * was seen gets words of its own while the agent is idle: the gateway hides the queues from idle agents, so looking again
 * would not help.
 */
export function describeReceipt(
  { outcome, answer, fromSkillId, toSkillId }: TransferReceipt,
  isIdle: boolean,
  t: Translate,
  queueName: (skillId: number) => string,
): string {
  if (outcome === 'in-progress' && answer === null) return t('waiting.asked')
  const route = { from: queueName(fromSkillId), to: queueName(toSkillId) }
  if (outcome === 'unknown' && answer === 'accepted' && isIdle) return t('waiting.acceptedWhileIdle', route)
  return t(`waiting.outcomeHints.${outcome}.${answer ?? 'none'}`, route)
}
