import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../shared/domain/journal.ts'
import { decodeLine, encodeLine, maxLineBytes } from './entry-line.ts'
import { maskEntry } from './mask-entry.ts'

const entry: JournalEntry = {
  id: 41,
  at: 1_700_000_000_000,
  kind: 'answer',
  name: 'setAutoIdle',
  cause: 'tray',
  details: { id: 7, retcode: '0', skill: 'Técnico 技术 😀', isOk: true, none: null },
}
const line = encodeLine(entry).slice(0, -1)
const decode = (text: string): JournalEntry | null => decodeLine(Buffer.from(text))
const summed = (body: string): string => `${body},"sum":"${crc32(body).toString(16).padStart(8, '0')}"}`

describe('a line that is not whole', () => {
  it.each([
    ['empty', ''],
    ['a sum alone', ',"sum":"00000000"}'],
    ['without its sum', line.slice(0, -18)],
    ['JSON of something else', '{"a":1}'],
    ['with a wrong sum', line.replace(/[\da-f]{8}"\}$/, '00000000"}')],
    ['in capital letters', line.toUpperCase()],
    ['with something after it', `${line} `],
    ['no JSON, though its sum fits', summed('{"id":1,')],
    ['an unknown kind', summed('{"id":1,"at":2,"kind":"rumour","name":"x","cause":null,"details":{}')],
    ['an id below 1', summed('{"id":0,"at":2,"kind":"app","name":"x","cause":null,"details":{}')],
    ['an id beyond counting', summed('{"id":1e300,"at":2,"kind":"app","name":"x","cause":null,"details":{}')],
    [
      'a detail that is no value',
      summed('{"id":1,"at":2,"kind":"app","name":"x","cause":null,"details":{"a":[]}'),
    ],
  ])('%s', (_name, text) => expect(decode(text)).toBeNull())

  it('at whatever byte it was cut', () => {
    const bytes = Buffer.from(line)
    for (let end = 0; end < bytes.length; end += 1) expect(decodeLine(bytes.subarray(0, end))).toBeNull()
  })

  it('whichever bit was turned', () => {
    const bytes = Buffer.from(line)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes)
      turned[bit >> 3]! ^= 1 << (bit & 7)
      expect(decodeLine(turned)).toBeNull()
    }
  })
})

describe('a whole line', () => {
  it('is JSON and gives the entry back', () => {
    expect(JSON.parse(line)).toMatchObject(entry)
    expect(decode(line)).toEqual(entry)
  })

  it('is found after the remains of another', () => {
    const bytes = Buffer.from(line)
    for (let end = 0; end < bytes.length; end += 1) {
      expect(decodeLine(Buffer.concat([bytes.subarray(0, end), bytes]))).toEqual(entry)
    }
  })

  it('is masked by the present rules', () => {
    const text = summed('{"id":1,"at":2,"kind":"app","name":"x","cause":null,"details":{"phone":"8101"}')
    expect(decode(text)?.details).toEqual({ phone: '[redacted]' })
  })

  it('is never longer than what a reader looks at', () => {
    const details = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [
        String.fromCharCode(97 + n).padEnd(32, 'x'),
        '\\"技\u0001'.repeat(2000),
      ]),
    )
    const largest = maskEntry({ ...entry, name: '技'.repeat(99), cause: '"'.repeat(99), details })
    expect(Object.keys(largest.details)).toHaveLength(16)
    expect(Buffer.byteLength(encodeLine(largest))).toBeLessThan(maxLineBytes)
  })
})
