import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/**
 * Below this height in rem what stands above the desk is shortened, so that the state and its buttons stay in sight. The
 * window opens higher than that, also with the frame of the system taken off. In rem: larger text makes a window as short as
 * a lower one.
 */
const shortBelow = 41

function measure(below: number): boolean {
  return innerHeight / Number.parseFloat(getComputedStyle(document.documentElement).fontSize) < below
}

/** Whether the window has little height for its text: less than so many rem. */
export function useShortWindow(below = shortBelow): Readonly<Ref<boolean>> {
  const isShort = ref(measure(below))
  const follow = (): void => {
    isShort.value = measure(below)
  }
  addEventListener('resize', follow)
  onScopeDispose(() => {
    removeEventListener('resize', follow)
  })
  return readonly(isShort)
}
