import type { AlertSound } from '../../../../shared/domain/alert-sound.ts'
import { lengthOf, soundScores, type Tone } from './sound-scores.ts'

/** A tone begins and ends without a click; both in seconds. */
const attack = 0.012
/** The loudest a tone gets at full volume: several at once must not be cut off. */
const fullGain = 0.32

/** The ear hears differences of loudness, not of amplitude: half the volume is about a quarter of it. */
export function gainOf(volume: number): number {
  return fullGain * (Math.min(Math.max(volume, 0), 100) / 100) ** 2
}

/** Writes a sound into a context, from `start` on. Resolves when its last tone has ended. */
export async function writeSound(
  context: BaseAudioContext,
  { kind, volume }: AlertSound,
  start: number,
): Promise<void> {
  await Promise.all(soundScores[kind].map((tone) => playTone(context, tone, start, gainOf(volume))))
}

/**
 * Plays a sound made on the spot, also in a window that nobody sees, and leaves nothing running.
 *
 * @returns false when this computer cannot play it
 */
export async function playSound(sound: AlertSound): Promise<boolean> {
  let context: AudioContext
  try {
    context = new AudioContext()
  } catch {
    // No device to play on; Chromium says it in this way only.
    return false
  }
  const played = async (): Promise<boolean> => {
    const written = writeSound(context, sound, context.currentTime + 0.02)
    await context.resume()
    await written
    return true
  }
  try {
    return await Promise.race([played(), stalled(lengthOf(soundScores[sound.kind]))])
  } finally {
    // Not waited for: without a device this would not end either.
    void context.close()
  }
}

/** Without a device the time of the context does not go on, and its tones never end. */
function stalled(seconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), seconds * 1000 + 2000))
}

function playTone(
  context: BaseAudioContext,
  { at, length, pitch }: Tone,
  start: number,
  peak: number,
): Promise<void> {
  const begin = start + at
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, begin)
  volume.gain.linearRampToValueAtTime(peak, begin + attack)
  volume.gain.exponentialRampToValueAtTime(Math.max(peak / 100, 0.0001), begin + length)
  volume.connect(context.destination)
  // A soft bell: the tone, and a little of the one an octave above.
  const voices = [1, 2].map((multiple) => {
    const share = new GainNode(context, { gain: multiple === 1 ? 1 : 0.18 })
    const voice = new OscillatorNode(context, { type: 'sine', frequency: pitch * multiple })
    voice.connect(share).connect(volume)
    voice.start(begin)
    voice.stop(begin + length)
    return voice
  })
  return new Promise((resolve) => {
    voices[0]?.addEventListener('ended', () => resolve(), { once: true })
  })
}
