import { computed, nextTick, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { isConfirmed } from '../../../../shared/commands/command-table.ts'
import { useBridge } from '../../bridge/bridge.ts'
import { useCommand, type Command as BridgeCommand } from '../../bridge/use-command.ts'
import { paletteRows, type PaletteRow } from './palette-rows.ts'
import { useRecentCommands } from './recent-commands.ts'
import { useCommandWords } from './use-command-words.ts'

/** The state behind the palette: what is typed, what fits, and what was asked for. */
export interface Palette {
  readonly query: Ref<string>
  readonly rows: ComputedRef<readonly PaletteRow[]>
  readonly more: ComputedRef<number>
  readonly active: Ref<number>
  /** The row that a second Enter runs. */
  readonly confirming: Ref<string | null>
  /** The row that was run last. */
  readonly asked: Ref<PaletteRow | null>
  readonly command: BridgeCommand<readonly [string], null>
  readonly choose: (row: PaletteRow) => Promise<void>
  readonly move: (step: number) => void
  readonly start: () => void
}

/** `done`: the command was carried out, and the palette is needed no more. */
export function usePalette(done: () => void): Palette {
  const bridge = useBridge()
  const words = useCommandWords()
  const { recent, add } = useRecentCommands()
  const command = useCommand((text: string) => bridge.runCommand({ text }))
  const query = ref('')
  const active = ref(0)
  const confirming = ref<string | null>(null)
  const asked = shallowRef<PaletteRow | null>(null)

  const listed = computed(() => {
    const context = words.context.value
    if (context === null) return { rows: [], more: 0 }
    const { name, englishName } = words
    return paletteRows({ context, query: query.value, recent: recent.value, name, englishName })
  })
  const rows = computed(() => listed.value.rows)
  const more = computed(() => listed.value.more)

  watch(query, () => {
    active.value = 0
    confirming.value = null
    command.clearError()
  })
  // What is offered changes with the desk; the mark stays on the command, not on the place.
  watch(rows, (now, before) => {
    const text = before[active.value]?.text
    const index = now.findIndex((row) => row.text === text)
    if (index >= 0) active.value = index
    else active.value = Math.min(active.value, Math.max(0, now.length - 1))
  })

  function start(): void {
    query.value = ''
    active.value = 0
    confirming.value = null
    asked.value = null
    command.clearError()
  }

  function move(step: number): void {
    confirming.value = null
    const last = rows.value.length - 1
    if (last < 0) return
    if (Math.abs(step) > 1) active.value = Math.min(Math.max(active.value + step, 0), last)
    else active.value = (active.value + step + last + 1) % (last + 1)
  }

  async function choose(row: PaletteRow): Promise<void> {
    if (row.reason !== null || command.isRunning.value) return
    if (isConfirmed(row.command) && confirming.value !== row.text) {
      confirming.value = row.text
      return
    }
    confirming.value = null
    asked.value = row
    const result = await command.run(row.text)
    await nextTick()
    if (!result.ok) return
    add(row.text)
    done()
  }

  return { query, rows, more, active, confirming, asked, command, choose, move, start }
}
