import { nearestLanguage } from '../../../../shared/i18n/languages.ts'
import { trayTextsByLanguage } from '../../../../shared/i18n/tables.ts'
import { useText } from '../../i18n/text.ts'

/** Says in one sentence why a command was not carried out: by the code of a refusal, an error, or what stood in its way. */
export function useWhyNot(): (code: string) => string {
  const { t, code: say, locale } = useText()
  return (code) => {
    const path = `${code}.what`
    for (const table of ['refusals', 'errors'] as const) {
      const said = say(table, path)
      if (said !== path) return said
    }
    const reasons: Readonly<Record<string, string>> = trayTextsByLanguage[nearestLanguage(locale())].reasons
    const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined
    return reason === undefined
      ? say('activity.facts.refused', code)
      : t('activity.facts.because', { reason })
  }
}
