/**
 * Nobody has the focus: what had it is gone or was closed. A keyboard user would start again at the top of the page, and a
 * screen reader says nothing, so whoever took the element away puts the focus near to where it was.
 */
export function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled')
}

/** Gives the focus to the first candidate that takes it. */
export function focusFirst(...candidates: readonly (HTMLElement | null | undefined)[]): void {
  for (const given of candidates) {
    const candidate = tabInForce(given)
    if (candidate?.isConnected !== true) continue
    candidate.focus()
    if (document.activeElement === candidate) return
  }
}

/** The tab of the view in force: near to everything that was in another one. */
export function openTab(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main [role="tab"][aria-selected="true"]')
}

/** A tab that gets the focus opens its view: in place of one that was left meanwhile, the selected one takes the focus. */
function tabInForce(element: HTMLElement | null | undefined): HTMLElement | null | undefined {
  if (element?.role !== 'tab') return element
  const tabs = element.closest('[role="tablist"]')
  return tabs?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ?? element
}
