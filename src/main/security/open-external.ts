/** Hosts that links in the window may lead to: the gateway's public documentation. */
export const linkedHosts: ReadonlySet<string> = new Set(['support.huaweicloud.com'])

/**
 * The address to hand to the system, written anew from its parts: https to an allowed host, or a plain mail address.
 * Null for everything else (SEC-15).
 */
export function vetLink(address: string, hosts: ReadonlySet<string> = linkedHosts): string | null {
  const url = URL.parse(address)
  if (url === null) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:') return hosts.has(url.host) ? url.href : null
  const isPlainMail =
    url.protocol === 'mailto:' && url.search === '' && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url.pathname)
  return isPlainMail ? url.href : null
}
