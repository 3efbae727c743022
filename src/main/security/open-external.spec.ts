import { describe, expect, it } from 'vitest'
import { vetLink } from './open-external.ts'

const hosts = new Set(['docs.example'])

describe('links that are not opened', () => {
  it.each([
    '',
    'docs.example',
    'http://docs.example/',
    'https://docs.example:444/',
    'https://docs.example.evil/',
    'https://evil/docs.example',
    'https://agent:pw@docs.example/',
    'https://docs.example@evil/',
    'file:///etc/passwd',
    'smb://docs.example/x',
    'javascript:alert(1)',
    'ms-settings:privacy',
    'mailto:a@b.example?attach=/etc/passwd',
    'mailto:a@b.example,c@d.example',
    'mailto:-x',
  ])('%j', (address) => {
    expect(vetLink(address, hosts)).toBeNull()
  })
})

describe('links that are opened', () => {
  it.each([
    ['https://docs.example/a b', 'https://docs.example/a%20b'],
    ['HTTPS://DOCS.example', 'https://docs.example/'],
    ['mailto:help@desk.example', 'mailto:help@desk.example'],
  ])('%s as %s', (address, opened) => {
    expect(vetLink(address, hosts)).toBe(opened)
  })
})
