import { onScopeDispose } from 'vue'
import { useBridge } from '../../bridge/bridge.ts'
import { playSound } from './play-sound.ts'

/** Plays what main decides is to be heard. One that cannot be played is told where sounds are tried, not at each call. */
export function useAlertSounds(): void {
  const bridge = useBridge()
  onScopeDispose(
    bridge.onAlert((sound) => {
      playSound(sound).catch((error: unknown) => console.error('sound was not played', error))
    }),
  )
}
