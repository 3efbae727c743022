import { describe, expect, it } from 'vitest'
import { createCertificate, httpAnswer } from './testing/test-server.ts'
import { request, useTransports } from './testing/use-transports.ts'
import type { UndiciTransport } from './undici-transport.ts'

const { connect, serve } = useTransports()

/** Stops this process for a while, as sleep does: nothing runs, and what arrives waits in the sockets. */
function freeze(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

describe('UndiciTransport: an answer that has arrived and that nobody has read yet', () => {
  const givingUp: readonly (readonly [
    string,
    (transport: UndiciTransport, abort: AbortController) => unknown,
  ])[] = [
    ['connections are dropped', (transport) => transport.dropConnections()],
    ['the request is aborted', (_transport, abort) => abort.abort()],
    [
      'both happen',
      (transport, abort) => {
        abort.abort()
        void transport.dropConnections()
      },
    ],
    ['the deadline passes in sleep', () => freeze(350)],
  ]

  it.each(givingUp.flatMap(([what, giveUp]) => [false, true].map((isTls) => ({ what, giveUp, isTls }))))(
    'is read before $what (TLS: $isTls)',
    async ({ giveUp, isTls }) => {
      const certificate = isTls ? await createCertificate() : undefined
      const server = await serve(() => undefined, certificate)
      const transport = connect(server.origin, certificate === undefined ? {} : { caPem: certificate.cert })
      const abort = new AbortController()
      const poll = transport.send(
        request({ method: 'GET', lane: 'poll', timeoutMs: 300, signal: abort.signal }),
      )
      await server.received(1)
      // On the loopback the bytes are with the receiver when this returns; he has had no turn to read them.
      server.connections[0]!.write(httpAnswer('{"event":1}'))
      giveUp(transport, abort)
      expect(await poll).toMatchObject({ ok: true, value: { body: '{"event":1}' } })
    },
  )
})
