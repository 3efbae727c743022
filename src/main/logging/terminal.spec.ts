import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { settle } from '../time/testing/manual-clock.ts'
import { Terminal } from './terminal.ts'

/** A pipe whose reader goes away after some lines. */
function pipeFor(lines: number): { readonly stream: Writable; readonly written: string[] } {
  const written: string[] = []
  const stream = new Writable({
    autoDestroy: false,
    write(chunk: Buffer, _encoding, done) {
      if (written.length >= lines) done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
      else {
        written.push(chunk.toString())
        done()
      }
    },
  })
  return { stream, written }
}

describe('Terminal', () => {
  it('writes lines', () => {
    const { stream, written } = pipeFor(9)
    const terminal = new Terminal(stream)
    terminal.writeLine('one')
    terminal.writeLine('two')
    expect(written).toEqual(['one\n', 'two\n'])
  })

  it('falls silent when the reader has gone, instead of failing at every line', async () => {
    const { stream, written } = pipeFor(1)
    const terminal = new Terminal(stream)
    let attempts = 0
    stream.on('error', () => {
      attempts += 1
      // What the handler of unhandled errors would do.
      terminal.writeLine('write failed')
    })
    terminal.writeLine('one')
    terminal.writeLine('two')
    await settle()
    terminal.writeLine('three')
    await settle()
    expect(written).toEqual(['one\n'])
    expect(attempts).toBe(1)
  })
})
