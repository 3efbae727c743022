function canonical(name: string): string | undefined {
  // "C", "POSIX" and the like are no languages.
  const tag = /^[a-z]{2,3}(?:_[a-z0-9]+)*(?=[.@]|$)/i.exec(name)?.[0].replaceAll('_', '-')
  if (tag === undefined) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    // Looks like a language, but is none.
    return undefined
  }
}

/** The person's languages, best first: the list in `LANGUAGE` where there is one, else the system's locale. */
export function preferredLanguages(env: NodeJS.ProcessEnv, systemLocale: string): string[] {
  const listed = (env.LANGUAGE ?? '').split(':').flatMap((name) => canonical(name) ?? [])
  return listed.length === 0 ? [systemLocale] : [...new Set(listed)]
}
