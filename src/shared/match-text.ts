/** Without case and accents, and with wide Latin letters as narrow ones, so that a search finds what is meant. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

/** Whether every word of the query stands somewhere in the text, in any order. An empty query fits everything. */
export function matchesText(text: string, query: string): boolean {
  return holdsWords(foldText(text), query)
}

/** The same for a text that is folded already: folding thousands of lines at each letter is felt. */
export function holdsWords(folded: string, query: string): boolean {
  return foldText(query)
    .split(/\s+/u)
    .every((word) => folded.includes(word))
}
