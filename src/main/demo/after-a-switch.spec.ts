import { describe, expect, it } from 'vitest'
import type { AppError } from '../../shared/app-error.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { RunTarget } from '../agent/create-desk.ts'
import { createFixture, signInInput } from '../agent/testing/desk-fixture.ts'
import type { ManagementApi } from '../management/management-api.ts'
import { FakeManagement } from '../supervisor/testing/fake-management.ts'

/* What is left of the gateway before, once the desk goes to another one: nothing that could still reach either. */

const demo: RunTarget = {
  run: { gatewayAddress: 'https://127.0.0.1:1', managementAddress: null, caFile: '/ca.pem' },
  demo: { agentId: '101', password: 'p', phone: '8101', appKey: 'demo', appSecret: 's' },
}
const own: RunTarget = { run: { gatewayAddress: null, managementAddress: null, caFile: null }, demo: null }
const keys = { managementAddress: 'https://127.0.0.1:1', appKey: 'demo', appSecret: 's' }
const superseded = { ok: false, error: { code: 'superseded' } }

function setUp() {
  const opened: string[] = []
  const asked: string[] = []
  const management = new FakeManagement()
  const check = management.checkCredentials.bind(management)
  management.checkCredentials = () => {
    asked.push('credentials')
    return check()
  }
  let open = async (): Promise<Result<ManagementApi, AppError>> => ok(management)
  const fixture = createFixture({
    run: demo.run,
    demo: demo.demo,
    settings: { gatewayAddress: 'https://gateway.example' },
    openManagement: ({ address }) => {
      opened.push(address)
      return open()
    },
  })
  return {
    ...fixture,
    management,
    opened,
    asked,
    slowly: () => {
      const opening = Promise.withResolvers<Result<ManagementApi, AppError>>()
      open = () => opening.promise
      return () => opening.resolve(ok(management))
    },
  }
}

/** Nobody is connected, and nobody will be without being asked. */
function expectNobody({ management, store, supervisor, opened }: ReturnType<typeof setUp>) {
  expect(management.isDisposed).toBe(true)
  expect(store.snapshot.supervisor).toMatchObject({
    managementAddress: 'https://gateway.example',
    hasCredentials: false,
    demoAppKey: null,
    demoAppSecret: null,
  })
  expect(opened).toEqual([keys.managementAddress])
  return expect(supervisor.readBindings(1)).resolves.toMatchObject({ error: { code: 'not-connected' } })
}

describe('the management service of the gateway before', () => {
  it('is left, and the new one gets no keys', async () => {
    const parts = setUp()
    await parts.supervisor.connect(keys, 'window')
    expect(parts.store.snapshot.supervisor.hasCredentials).toBe(true)
    parts.useTarget(own)
    await parts.settle()
    await expectNobody(parts)
  })

  it('is not connected to when it was still being opened: its keys are not even sent', async () => {
    const parts = setUp()
    const finish = parts.slowly()
    const connecting = parts.supervisor.connect(keys, 'window')
    parts.useTarget(own)
    finish()
    expect(await connecting).toMatchObject(superseded)
    expect(parts.asked).toEqual([])
    await expectNobody(parts)
  })

  it('is not connected to when its keys were still being checked', async () => {
    const parts = setUp()
    const checking = Promise.withResolvers<Result<null, never>>()
    const reached = Promise.withResolvers<null>()
    parts.management.checkCredentials = () => {
      reached.resolve(null)
      return checking.promise
    }
    const connecting = parts.supervisor.connect(keys, 'window')
    await reached.promise
    parts.useTarget(own)
    checking.resolve(ok(null))
    expect(await connecting).toMatchObject(superseded)
    await expectNobody(parts)
    expect(parts.settings.current.managementAddress).toBe('')
  })

  it('is connected to anew only when somebody asks for it', async () => {
    const parts = setUp()
    await parts.supervisor.connect(keys, 'window')
    parts.useTarget(own)
    parts.useTarget(demo)
    await parts.settle()
    expect(parts.store.snapshot.supervisor).toMatchObject({ hasCredentials: false, demoAppKey: 'demo' })
    expect(parts.opened).toHaveLength(1)
    expect((await parts.supervisor.connect(keys, 'window')).ok).toBe(true)
    expect(parts.opened).toHaveLength(2)
  })
})

describe('a session that was lost at the gateway before', () => {
  it('is not come back to: what was typed for it is forgotten', async () => {
    const parts = setUp()
    const { desk, gateway, store } = parts
    await parts.signIn({ gatewayAddress: signInInput.gatewayAddress })
    gateway.failPoll({ kind: 'session-gone', retcode: '100-006', message: '' })
    await parts.settle()
    expect(store.snapshot.session).toMatchObject({ canReturn: true })
    parts.useTarget(demo)
    expect(store.snapshot.session).toMatchObject({ canReturn: false })
    expect(await desk.returnToSession({ takeOver: false })).toMatchObject({
      error: { code: 'not-connected' },
    })
  })
})
