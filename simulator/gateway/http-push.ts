import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { PushPort } from './push.ts'
import { isCallbackUri } from './push-target.ts'

const TIMEOUT_MS = 5000

/** An acknowledgement is short; whatever is longer is none. */
const LONGEST_ANSWER = 10_000

async function isAcknowledged(response: IncomingMessage): Promise<boolean> {
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) {
    text += String(chunk)
    if (text.length > LONGEST_ANSWER) return false
  }
  const answer = JSON.parse(text) as unknown
  return typeof answer === 'object' && answer !== null && 'retcode' in answer && answer.retcode === '0'
}

/**
 * Pushes over HTTP or, from TLS 1.2 on, HTTPS, to this machine only. Every failure is "not acknowledged": the
 * delivery tries again.
 *
 * @param ca PEM of what is trusted beside the usual, for receivers with a certificate of their own
 */
export function httpPush(ca?: string): PushPort {
  return {
    post: async (url, headers, body) => {
      if (!isCallbackUri(url)) return false
      const isPlain = url.startsWith('http:')
      const send = isPlain ? requestHttp : requestHttps
      const tls = isPlain ? {} : { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) }
      try {
        const response = await new Promise<IncomingMessage>((resolve, reject) => {
          const outgoing = send(
            url,
            {
              method: 'POST',
              headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
              timeout: TIMEOUT_MS,
              ...tls,
            },
            resolve,
          )
          outgoing.once('timeout', () => outgoing.destroy(new Error('the receiver does not answer')))
          outgoing.once('error', reject)
          outgoing.end(body)
        })
        return await isAcknowledged(response)
      } catch {
        // Not reachable, cut, slow or no JSON: for the delivery it is all the same.
        return false
      }
    },
  }
}
