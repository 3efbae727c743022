import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
/** Stands for npm's shell: starts a program and waits. */
const START_AND_WAIT =
  "require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })"
const running: ChildProcessByStdio<null, Readable, Readable>[] = []

function run(...args: string[]): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  return child
}

async function outcome(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<{ code: unknown; out: string; err: string }> {
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = (await once(child, 'close')) as unknown[]
  return { code, out, err }
}

afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})

describe('npm run simulator', () => {
  it('says what is wrong with its options and exits with 2', async () => {
    const { code, out, err } = await outcome(run('--port', 'x'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^--port must be a whole number\n\nUsage: /)
  })

  it('says when a port is taken and exits with 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const { code, out, err } = await outcome(run('--port', String(port), '--control-port', '0'))
    holder.close()
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/could not start: .*EADDRINUSE/)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line when ready; %s ends it cleanly',
    async (signal) => {
      const child = run('--port', '0', '--control-port', '0')
      const done = outcome(child)
      const [line] = (await once(createInterface(child.stdout), 'line')) as string[]
      const ready = JSON.parse(line ?? '') as {
        gateway: string
        control: string
        ca: string
        agents: unknown[]
      }
      expect(ready).toMatchObject({ ready: true })
      expect([ready.gateway, ready.control]).toEqual([
        expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
        expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      ])
      expect(ready.agents[0]).toMatchObject({
        id: '101',
        password: 'Deskside#101',
        phone: '8101',
        account: 'agent101',
      })
      expect(await (await fetch(`${ready.control}/health`)).json()).toEqual({ ok: true })
      child.kill(signal)
      const { code, out, err } = await done
      expect([code, out.trim().split('\n').length, err]).toEqual([0, 1, ''])
      await expect(access(ready.ca)).rejects.toThrow()
    },
  )

  it('lists the scenarios with what to watch', async () => {
    const { code, out, err } = await outcome(run('--list-scenarios'))
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^switch-over\n {4}A disaster: .*\n {4}Watch: /m)
  })

  it('says that there is no such scenario and exits with 2', async () => {
    const { code, out, err } = await outcome(run('--scenario', 'nothing-of-the-kind'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^there is no scenario "nothing-of-the-kind": /)
  })

  it('plays a scenario in its own world, again after a reset, and tells of it on stderr', async () => {
    const child = run('--port', '0', '--control-port', '0', '--scenario', 'busy-morning', '--agents', '30')
    const told = createInterface(child.stderr)[Symbol.asyncIterator]()
    const [line] = (await once(createInterface(child.stdout), 'line')) as string[]
    const { control } = JSON.parse(line ?? '') as { control: string }
    const next = async (): Promise<unknown> => (await told.next()).value
    const beginning = ['00:00 scenario busy-morning. Watch:', '00:00 it begins when agent 101 is signed-in']
    for (const text of beginning) expect(await next()).toContain(text)
    const state = (await (await fetch(`${control}/state`)).json()) as { seed: number; agents: unknown[] }
    expect([state.seed, state.agents.length]).toEqual([9, 30])
    await fetch(`${control}/reset`, { method: 'POST' })
    for (const text of beginning) expect(await next()).toContain(text)
  })

  // On Windows the end of a parent does not show.
  it.runIf(process.platform !== 'win32')('ends with npm, whose shell dies without a word', async () => {
    const shell = spawn(
      process.execPath,
      ['-e', START_AND_WAIT, MAIN, '--port', '0', '--control-port', '0'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, npm_lifecycle_event: 'simulator' },
      },
    )
    running.push(shell)
    const lines = createInterface(shell.stdout)
    const [line] = (await once(lines, 'line')) as string[]
    const { control } = JSON.parse(line ?? '') as { control: string }
    // The simulator holds the pipes of its shell: they close when both are gone.
    const closed = once(shell, 'close')
    shell.kill('SIGKILL')
    await closed
    await expect(fetch(`${control}/health`)).rejects.toThrow('fetch failed')
  })
})
