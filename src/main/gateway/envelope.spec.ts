import { describe, expect, it } from 'vitest'
import { parseEnvelope } from './envelope.ts'

describe('parseEnvelope', () => {
  it.each([
    ['nothing', ''],
    ['blanks', '  \r\n'],
    ['cut JSON', '{"message":"","retcode":"0","res'],
    ['an HTML page', '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>'],
    ['two answers', '{"retcode":"0"}{"retcode":"0"}'],
    ['null', 'null'],
    ['a number', '0'],
    ['a string', '"0"'],
    ['a list', '[{"retcode":"0"}]'],
    ['an empty object', '{}'],
    ['no code', '{"message":"success","result":{}}'],
    ['a null code', '{"retcode":null}'],
    ['an empty code', '{"retcode":""}'],
    ['a blank code', '{"retcode":"  "}'],
    ['a boolean code', '{"retcode":true}'],
    ['a code object', '{"retcode":{"code":"0"}}'],
    ['a code list', '{"retcode":["0"]}'],
    ['a fractional code', '{"retcode":0.5}'],
    ['a sentence for a code', '{"retcode":"everything is fine"}'],
    ['an endless code', `{"retcode":"${'1'.repeat(40)}"}`],
  ])('refuses %s', (_what, body) => {
    expect(parseEnvelope(body)).toMatchObject({ ok: false, error: { kind: 'malformed' } })
  })

  it.each([
    ['the documented form', '{"message":"success","retcode":"0","result":{}}', '0', 'success'],
    ['another order', '{"result":{},"retcode":"0","message":"success"}', '0', 'success'],
    ['a number', '{"message":"","retcode":0}', '0', ''],
    ['blanks around the code', '{"message":"","retcode":" 0 "}', '0', ''],
    ['a failure', '{"message":"no","retcode":"100-007"}', '100-007', 'no'],
    ['no message', '{"retcode":"0"}', '0', ''],
    ['a null message', '{"retcode":"0","message":null}', '0', ''],
    ['a message object', '{"retcode":"0","message":{"a":1}}', '0', ''],
    ['unknown fields', '{"retcode":"0","message":"","eventGenTime":1,"__proto__":{"retcode":"1"}}', '0', ''],
  ])('reads %s', (_what, body, retcode, message) => {
    expect(parseEnvelope(body)).toMatchObject({ ok: true, value: { retcode, message } })
  })

  it('cuts an endless message', () => {
    const parsed = parseEnvelope(JSON.stringify({ retcode: '1', message: 'x'.repeat(10_000) }))
    expect(parsed.ok && parsed.value.message.length).toBe(300)
  })

  it('keeps values of the body out of the detail', () => {
    const parsed = parseEnvelope('{"retcode":"13800000001 Ada"}')
    expect(JSON.stringify(parsed)).not.toContain('138')
  })
})
