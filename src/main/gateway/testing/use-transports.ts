import { afterEach } from 'vitest'
import type { TransportRequest } from '../transport.ts'
import { UndiciTransport } from '../undici-transport.ts'
import { startServer, type Respond, type TestCertificate, type TestServer } from './test-server.ts'

export interface Transports {
  readonly connect: (
    origin: string,
    options?: { readonly caPem?: string; readonly maxBodyBytes?: number },
  ) => UndiciTransport
  readonly serve: (respond: Respond, certificate?: TestCertificate) => Promise<TestServer>
}

/** Transports and raw servers for the specs of a file; each spec's are closed after it, the newest first. */
export function useTransports(): Transports {
  const open: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close()
  })
  return {
    connect(origin, options = {}) {
      const transport = new UndiciTransport({ origin, caPem: null, connectMs: 2_000, ...options })
      open.push(() => transport.dispose())
      return transport
    },
    async serve(respond, certificate) {
      const server = await startServer(respond, certificate)
      open.push(() => server.close())
      return server
    },
  }
}

/** A request of no consequence, with what the spec is about. */
export const request = (change: Partial<TransportRequest> = {}): TransportRequest => ({
  method: 'POST',
  path: '/x',
  headers: {},
  body: null,
  lane: 'command',
  timeoutMs: 3_000,
  ...change,
})
