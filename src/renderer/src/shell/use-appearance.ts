import { computed, watch, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { nearestLanguage } from '../../../shared/i18n/languages.ts'
import { localeFor } from '../i18n/locale.ts'
import { useDesk } from '../stores/desk.ts'
import { usePreferences } from '../stores/preferences.ts'

/**
 * Puts language, colours and size of text on the page as the preferences want them. With the language of the system, times
 * and numbers follow the system's whole locale.
 */
export function useAppearance(): { readonly locale: ComputedRef<string> } {
  const desk = useDesk()
  const preferences = usePreferences()
  const { locale } = useI18n({ useScope: 'global' })
  const page = document.documentElement

  const wanted = computed(() =>
    localeFor(preferences.values.language, desk.snapshot?.app.locale ?? navigator.language),
  )
  watch(
    wanted,
    (tag) => {
      locale.value = tag
      page.lang = nearestLanguage(tag)
    },
    { immediate: true },
  )
  watch(
    () => preferences.values.theme,
    (theme) => {
      // Without the attribute the style sheet goes by what the system prefers.
      if (theme === 'system') delete page.dataset.theme
      else page.dataset.theme = theme
    },
    { immediate: true },
  )
  watch(
    () => preferences.values.textSize,
    (percent) => {
      page.style.fontSize = percent === 100 ? '' : `${percent}%`
    },
    { immediate: true },
  )
  return { locale: wanted }
}
