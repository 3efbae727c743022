import { describe, expect, it } from 'vitest'
import { openGateway, openManagement } from './open-clients.ts'

const observation = { observer: { exchanged: () => undefined }, now: () => 0 }
const target = { address: 'https://127.0.0.1:1', appKey: 'demo', appSecret: 'demo-secret' }

describe('clients', () => {
  it.each([
    ['gateway', () => openGateway({ ...target, caFile: '/nowhere/ca.pem' }, observation)],
    ['management', () => openManagement({ ...target, caFile: '/nowhere/ca.pem' }, observation)],
  ])('of the %s are not made with a CA file that cannot be read', async (_name, open) => {
    expect(await open()).toMatchObject({ ok: false, error: { field: 'caFile', problem: 'not-readable' } })
  })

  it.each([
    ['gateway', () => openGateway({ ...target, caFile: '' }, observation)],
    ['management', () => openManagement({ ...target, caFile: '' }, observation)],
  ])('of the %s trust the system alone without one', async (_name, open) => {
    const client = await open()
    if (!client.ok) expect.fail(client.error.code)
    await client.value.dispose()
  })
})
