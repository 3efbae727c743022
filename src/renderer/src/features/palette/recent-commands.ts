import * as v from 'valibot'
import { ref, type Ref } from 'vue'

const rememberedAs = 'deskside.recent-commands'
const mostRecent = 4
const schema = v.pipe(v.string(), v.parseJson(), v.array(v.string()), v.maxLength(mostRecent))

/** Text forms of the commands that were run last in the palette, the newest first; remembered over restarts. */
export function useRecentCommands(): {
  readonly recent: Ref<readonly string[]>
  readonly add: (text: string) => void
} {
  const remembered = v.safeParse(schema, localStorage.getItem(rememberedAs))
  const recent = ref<readonly string[]>(remembered.success ? remembered.output : [])

  function add(text: string): void {
    recent.value = [text, ...recent.value.filter((other) => other !== text)].slice(0, mostRecent)
    localStorage.setItem(rememberedAs, JSON.stringify(recent.value))
  }

  return { recent, add }
}
