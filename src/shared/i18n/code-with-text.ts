import { gatewayCodes } from './en/gateway-codes.ts'

/** A code of the gateway with a text of its own (`gatewayCodes`). */
export type CodeWithText = keyof typeof gatewayCodes

/** Tells whether a code says more than the reason it stands for; the others have the words of that reason. */
export function hasOwnText(retcode: string | undefined): retcode is CodeWithText {
  return retcode !== undefined && Object.hasOwn(gatewayCodes, retcode)
}
