/** What a linked phone does, as it reports itself (cec_07_0572). */
export type PhoneStatus = 'off-hook' | 'on-hook' | 'talking' | 'online' | 'offline' | 'ringing'

const statuses: readonly PhoneStatus[] = ['off-hook', 'on-hook', 'talking', 'online', 'offline', 'ringing']

/** The status behind the number of the event; null for one that no page names. */
export function phoneStatus(code: number): PhoneStatus | null {
  return statuses[code] ?? null
}

/** What is known of the phone of the linkage. Nothing reads it: only events tell. */
export interface LinkedPhone {
  readonly status: { readonly value: PhoneStatus; readonly at: number } | null
  /** How the gateway answered the newest request to link: 0 linked, anything else failed; null = not yet. */
  readonly answer: { readonly result: number; readonly at: number } | null
}

export const unknownPhone: LinkedPhone = { status: null, answer: null }
