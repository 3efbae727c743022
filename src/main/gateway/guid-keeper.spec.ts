import { describe, expect, it } from 'vitest'
import { GuidKeeper, readSetGuid } from './guid-keeper.ts'

const guid = '0d2ae0f3-3b6c-4f1c-9c39-1f2a63f2a001.AgentGateway1'
const setGuid = (...values: readonly string[]) => ({
  status: 200,
  body: '',
  headers: new Map([['set-guid', values]]),
})

describe('readSetGuid', () => {
  it.each<[string, readonly string[]]>([
    ['is empty', ['']],
    ['has a name and no value', ['JSESSIONID=']],
    ['has a blank inside', ['JSESSIONID=a b']],
    ['has a control character', ['a\u0000b']],
    ['is endless', ['x'.repeat(257)]],
    ['is missing', []],
  ])('finds none in a header that %s', (_what, values) => {
    expect(readSetGuid(setGuid(...values))).toBeNull()
  })

  it('finds none without the header', () => {
    expect(readSetGuid({ status: 200, body: '', headers: new Map() })).toBeNull()
  })

  it.each<[string, readonly string[]]>([
    ['with the session name', [`JSESSIONID=${guid}`]],
    ['bare', [guid]],
    ['in another case', [`jsessionid=${guid}`]],
    ['with blanks', [`  JSESSIONID = ${guid} `]],
    ['with cookie attributes', [`JSESSIONID=${guid}; Path=/agentgateway; HttpOnly`]],
    ['as the last of several', ['JSESSIONID=old', `JSESSIONID=${guid}`]],
  ])('reads it %s', (_how, values) => {
    expect(readSetGuid(setGuid(...values))).toBe(guid)
  })
})

describe('GuidKeeper', () => {
  it('adopts nothing before a sign-in', () => {
    const keeper = new GuidKeeper()
    keeper.adopt('a', keeper.signIn)
    expect(keeper.guid).toBeNull()
  })

  it('ignores late answers of the sign-in before', () => {
    const keeper = new GuidKeeper()
    keeper.begin('first')
    const before = keeper.signIn
    keeper.begin('second')
    keeper.adopt('first-renewed', before)
    expect(keeper.guid).toBe('second')
    keeper.forget(before)
    expect(keeper.guid).toBe('second')
  })

  it('does not bring a forgotten Guid back', () => {
    const keeper = new GuidKeeper()
    keeper.begin('a')
    keeper.forget(keeper.signIn)
    keeper.adopt('b', keeper.signIn)
    expect(keeper.guid).toBeNull()
  })

  it('adopts a renewed one and keeps it when none is given', () => {
    const keeper = new GuidKeeper()
    keeper.begin('a')
    keeper.adopt('b', keeper.signIn)
    keeper.adopt(null, keeper.signIn)
    expect(keeper.guid).toBe('b')
  })
})
