import { createServer, type AddressInfo, type Server } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { ConnectionReport } from '../../shared/domain/connection-check.ts'
import { useSimulators } from '../../../simulator/testing/with-simulator.ts'
import { createCertificate } from '../gateway/testing/test-server.ts'
import { reportText } from './report-text.ts'
import { credentials, impatient, patient, setUp, useServers } from './testing/check-fixture.ts'

/*
 * Against real servers: the simulator with its faults, and raw ones that no gateway would be. Each says which step is to blame.
 */

const start = useSimulators()
const { file, noFile, serve, onEnd } = useServers()

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** `step problem` of the step to blame, and that nothing behind it was tried. */
function blamed({ outcome, steps }: ConnectionReport): string {
  expect(outcome).toBe('failed')
  const index = steps.findIndex(({ status }) => status === 'failed')
  const step = steps[index]
  for (const later of steps.slice(index + 1)) expect(later).toMatchObject({ status: 'skipped' })
  return `${step?.id} ${step?.problem}`
}

describe('the address', () => {
  it.each([
    ['', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https://user:word@gateway.example', 'not-an-address'],
    ['http://gateway.example:8043', 'insecure-address'],
    ['https://gateway.invalid:8043', 'name-unknown'],
  ])('%j: %s', async (gatewayAddress, problem) => {
    const report = await setUp().run({ gatewayAddress })
    // Without a name service the name cannot be told from one that is not there.
    expect(blamed(report)).toMatch(new RegExp(`^address (${problem}|name-service-silent)$`))
  })

  it('with a port that nobody listens on', async () => {
    const gatewayAddress = `https://127.0.0.1:${await closedPort()}`
    expect(blamed(await setUp().run({ gatewayAddress }))).toBe('address port-closed')
  })
})

describe('the certificate', () => {
  it('that nobody here vouches for, and who issued it', async () => {
    const { simulator } = await start()
    const report = await setUp().run({ gatewayAddress: simulator.gatewayUrl })
    expect(blamed(report)).toBe('certificate unknown-authority')
    expect(report.steps[1]?.facts).toContainEqual({ name: 'issuer', value: 'Deskside simulator CA' })
  })

  it('of another authority than the chosen one', async () => {
    const { simulator } = await start()
    const caFile = await file((await createCertificate()).cert)
    expect(blamed(await setUp().run({ gatewayAddress: simulator.gatewayUrl, caFile }))).toBe(
      'certificate unknown-authority',
    )
  })

  it.each([
    ['is for another name', { dns: 'gateway.example' }, 'wrong-name'],
    ['is for another address', { ip: '192.0.2.7' }, 'wrong-name'],
    ['has expired', { isExpired: true }, 'expired'],
  ])('that %s', async (_name, options, problem) => {
    const certificate = await createCertificate(options)
    const server = await serve(() => undefined, certificate)
    const caFile = await file(certificate.cert)
    expect(blamed(await setUp().run({ gatewayAddress: server.origin, caFile }))).toBe(
      `certificate ${problem}`,
    )
  })

  it.each([
    ['a file that is not there', null, 'ca-not-readable'],
    ['a file without a certificate', 'hello', 'ca-not-a-certificate'],
  ])('with %s', async (_name, text, problem) => {
    const server = await serve(() => undefined, await createCertificate())
    const caFile = text === null ? noFile() : await file(text)
    expect(blamed(await setUp().run({ gatewayAddress: server.origin, caFile }))).toBe(
      `certificate ${problem}`,
    )
  })

  it('is none: plain HTTP on the port', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onEnd(() => server.close())
    const { port } = server.address() as AddressInfo
    expect(blamed(await setUp().run({ gatewayAddress: `https://127.0.0.1:${port}` }))).toBe(
      'certificate not-encrypted',
    )
  })

  it.each([
    ['is cut', (close: () => void) => close(), 'tls-cut'],
    ['is never answered', () => undefined, 'tls-timed-out'],
  ])('whose handshake %s', async (_name, act, problem) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      onEnd(() => socket.destroy())
      socket.once('data', () => act(() => socket.end()))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onEnd(() => server.close())
    const { port } = server.address() as AddressInfo
    const { run } = setUp(problem === 'tls-timed-out' ? impatient : patient)
    expect(blamed(await run({ gatewayAddress: `https://127.0.0.1:${port}` }))).toBe(`certificate ${problem}`)
  })
})

describe('the gateway', () => {
  it.each([
    ['an HTML page', { type: 'malformed', kind: 'html' }, 'not-a-gateway'],
    ['half an answer', { type: 'malformed', kind: 'truncated' }, 'not-a-gateway'],
    ['a proxy without its server', { type: 'status', status: 502 }, 'server-error'],
    ['another site', { type: 'status', status: 404 }, 'not-a-gateway'],
    ['nothing', { type: 'hang' }, 'no-answer'],
    ['half a connection', { type: 'half-open' }, 'no-answer'],
    ['a cut', { type: 'reset' }, 'answer-cut'],
    ['a platform in trouble', { type: 'retcode', retcode: '999-001' }, 'gateway-in-trouble'],
  ])('gives %s', async (_name, action, problem) => {
    const { simulator, control } = await start()
    await control('POST', '/faults', { match: { path: '**/agentstatus' }, action, times: 5 })
    const { run } = setUp(problem === 'no-answer' ? impatient : patient)
    const report = await run({ gatewayAddress: simulator.gatewayUrl, caFile: simulator.caPath })
    expect(blamed(report)).toBe(`gateway ${problem}`)
  })
})

describe('what follows', () => {
  it.each([
    [{ password: 'wrong' }, 'sign-in sign-in-failed', 'wrong-credentials'],
    [{ phone: '9999999' }, 'phone phone-refused', 'phone-not-usable'],
  ])('%j is refused', async (change, step, reason) => {
    const { simulator } = await start()
    const report = await setUp().run({
      gatewayAddress: simulator.gatewayUrl,
      caFile: simulator.caPath,
      credentials: { ...credentials, ...change },
    })
    expect(blamed(report)).toBe(step)
    expect(report.steps.find(({ status }) => status === 'failed')?.error?.reason).toBe(reason)
  })

  it('a poll that fails is told, and the check signs out', async () => {
    const { simulator, control } = await start()
    await control('POST', '/faults', {
      match: { path: '**/agentevent/**' },
      action: { type: 'status', status: 503 },
      times: 5,
    })
    const report = await setUp().run({
      gatewayAddress: simulator.gatewayUrl,
      caFile: simulator.caPath,
      credentials,
    })
    expect(report.steps.find(({ status }) => status === 'failed')).toMatchObject({
      id: 'poll',
      problem: 'poll-failed',
    })
    expect(
      simulator.requests
        .since(0)
        .map(({ path }) => path)
        .at(-1),
    ).toMatch(/logout$/)
  })

  it('nothing was typed: the gateway is the last step', async () => {
    const { simulator } = await start()
    const report = await setUp().run({ gatewayAddress: simulator.gatewayUrl, caFile: simulator.caPath })
    expect(report.outcome).toBe('passed')
    expect(report.steps.map(({ status, skipped }) => skipped ?? status)).toEqual([
      'passed',
      'passed',
      'passed',
      'nothing-typed',
      'nothing-typed',
      'nothing-typed',
    ])
  })

  it('all of it passes, step by step, and leaves nobody signed in', async () => {
    const { simulator } = await start()
    const { run, told, journal } = setUp()
    const report = await run({ gatewayAddress: simulator.gatewayUrl, caFile: simulator.caPath, credentials })
    expect(report.steps.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'passed'))
    expect(told.at(-1)).toEqual(report)
    const running = told.flatMap(({ steps }) =>
      steps.filter(({ status }) => status === 'running').map(({ id }) => id),
    )
    expect([...new Set(running)]).toEqual(['address', 'certificate', 'gateway', 'sign-in', 'poll'])
    expect(journal).toEqual([
      { kind: 'app', name: 'connection-check', cause: 'window', details: { outcome: 'passed' } },
    ])
    const text = reportText(report, 'Version 1')
    expect(text).toContain('issuer Deskside simulator CA')
    for (const secret of ['Deskside#101', '8101']) expect(text).not.toContain(secret)
  })
})

describe('a session of the agent’s own', () => {
  it('is not disturbed by a single request', async () => {
    const { simulator } = await start()
    const { run, desk } = setUp()
    const { snapshot } = desk
    desk.snapshot = {
      ...snapshot,
      signIn: { ...snapshot.signIn, gatewayAddress: simulator.gatewayUrl },
      session: {
        phase: 'online',
        agentId: '101',
        since: 0,
        isAlwaysOffHook: true,
        passwordDaysLeft: null,
        isPasswordChangeForced: false,
      },
    }
    const report = await run({ gatewayAddress: simulator.gatewayUrl, caFile: simulator.caPath, credentials })
    expect(report.steps.map(({ status, skipped }) => skipped ?? status)).toEqual([
      'passed',
      'passed',
      'passed',
      'signed-in',
      'passed',
      'not-linked',
    ])
    expect(simulator.requests.since(0)).toEqual([])
  })
})
