/**
 * Marks the page with `data-hidden` while nobody sees it; `styles/motion.css` lets all animation rest meanwhile, because a
 * spinner in a hidden window costs as much as in a visible one (PERF-09).
 *
 * @returns its undo
 */
export function restWhileHidden(page: Document): () => void {
  const follow = (): void => {
    page.documentElement.toggleAttribute('data-hidden', page.visibilityState === 'hidden')
  }
  page.addEventListener('visibilitychange', follow)
  follow()
  return () => {
    page.removeEventListener('visibilitychange', follow)
    page.documentElement.removeAttribute('data-hidden')
  }
}
