import { describe, expect, it } from 'vitest'
import { maskText } from './mask-text.ts'

const mask = '[redacted]'

describe('maskText', () => {
  it.each([
    ['password=hunter2, and "more"', `password=${mask}`],
    ['{"user":"x","password":"a b"}', `{"user":"x","password":${mask}`],
    ['failed with newPassword : s e s a m e', `failed with newPassword : ${mask}`],
    ['caller 8101 waits', `caller ${mask}`],
    ['phonenum: 8101', `phonenum: ${mask}`],
    ['https://agent:p@ss@gateway.example/x', `https://${mask}@gateway.example/x`],
    ['sent Bearer abc.def-1 twice', `sent Bearer ${mask} twice`],
    ['Guid JSESSIONID=7f3a', `Guid JSESSIONID=${mask}`],
    ['answered 7f3a9a12-90b1-4c53-8a2e-0f6d1a2b3c4d.AgentGateway0 twice', `answered ${mask} twice`],
    ['tel13800000001x', `tel${mask}x`],
    ['138.0000.0001', mask],
    ['+49 (30) 123-45 67', mask],
    ['138–0000 0001', mask],
    ['１３８００００００01', mask],
    ['138\u200b0000\u20600001', mask],
    ['138\n0000\r0001', mask],
  ])('%j', (text, expected) => expect(maskText(text, 200)).toBe(expected))

  it.each([
    ['two\r\nlines\u2028and\u0000more', 'two lines and more'],
    ['left\u202eright', 'leftright'],
    ['half \ud83d pair', 'half \ufffd pair'],
  ])('%j is one line of what can be seen', (text, expected) => expect(maskText(text, 200)).toBe(expected))

  it.each([
    ['x'.repeat(300), `${'x'.repeat(9)}…`],
    ['😀'.repeat(300), `${'😀'.repeat(4)}\ufffd…`],
    // Cut first, six digits of it would have stayed.
    ['xxxx 13800000001', 'xxxx [red…'],
  ])('is cut after masking', (text, expected) => expect(maskText(text, 10)).toBe(expected))

  it('keeps nothing of a word that is cut in two before it is looked at', () => {
    const text = `password${'!'.repeat(3980)} 13800000001 x`.replace('password', '')
    expect(maskText(` ${text.padEnd(4100, '1')}`, 5000)).not.toMatch(/\d/)
  })
})
