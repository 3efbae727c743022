import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCommand } from '../../shared/commands/format-command.ts'
import { isLink, readLink } from './read-link.ts'

describe('a link that is none of ours', () => {
  it.each([
    'https://auto-idle/off',
    'deskside:',
    'deskside://',
    'deskside://sign-in/101',
    'deskside://auto-idle',
    'deskside://auto-idle/of',
    'deskside://auto-idle/off?then=quit',
    'deskside://auto-idle/off#quit',
    'deskside://user@auto-idle/off',
    'deskside://auto-idle:80/off',
    'deskside://auto-idle/%E0%A4%A',
    'deskside://skill-set/%',
    'deskside://quit/now',
    `deskside://skill-set/${'x'.repeat(1_000)}`,
    'deskside://skill-set/x\ny=z'.repeat(200),
    `deskside://show/${'%20'.repeat(700)}team`,
  ])('%s', (link) => {
    expect(readLink(link).ok).toBe(false)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readLink(`deskside://${text}`)))
  })
})

describe('a link', () => {
  it.each([
    ['deskside://auto-idle/off', 'auto-idle=off'],
    ['DESKSIDE://auto-idle/off/', 'auto-idle=off'],
    ['deskside:quit', 'quit'],
    ['deskside://state/busy:203', 'state=busy:203'],
    ['deskside://transfer-longest/Technical%20support', 'transfer-longest=Technical support'],
    ['deskside://skill-set/a%2Fb%3Fc', 'skill-set=a/b?c'],
    ['deskside://show/team', 'show=team'],
    [
      `deskside://transfer-longest/${encodeURIComponent('技'.repeat(150))}`,
      `transfer-longest=${'技'.repeat(150)}`,
    ],
  ])('%s is %s', (link, text) => {
    const read = readLink(link)
    expect(read.ok && formatCommand(read.value)).toBe(text)
    expect(isLink(link)).toBe(true)
  })
})
