import type { Policy } from './policy.ts'

/** The browser client: half a second between polls, none after an event; ten failures in a row, and it is signed out. */
const browserLoop: Policy = {
  name: 'browser: 500 ms, out after 10',
  pauseMs: (answer) => (answer === 'event' ? 0 : 500),
  givesUp: (failures) => failures >= 10,
  toleratedGuidRefusals: 5,
}

/** The desktop client: polls every half second, tries again after one second, gives up after eight network failures. */
const desktopLoop: Policy = {
  name: 'desktop: out after 8',
  pauseMs: (answer) => (answer === 'failure' ? 1_000 : 500),
  givesUp: (failures) => failures >= 8,
  toleratedGuidRefusals: 15,
}

/** Shows the last value for up to three minutes of silence, and tries every one and a half seconds. */
const patient: Policy = {
  name: 'patient: out after 180 s',
  pauseMs: (answer) => (answer === 'failure' ? 1_500 : answer === 'empty' ? 500 : 0),
  givesUp: (_failures, silentMs) => silentMs >= 180_000,
  toleratedGuidRefusals: 5,
}

/** After a failure the next try comes with the next step of half a minute; never gives up. */
const stepwise: Policy = {
  name: 'stepwise: again every 30 s',
  pauseMs: (answer) => (answer === 'failure' ? 30_000 : answer === 'empty' ? 500 : 0),
  givesUp: () => false,
  toleratedGuidRefusals: 5,
}

/** Documented policies of other clients, restated (docs/verification.md says from where). */
export const knownPolicies: readonly Policy[] = [browserLoop, desktopLoop, patient, stepwise]
