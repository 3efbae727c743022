import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref } from 'vue'

export const views = ['desk', 'waiting', 'roster', 'supervisor', 'activity'] as const
export type View = (typeof views)[number]
export type SideView = Exclude<View, 'desk'>

const rememberedAs = 'deskside.view'
/** From here on the desk stands beside the other views. Keep in step with the `wide` breakpoint in styles/main.css. */
const wideQuery = '(min-width: 900px)'

function isView(text: string | null): text is View {
  return views.some((view) => view === text)
}

/** Which view is open; remembered for as long as the window lives, also over a reload. */
export const useView = defineStore('view', () => {
  const remembered = sessionStorage.getItem(rememberedAs)
  const open = ref<View>(isView(remembered) ? remembered : 'desk')

  const media = matchMedia(wideQuery)
  const isWide = ref(media.matches)
  const follow = (event: MediaQueryListEvent): void => {
    isWide.value = event.matches
  }
  media.addEventListener('change', follow)
  onScopeDispose(() => {
    media.removeEventListener('change', follow)
  })

  /** In the wide window the desk is always there, so the other column needs something of its own to show. */
  const side = computed<SideView>(() => (open.value === 'desk' ? 'waiting' : open.value))

  function show(view: View): void {
    open.value = view
    sessionStorage.setItem(rememberedAs, view)
  }

  return { open, side, isWide, show }
})
