const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** `*` stands for anything within one path segment, `**` for anything at all. */
export function matchesGlob(pattern: string, path: string): boolean {
  const source = pattern
    .split('**')
    .map((part) => part.split('*').map(escape).join('[^/]*'))
    .join('.*')
  return new RegExp(`^${source}$`).test(path)
}
