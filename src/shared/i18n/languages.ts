/** Languages the program speaks, by the tags of its folders of texts. */
export const languages = ['en', 'zh-CN', 'es'] as const
export type Language = (typeof languages)[number]

/** The language for a tag of the system's: the same language of another region is nearer than English. */
export function nearestLanguage(tag: string): Language {
  const wanted = tag.toLowerCase()
  const [base = ''] = wanted.split(/[-_.@]/)
  return (
    languages.find((language) => language.toLowerCase() === wanted) ??
    languages.find((language) => language.toLowerCase().split('-')[0] === base) ??
    'en'
  )
}
