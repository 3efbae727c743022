import { useText } from '../i18n/text.ts'
import { useDesk } from './desk.ts'

/** Names a skill queue; one that the gateway did not name is called by its number. */
export function useQueueName(): (skillId: number) => string {
  const desk = useDesk()
  const { t } = useText()
  return (skillId) => desk.queueNames.get(skillId) ?? t('waiting.queueNumber', { id: String(skillId) })
}
