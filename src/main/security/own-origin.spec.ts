import { describe, expect, it } from 'vitest'
import { isOwnAddress, ownOriginOf } from './own-origin.ts'

const own = ownOriginOf('app://deskside/index.html')

describe('foreign addresses', () => {
  it.each([
    '',
    'null',
    'about:blank',
    'data:text/html,x',
    'blob:app://deskside/1',
    'javascript:alert(1)',
    'file:///out/renderer/index.html',
    'https://deskside/index.html',
    'app://deskside.evil/index.html',
    'app://evil/deskside',
    'app://deskside:1/index.html',
    'app://agent@deskside/index.html',
    'app://deskside@evil/index.html',
    'app:deskside',
    'apps://deskside/',
  ])('%j', (address) => {
    expect(isOwnAddress(address, own)).toBe(false)
  })
})

describe('own addresses', () => {
  it.each(['app://deskside', 'app://deskside/', 'app://deskside/index.html?x#y', 'APP://deskside/a'])(
    '%s',
    (address) => {
      expect(isOwnAddress(address, own)).toBe(true)
    },
  )

  it('of a development server have their port', () => {
    const server = ownOriginOf('http://localhost:5173/')
    expect(isOwnAddress('http://localhost:5173/index.html', server)).toBe(true)
    expect(isOwnAddress('http://localhost:5174/index.html', server)).toBe(false)
  })
})
