const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/** An own value of up to 50 letters, digits, `-`, `_` and `.` (cec_07_1204: no special characters). */
export const isServiceToken = (text: string): boolean => /^[\w.-]{1,50}$/.test(text)

/** Events may carry phone numbers: the simulator sends them to this machine only. */
export function isCallbackUri(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && LOOPBACK.includes(hostname)
}
