import { Mic, MicOff, Pause, Phone, PhoneIncoming, PhoneOff, Play } from '@lucide/vue'
import type { Component } from 'vue'
import type { CallAction } from '../../../../shared/domain/call-control.ts'
import type { CallView } from '../../../../shared/domain/call.ts'

export const callIcons: Readonly<Record<CallAction, Component>> = {
  answer: PhoneIncoming,
  'pick-up': Phone,
  reject: PhoneOff,
  hold: Pause,
  retrieve: Play,
  mute: MicOff,
  unmute: Mic,
  release: PhoneOff,
}

/** Colour beside the word: green takes the call, red ends it. */
export const callTones: Partial<Readonly<Record<CallAction, 'green' | 'red'>>> = {
  answer: 'green',
  'pick-up': 'green',
  reject: 'red',
  release: 'red',
}

/**
 * The buttons of the strip, the same number in the same places for as long as the phase lasts. A call that comes is taken or
 * rejected; one that is on is held, muted or ended, and what undoes a button stands in its place.
 */
export function callButtons(call: CallView): readonly CallAction[] {
  if (call.phase === 'arriving' || call.phase === 'ringing') {
    // The phone rings: a linked one is lifted from here. Otherwise the gateway may wait for an answer.
    const canLift = call.isPhoneRinging && call.actions['pick-up'] !== 'not-linked'
    return [canLift ? 'pick-up' : 'answer', 'reject']
  }
  return [call.phase === 'held' ? 'retrieve' : 'hold', call.isMuted === true ? 'unmute' : 'mute', 'release']
}

/** Media types that are no ordinary voice calls (cec_07_0409), in the words an agent knows. */
const media: ReadonlyMap<number, 'chat' | 'video' | 'message'> = new Map([
  [1, 'chat'],
  [51, 'chat'],
  [53, 'chat'],
  [19, 'video'],
  [17, 'message'],
] as const)

export const mediumOf = ({ mediaType }: CallView): 'chat' | 'video' | 'message' | null =>
  mediaType === null ? null : (media.get(mediaType) ?? null)
