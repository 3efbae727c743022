/** The switches whose wish can wait for the gateway. */
export const wishNames = ['after-call', 'linkage', 'skills', 'agent-state'] as const
export type WishName = (typeof wishNames)[number]
