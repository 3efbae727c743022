import { onMounted, onScopeDispose } from 'vue'
import type { Announcer } from './announcer.ts'

const voices = '[role="alert"], [role="status"], [aria-live]'
const own = '[data-announcer]'

/** What is read of this change, if anything: the text of the live region around it, or of the alerts that came with it. */
function textRead({ target, addedNodes }: MutationRecord): string {
  const element = target instanceof Element ? target : target.parentElement
  const around = element?.closest<HTMLElement>(voices)
  if (around != null) return isSilent(around) ? '' : around.textContent
  const alerts = [...addedNodes].flatMap((node) =>
    node instanceof Element
      ? [...(node.matches('[role="alert"]') ? [node] : []), ...node.querySelectorAll('[role="alert"]')]
      : [],
  )
  return alerts.map((alert) => alert.textContent).join(' ')
}

function isSilent(region: HTMLElement): boolean {
  return region.ariaLive === 'off' || region.closest(own) !== null
}

/**
 * Lets the announcer give way to what the page itself has read out: alerts, and the live regions that stand in sight, such as
 * the notifications.
 */
export function useOtherVoices(announcer: Announcer): void {
  const observer = new MutationObserver((changes) => {
    const text = [...new Set(changes.map(textRead))].join(' ').trim()
    if (text !== '') announcer.giveWay(text)
  })
  onMounted(() => observer.observe(document.body, { subtree: true, childList: true, characterData: true }))
  onScopeDispose(() => observer.disconnect())
}
