import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createRecordingLogger } from './testing/recording-logger.ts'
import { reportUnhandled } from './report-unhandled.ts'

describe('what nobody handled', () => {
  it.each(['uncaughtException', 'unhandledRejection'])(
    '%s is logged under a reference and handed on',
    (kind) => {
      const source = new EventEmitter()
      const { log, entries } = createRecordingLogger()
      const told: unknown[] = []
      reportUnhandled(
        source,
        log,
        () => 'ref-7',
        (...facts) => told.push(facts),
      )
      source.emit(kind, new TypeError('x is not a function'))
      source.emit(kind, 'a text')
      expect(entries).toMatchObject([
        { level: 'error', fields: { kind, reference: 'ref-7', error: { name: 'TypeError' } } },
        { level: 'error', fields: { kind, error: 'a text' } },
      ])
      expect(told).toEqual([
        [kind, 'ref-7'],
        [kind, 'ref-7'],
      ])
    },
  )
})
