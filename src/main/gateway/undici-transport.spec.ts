import { describe, expect, it } from 'vitest'
import { createCertificate, httpAnswer, startServer, type Respond } from './testing/test-server.ts'
import { request, useTransports } from './testing/use-transports.ts'

const { connect, serve } = useTransports()

const sayHello: Respond = (socket) => socket.write(httpAnswer('{"hello":1}'))

describe('UndiciTransport: failures before anything is sent', () => {
  it('calls a refused connection unreachable', async () => {
    const server = await startServer(sayHello)
    await server.close()
    expect(await connect(server.origin).send(request())).toEqual({
      ok: false,
      error: { kind: 'unreachable', detail: 'ECONNREFUSED' },
    })
  })

  it('calls an unknown name unreachable', async () => {
    const sent = await connect('http://gateway.invalid').send(request())
    expect(sent).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
  })

  it('calls a server that does not speak TLS unreachable, not untrusted', async () => {
    const server = await serve(sayHello)
    const transport = connect(server.origin.replace('http:', 'https:'))
    const sending = transport.send(request())
    await server.connected(1)
    server.connections[0]!.end('220 mail.example ESMTP\r\n')
    expect(await sending).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
  })

  it('gives up on a handshake that never ends', async () => {
    const server = await serve(sayHello)
    const sent = await connect(server.origin.replace('http:', 'https:')).send(request({ timeoutMs: 200 }))
    expect(sent).toEqual({ ok: false, error: { kind: 'unreachable', detail: 'CONNECT_TIMED_OUT' } })
  })

  it('refuses a header with a line break without sending anything', async () => {
    const server = await serve(sayHello)
    const sent = await connect(server.origin).send(request({ headers: { Guid: 'a\r\nb: c' } }))
    expect(sent).toMatchObject({ ok: false, error: { kind: 'unreachable' } })
    expect(server.requests).toHaveLength(0)
  })
})

describe('UndiciTransport: trust', () => {
  it.each([
    ['no authority vouches for it', {}, false, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['it is for another address', { ip: '127.0.0.9' }, true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['it is for another name', { dns: 'gateway.example' }, true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['it has expired', { isExpired: true }, true, 'CERT_HAS_EXPIRED'],
  ])('refuses a certificate when %s', async (_why, options, isTrusted, detail) => {
    const certificate = await createCertificate(options)
    const server = await serve(sayHello, certificate)
    const transport = connect(server.origin, isTrusted ? { caPem: certificate.cert } : {})
    expect(await transport.send(request())).toEqual({
      ok: false,
      error: { kind: 'untrusted-certificate', detail },
    })
    expect(server.requests).toHaveLength(0)
  })

  it('refuses a server of another authority than the custom one', async () => {
    const server = await serve(sayHello, await createCertificate())
    const other = await createCertificate({ dns: 'other.example' })
    const sent = await connect(server.origin, { caPem: other.cert }).send(request())
    expect(sent).toMatchObject({ ok: false, error: { kind: 'untrusted-certificate' } })
  })

  it('trusts a server that the custom authority vouches for', async () => {
    const certificate = await createCertificate()
    const server = await serve(sayHello, certificate)
    const sent = await connect(server.origin, { caPem: certificate.cert }).send(request())
    expect(sent).toMatchObject({ ok: true, value: { status: 200, body: '{"hello":1}' } })
  })
})

describe('UndiciTransport: failures after sending', () => {
  it.each<[string, Respond]>([
    ['closes instead of answering', (socket) => socket.end()],
    ['resets instead of answering', (socket) => socket.resetAndDestroy()],
    ['closes in the middle of the head', (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Le')],
    ['closes in the middle of the body', (socket) => socket.end(httpAnswer('{"a":1}').slice(0, -3))],
    ['answers something that is not HTTP', (socket) => socket.end('220 mail.example ESMTP\r\n\r\n')],
  ])('is cut when the server %s', async (_what, respond) => {
    const server = await serve(respond)
    expect(await connect(server.origin).send(request())).toEqual({ ok: false, error: { kind: 'cut' } })
  })

  it.each<[string, Respond]>([
    ['never answers', () => undefined],
    ['stops after the head', (socket) => socket.write(httpAnswer('{"a":1}').slice(0, -7))],
    [
      'drips one byte at a time',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n')
        const drip = setInterval(() => socket.write(' '), 20)
        socket.on('close', () => {
          clearInterval(drip)
        })
      },
    ],
  ])('times out when the server %s', async (_what, respond) => {
    const server = await serve(respond)
    const sent = await connect(server.origin).send(request({ timeoutMs: 250 }))
    expect(sent).toEqual({ ok: false, error: { kind: 'timed-out' } })
  })

  it('does not read a body beyond the limit', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('x'.repeat(100_000))))
    const sent = await connect(server.origin, { maxBodyBytes: 50_000 }).send(request())
    expect(sent).toEqual({ ok: false, error: { kind: 'too-large' } })
  })

  it('reads a body of exactly the limit', async () => {
    const server = await serve((socket) => socket.write(httpAnswer('x'.repeat(50_000))))
    const sent = await connect(server.origin, { maxBodyBytes: 50_000 }).send(request())
    expect(sent).toMatchObject({ ok: true, value: { status: 200 } })
  })

  it('hands a redirect back instead of following it', async () => {
    const server = await serve((socket) =>
      socket.write(httpAnswer('', ['Location: http://127.0.0.1:1/'], '302 Found')),
    )
    expect(await connect(server.origin).send(request())).toMatchObject({ ok: true, value: { status: 302 } })
    expect(server.requests).toHaveLength(1)
  })
})

describe('UndiciTransport: giving up', () => {
  it('sends nothing for a signal that was aborted before', async () => {
    const server = await serve(sayHello)
    const sent = await connect(server.origin).send(request({ signal: AbortSignal.abort() }))
    expect(sent).toEqual({ ok: false, error: { kind: 'aborted', wasSent: false } })
    expect(server.connections).toHaveLength(0)
  })

  it('closes the connection of a request that is aborted', async () => {
    const server = await serve(() => undefined)
    const abort = new AbortController()
    const sending = connect(server.origin).send(request({ signal: abort.signal }))
    await server.received(1)
    const closed = new Promise((resolve) => server.connections[0]!.once('close', resolve))
    abort.abort()
    expect(await sending).toEqual({ ok: false, error: { kind: 'aborted', wasSent: true } })
    await closed
  })

  it('keeps a queued request that was given up from leaving later', async () => {
    const held: (() => void)[] = []
    const server = await serve((socket) => held.push(() => socket.write(httpAnswer('{}'))))
    const transport = connect(server.origin)
    const poll = { lane: 'poll' } as const
    const first = transport.send(request(poll))
    await server.received(1)
    const abort = new AbortController()
    const queued = transport.send(request({ ...poll, path: '/queued', signal: abort.signal }))
    abort.abort()
    expect(await queued).toEqual({ ok: false, error: { kind: 'aborted', wasSent: false } })
    held[0]!()
    expect(await first).toMatchObject({ ok: true })

    const last = transport.send(request({ ...poll, path: '/last' }))
    await server.received(2)
    held[1]!()
    expect(await last).toMatchObject({ ok: true })
    expect(server.requests.map(({ text }) => text.split(' ')[1])).toEqual(['/x', '/last'])
  })

  it('says unreachable when the time of a queued request is over: it never left', async () => {
    const server = await serve(() => undefined)
    const transport = connect(server.origin)
    const first = transport.send(request({ lane: 'poll' }))
    await server.received(1)
    const queued = await transport.send(request({ lane: 'poll', timeoutMs: 50 }))
    expect(queued).toEqual({ ok: false, error: { kind: 'unreachable', detail: 'CONNECT_TIMED_OUT' } })
    await transport.dispose()
    expect(await first).toEqual({ ok: false, error: { kind: 'aborted', wasSent: true } })
  })
})

describe('UndiciTransport: connections', () => {
  it('keeps one connection for one command after another', async () => {
    const server = await serve(sayHello)
    const transport = connect(server.origin)
    for (let nth = 0; nth < 5; nth += 1) expect(await transport.send(request())).toMatchObject({ ok: true })
    expect(server.connections).toHaveLength(1)
    expect(server.requests).toHaveLength(5)
  })

  it('sends commands beside a poll that hangs, on another connection', async () => {
    const server = await serve((socket, text) => {
      if (text.startsWith('POST')) socket.write(httpAnswer('{}'))
    })
    const transport = connect(server.origin)
    const abort = new AbortController()
    const poll = transport.send(request({ method: 'GET', lane: 'poll', signal: abort.signal }))
    await server.received(1)
    expect(await transport.send(request())).toMatchObject({ ok: true })
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 1])
    abort.abort()
    await poll
  })

  it('drops all connections at once and opens new ones for the next request', async () => {
    const server = await serve((socket, text) => {
      if (text.startsWith('POST')) socket.write(httpAnswer('{}'))
    })
    const transport = connect(server.origin)
    await transport.send(request())
    const poll = transport.send(request({ method: 'GET', lane: 'poll' }))
    await server.received(2)
    const closed = server.connections.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    await transport.dropConnections()
    expect(await poll).toEqual({ ok: false, error: { kind: 'cut' } })
    await Promise.all(closed)

    expect(await transport.send(request())).toMatchObject({ ok: true })
    expect(server.connections).toHaveLength(3)
  })

  it('keeps a request from leaving that had not left when the connections were dropped', async () => {
    const server = await serve(sayHello)
    const transport = connect(server.origin)
    const sending = transport.send(request())
    await transport.dropConnections()
    expect(await sending).toEqual({
      ok: false,
      error: { kind: 'unreachable', detail: 'CONNECTIONS_DROPPED' },
    })
    expect(server.requests).toHaveLength(0)
  })

  it('answers aborted after it was disposed of, twice without harm', async () => {
    const server = await serve(sayHello)
    const transport = connect(server.origin)
    await transport.dispose()
    await transport.dispose()
    expect(await transport.send(request())).toEqual({ ok: false, error: { kind: 'aborted', wasSent: false } })
    expect(server.connections).toHaveLength(0)
  })

  it('gives header names in lower case and drops a byte order mark', async () => {
    const server = await serve((socket) =>
      socket.write(httpAnswer('\uFEFF{}', ['Set-GUID: JSESSIONID=a', 'set-guid: JSESSIONID=b'])),
    )
    const sent = await connect(server.origin).send(request())
    expect(sent).toMatchObject({ ok: true, value: { body: '{}' } })
    expect(sent.ok && sent.value.headers.get('set-guid')).toEqual(['JSESSIONID=a', 'JSESSIONID=b'])
  })
})
