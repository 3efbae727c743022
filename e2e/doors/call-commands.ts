import type { Page } from '@playwright/test'
import { agreedMenu, type DoorCase } from './door-case.ts'
import { muted, offeredToAnswer, offHold, onHold, phoneRings } from './situations.ts'

const callCase = (text: string, button: RegExp, line: string, more: Partial<DoorCase>): DoorCase => ({
  text,
  window: (page: Page) => page.getByRole('button', { name: button }).click(),
  lines: [line],
  journal: 'call',
  notAt: { tray: agreedMenu },
  ...more,
})

/** The present call, with a phone that is always off the hook. The last one leaves a call that answers nothing by itself. */
export const callCases: readonly DoorCase[] = [
  callCase('call=hold', /^Hold/, 'POST /voicecall/101/hold', { before: offHold }),
  callCase('call=retrieve', /^Resume/, 'POST /voicecall/101/gethold?callid=…', { before: onHold }),
  callCase('call=mute', /^Mute/, 'POST /voicecall/101/beginmute', { before: muted(false) }),
  callCase('call=unmute', /^Unmute/, 'POST /voicecall/101/endmute', { before: muted(true) }),
  callCase('call=release', /^End/, 'DELETE /voicecall/101/release', { before: offHold, isConfirmed: true }),
  callCase('call=answer', /^Answer/, 'PUT /voicecall/101/answer?callid=…', { before: offeredToAnswer }),
]

/** With a linked phone that rings. They sign in with it, so nobody may be signed in before. */
export const phoneCases: readonly DoorCase[] = [
  callCase('call=pick-up', /^Lift/, 'POST /voicecall/101/phonepickup', { before: phoneRings }),
  callCase('call=reject', /^Reject/, 'POST /voicecall/101/phonehangup', {
    before: phoneRings,
    isConfirmed: true,
  }),
]
