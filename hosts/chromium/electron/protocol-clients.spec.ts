import { beforeEach, describe, expect, it } from 'vitest'
import { ProtocolClients } from './protocol-clients.ts'

let clients: ProtocolClients
beforeEach(() => {
  clients = new ProtocolClients()
})

describe('refusals', () => {
  it.each(['', 'desk side', '1desk', 'desk:'])('"%s" is no scheme', (protocol) => {
    expect(clients.set(protocol)).toBe(false)
    expect(clients.list()).toStrictEqual([])
  })

  it('removing what is not there, or what opens another program', () => {
    expect(clients.remove('deskside')).toBe(false)
    clients.set('deskside', '/other')
    expect(clients.remove('deskside')).toBe(false)
    expect(clients.has('deskside')).toBe(false)
    expect(clients.has('deskside', '/other')).toBe(true)
  })
})

it('knows its own links, whatever the case', () => {
  expect(clients.set('Deskside')).toBe(true)
  expect([
    clients.has('deskside'),
    clients.opens('DESKSIDE://open'),
    clients.opens('other://x'),
  ]).toStrictEqual([...[true, true, false]])
  expect(clients.remove('deskside')).toBe(true)
  expect(clients.opens('deskside://open')).toBe(false)
})
