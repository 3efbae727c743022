import { describe, expect, it } from 'vitest'
import { resolveAsset } from './resolve-asset.ts'

const root = '/opt/deskside/out/renderer'

describe('addresses that are refused', () => {
  it.each([
    'app://deskside/..%2fmain/index.js',
    'app://deskside/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://deskside/assets/..%2f..%2f..%2fpackage.json',
    'app://deskside/%252e%252e/main/index.js',
    'app://deskside/..%5cmain%5cindex.js',
    'app://deskside/%5c..%5cmain',
    'app://deskside/C:%2fWindows/win.ini',
    'app://deskside/index.html%00.png',
    'app://deskside/index.html:stream',
    'app://deskside/%E0%A4%A',
    'app://other/index.html',
    'app://deskside.evil.example/index.html',
    'app://deskside:81/index.html',
    'app://agent@deskside/index.html',
    'app://agent:pw@deskside/index.html',
    'file:///opt/deskside/out/renderer/index.html',
    'https://deskside/index.html',
    'app:index.html',
    '',
  ])('%j', (address) => {
    expect(resolveAsset(address, root)).toBeNull()
  })
})

describe('addresses that stay inside', () => {
  it.each([
    ['app://deskside', 'index.html'],
    ['app://deskside/', 'index.html'],
    ['app://deskside/index.html', 'index.html'],
    ['app://deskside/index.html?x=../..#y', 'index.html'],
    ['app://deskside/assets/index-Ab_12.js', 'assets/index-Ab_12.js'],
    ['app://deskside/a%20b.svg', 'a b.svg'],
    // The address parser itself takes plain dots out before anything is resolved.
    ['app://deskside/../../main/index.js', 'main/index.js'],
    ['app://deskside/%2e%2e/main/index.js', 'main/index.js'],
    ['app://deskside//etc/passwd', 'etc/passwd'],
  ])('%s → %s', (address, path) => {
    expect(resolveAsset(address, root)).toBe(`${root}/${path}`)
  })
})
