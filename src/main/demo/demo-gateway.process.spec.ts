import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../time/clock.ts'
import { DemoGateway } from './demo-gateway.ts'
import type { DemoControl } from './demo-messages.ts'

/** What a utility process has in place of an ordinary child's channel. */
const parentPort = `
  import { EventEmitter } from 'node:events'
  const port = new EventEmitter()
  port.postMessage = (message) => process.send(message)
  process.on('message', (data) => port.emit('message', { data }))
  process.parentPort = port
`

let folder = ''
let child: ChildProcess | null = null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskside-demo-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function start(certificates: string, control: DemoControl = 'with-control'): ChildProcess {
  child = fork(join(import.meta.dirname, 'demo-gateway.process.ts'), [certificates, control], {
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(parentPort)}`],
  })
  return child
}

function demoOf(process: ChildProcess): DemoGateway {
  return new DemoGateway(
    {
      on: (event, listener) => process.on(event, listener),
      once: (event, listener) => process.once(event, (code: number | null) => listener(code ?? -1)),
      postMessage: (message) => process.send(message as object),
      kill: () => process.kill(),
    },
    systemClock,
  )
}

describe('demo process', () => {
  it('says why it cannot start', async () => {
    const demo = demoOf(start('/dev/null/certificates'))
    expect(await demo.ready()).toMatchObject({
      ok: false,
      error: expect.stringContaining('ENOTDIR') as string,
    })
  })

  it('has no control interface unless it was asked for', async () => {
    const demo = demoOf(start(folder, 'without-control'))
    expect(await demo.ready()).toMatchObject({ ok: true, value: { controlUrl: null } })
    await demo.dispose()
  })

  it('serves a gateway, and ends when told', async () => {
    const process = start(folder)
    const gone = once(process, 'exit')
    const demo = demoOf(process)
    const ready = await demo.ready()
    if (!ready.ok) expect.fail(ready.error)
    expect(ready.value).toMatchObject({ agent: { id: '101', phone: '8101' } })
    expect(await readFile(ready.value.caPath, 'utf8')).toContain('BEGIN CERTIFICATE')
    expect((await fetch(`${String(ready.value.controlUrl)}/state`)).status).toBe(200)
    await demo.dispose()
    expect(await gone).toEqual([0, null])
  })

  it('ends with the main process', async () => {
    const process = start(folder)
    const gone = once(process, 'exit')
    expect(await demoOf(process).ready()).toMatchObject({ ok: true })
    process.disconnect()
    expect(await gone).toEqual([0, null])
  })
})
