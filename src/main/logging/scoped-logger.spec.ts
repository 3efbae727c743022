import { describe, expect, it } from 'vitest'
import { createConsoleSink } from './console-sink.ts'
import type { LogEntry } from './logger.ts'
import { formatEntry, ScopedLogger } from './scoped-logger.ts'

const clock = { now: () => 0 }

function recording() {
  const entries: LogEntry[] = []
  return { entries, log: new ScopedLogger('main', [(entry) => entries.push(entry)]) }
}

describe('logger', () => {
  it('redacts before any sink sees the entry', () => {
    const { entries, log } = recording()
    log.warn('token=abc', { password: 'hunter2' })
    expect(JSON.stringify(entries)).not.toMatch(/abc|hunter2/)
  })

  it('knows its scope, level and fields', () => {
    const { entries, log } = recording()
    log.scope('gateway').info('connected', { attempt: 2 })
    log.error('failed')
    expect(entries).toEqual([
      { level: 'info', scope: 'gateway', message: 'connected', fields: { attempt: 2 } },
      { level: 'error', scope: 'main', message: 'failed', fields: {} },
    ])
  })
})

describe('a line', () => {
  it('cannot be forged by a line break', () => {
    const line = formatEntry({ level: 'info', scope: 'x', message: 'a\r\nb', fields: {} }, clock)
    expect(line).toBe('1970-01-01T00:00:00.000Z info  [x] a ⏎ b')
  })

  it('carries fields as JSON', () => {
    const line = formatEntry({ level: 'warn', scope: 'x', message: 'm', fields: { n: 1 } }, clock)
    expect(line).toBe('1970-01-01T00:00:00.000Z warn  [x] m {"n":1}')
  })
})

describe('terminal', () => {
  it('shows warnings and errors only', () => {
    const lines: string[] = []
    const log = new ScopedLogger('x', [createConsoleSink((line) => lines.push(line), clock)])
    log.debug('1')
    log.info('2')
    log.warn('3')
    log.error('4')
    expect(lines.map((line) => line.at(-1))).toEqual(['3', '4'])
  })
})
