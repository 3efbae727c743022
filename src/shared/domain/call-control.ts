/**
 * What an agent can do with a call. `pick-up` lifts the linked phone, `reject` puts it down before the call is answered;
 * `answer` and `release` are the gateway's own words for the beginning and the end of a call.
 */
export const callActions = [
  'answer',
  'hold',
  'retrieve',
  'mute',
  'unmute',
  'release',
  'pick-up',
  'reject',
] as const
export type CallAction = (typeof callActions)[number]
