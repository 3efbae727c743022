import { describe, expect, it } from 'vitest'
import { readCommandLine } from './command-line.ts'

describe('readCommandLine', () => {
  it.each<[args: string[], problem: RegExp]>([
    [['--port', 'x'], /--port must be a whole number/],
    [['--port', '65536'], /--port must be at most 65535/],
    [['--port', '-1'], /port/],
    [['--control-port', '1.5'], /--control-port must be a whole number/],
    [['--agents', '0'], /--agents must be at least 1/],
    [['--agents', '999900'], /--agents must be at most 999899/],
    [['--skills', '10001'], /--skills must be at most 10000/],
    [['--calls-per-minute', 'many'], /--calls-per-minute must be a number/],
    [['--authmode', '3'], /--authmode must be 1 or 2/],
    [['--host', ''], /--host must not be empty/],
    [['--cert-dir', ''], /--cert-dir must not be empty/],
    [['--scenario', ''], /--scenario must not be empty/],
    [['--colour', 'red'], /--colour/],
    [['extra'], /extra/],
    [['--port'], /port/],
  ])('%j is a mistake', (args, problem) => {
    expect(readCommandLine(args)).toMatchObject({
      kind: 'error',
      problem: expect.stringMatching(problem) as unknown,
    })
  })

  it('has the documented defaults', () => {
    expect(readCommandLine([])).toEqual({
      kind: 'run',
      scenario: null,
      options: {
        port: 8043,
        controlPort: 8044,
        host: '127.0.0.1',
        http: false,
        seed: 1,
        agents: 12,
        skills: 5,
        callsPerMinute: 6,
        authMode: 1,
        strictOffhook: false,
        certDir: undefined,
      },
    })
  })

  it('takes every option', () => {
    const args =
      '--port 0 --control-port 0 --host ::1 --http --seed 7 --agents 25000 --skills 300 --calls-per-minute 0.5 --authmode 2 --strict-offhook --cert-dir certs --scenario busy-morning'
    expect(readCommandLine(args.split(' '))).toEqual({
      kind: 'run',
      scenario: 'busy-morning',
      options: {
        port: 0,
        controlPort: 0,
        host: '::1',
        http: true,
        seed: 7,
        agents: 25_000,
        skills: 300,
        callsPerMinute: 0.5,
        authMode: 2,
        strictOffhook: true,
        certDir: 'certs',
      },
    })
  })

  it('has the world of a scenario where no option says otherwise', () => {
    const world = { seed: 9, agents: 24, colleagues: 8, callsPerMinute: 0, wrapUpLimitMs: 20_000 }
    const command = readCommandLine(['--scenario', 'x', '--seed', '3'], world)
    expect(command).toMatchObject({ kind: 'run', options: { ...world, seed: 3, port: 8043 } })
  })

  it('--list-scenarios', () => {
    expect(readCommandLine(['--list-scenarios'])).toEqual({ kind: 'list-scenarios' })
  })

  it.each(['--help', '-h'])('%s', (arg) => {
    expect(readCommandLine([arg])).toEqual({ kind: 'help' })
  })
})
