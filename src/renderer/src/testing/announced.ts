/** What the window's announcer says now; empty while it says nothing. */
export function announced(): string {
  return document.querySelector('[data-announcer]')?.textContent ?? ''
}
