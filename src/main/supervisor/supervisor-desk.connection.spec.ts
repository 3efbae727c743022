import { beforeEach, describe, expect, it } from 'vitest'
import type { ManagementError } from '../management/management-api.ts'
import { credentials, SupervisorFixture } from './testing/supervisor-fixture.ts'

let fixture: SupervisorFixture

beforeEach(async () => {
  fixture = await SupervisorFixture.connected()
})

describe('SupervisorDesk, connecting', () => {
  it('keeps key and secret out of snapshot and settings, and the address for next time', async () => {
    const { desk, store, settings } = fixture
    expect(JSON.stringify([store.snapshot, settings.current])).not.toContain('topsecret')
    expect(store.snapshot.supervisor.hasCredentials).toBe(true)
    expect(settings.current.managementAddress).toBe('https://cms.example')
    await desk.connect({ ...credentials, managementAddress: 'https://cms.run-only' }, 'window')
    expect(settings.current.managementAddress).toBe('https://cms.example')
  })

  it('refuses a wrong key at once and stays with the connection it had', async () => {
    const { desk, management, store, settings } = new SupervisorFixture()
    const wrong: ManagementError = { code: 'refused', reason: 'wrong-app-key', isOutcomeUnknown: false }
    management.credentialFailure = wrong
    expect(await desk.connect(credentials, 'window')).toEqual({
      ok: false,
      error: { code: 'refused', reason: 'wrong-app-key' },
    })
    expect(management.isDisposed).toBe(true)
    expect(store.snapshot.supervisor.hasCredentials).toBe(false)
    expect(settings.current.managementAddress).toBe('')
    management.credentialFailure = null
    await desk.connect(credentials, 'window')
    management.readFailure = wrong
    expect((await desk.readBindings(3)).ok).toBe(false)
    expect(store.snapshot.supervisor.hasCredentials).toBe(true)
  })

  it('to another service takes the way back away: an undo would reach the wrong one', async () => {
    const { id } = await fixture.unbind('agent101')
    expect(fixture.receipts[0]).toMatchObject({ undoable: 1 })
    await fixture.desk.connect(credentials, 'window')
    expect(fixture.receipts[0]).toMatchObject({ undoable: 1 })
    await fixture.desk.connect({ ...credentials, managementAddress: 'https://cms.other' }, 'window')
    expect(fixture.receipts[0]).toMatchObject({ outcome: 'unbound', undoable: 0 })
    expect(await fixture.desk.undo(id, 'window')).toMatchObject({ error: { code: 'superseded' } })
    expect(fixture.management.rebound).toEqual([])
  })

  it('to another service takes the way back away, also where the window names that one already', async () => {
    await fixture.unbind('agent101')
    const managementAddress = 'https://cms.other'
    fixture.store.update((state) => ({
      ...state,
      supervisor: { ...state.supervisor, managementAddress },
    }))
    await fixture.desk.connect({ ...credentials, managementAddress }, 'window')
    expect(fixture.receipts[0]).toMatchObject({ undoable: 0 })
  })
})

describe('SupervisorDesk, disconnected', () => {
  it('refuses everything that needs the service, and keeps the receipts', async () => {
    const { id } = await fixture.unbind('agent101')
    await fixture.desk.disconnect()
    expect(fixture.management.isDisposed).toBe(true)
    expect(fixture.store.snapshot.supervisor).toMatchObject({ hasCredentials: false, receipts: [{ id }] })
    for (const result of [
      await fixture.desk.readBindings(3),
      await fixture.desk.unbind({ skillId: 3, accounts: ['agent102'] }, 'window'),
      await fixture.desk.unbindAll({ skillId: 3, typedName: 'Sales' }, 'window'),
      await fixture.desk.undo(id, 'window'),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'not-connected' } })
    }
    expect(fixture.management.released).toEqual([['agent101']])
  })

  it('lets what is under way come to its end', async () => {
    const { management, desk } = fixture
    let disconnected = Promise.resolve()
    management.beforeChange = () => {
      disconnected = desk.disconnect()
    }
    expect(await fixture.unbind('agent101')).toMatchObject({ outcome: 'unbound' })
    await disconnected
    expect(management.isDisposed).toBe(true)
  })

  it('while a key is being checked does not become connected by it', async () => {
    const { desk, management, store } = new SupervisorFixture()
    const connecting = desk.connect(credentials, 'window')
    await desk.disconnect()
    expect(await connecting).toEqual({ ok: false, error: { code: 'superseded' } })
    expect(management.isDisposed).toBe(true)
    expect(store.snapshot.supervisor.hasCredentials).toBe(false)
  })
})
