import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/result.ts'
import { FakeDesk } from './testing/fake-desk.ts'
import { createHandlers } from './handlers.ts'
import { Watches } from './watches.ts'

function setUp() {
  const desk = new FakeDesk()
  const told: string[] = []
  const supervised: unknown[] = []
  const answer = (name: string) => async (input: unknown) => {
    supervised.push([name, input])
    return { ok: false, error: { code: 'not-connected' } } as const
  }
  const handlers = createHandlers({
    desk,
    supervisor: {
      connect: answer('connect'),
      readBindings: answer('readBindings'),
      unbind: answer('unbind'),
      unbindAll: answer('unbindAll'),
      undo: answer('undo'),
    },
    watches: new Watches(desk),
    snapshotAsked: () => told.push('asked'),
    chooseCaFile: async (windowId) => `/ca-${windowId}.pem`,
    quit: () => told.push('quit'),
  })
  return { desk, told, supervised, handlers }
}

const context = { windowId: 3 }

describe('commands', () => {
  it('reach the desk with the window as their door', async () => {
    const { desk, handlers } = setUp()
    await handlers['agent:set-state']({ state: 'rest' }, context)
    await handlers['agent:set-after-call']({ autoIdle: false }, context)
    await handlers['agent:set-linkage']({ linked: true }, context)
    await handlers['skills:sign-in']({ choice: { mode: 'none' } }, context)
    await handlers['session:sign-out']({ force: true }, context)
    await handlers['waiting:transfer']({ callId: 'c', fromSkillId: 1, toSkillId: 2 }, context)
    await handlers['desk:watch']({ views: ['roster'] }, context)
    await handlers['notices:dismiss']({ id: 4 }, context)
    expect(desk.calls).toEqual([
      ['setAgentState', 'rest', 'window'],
      ['setAfterCall', false, 'window'],
      ['setLinkage', true, 'window'],
      ['signInToSkills', { mode: 'none' }, 'window'],
      ['signOut', { force: true }],
      ['transferWaitingCall', { callId: 'c', fromSkillId: 1, toSkillId: 2 }],
      ['watch', 3, ['roster']],
      ['dismissNotice', 4],
    ])
  })

  it('of the supervisor reach his desk', async () => {
    const { supervised, handlers } = setUp()
    await handlers['supervisor:read-bindings']({ skillId: 2 }, context)
    await handlers['supervisor:unbind']({ skillId: 2, accounts: ['agent102'] }, context)
    await handlers['supervisor:unbind-all']({ skillId: 2, typedName: 'Billing' }, context)
    await handlers['supervisor:undo']({ receiptId: 'r' }, context)
    expect(supervised).toEqual([
      ['readBindings', 2],
      ['unbind', { skillId: 2, accounts: ['agent102'] }],
      ['unbindAll', { skillId: 2, typedName: 'Billing' }],
      ['undo', 'r'],
    ])
  })

  it('answer with the present values', async () => {
    const { desk, told, handlers } = setUp()
    expect(await handlers['desk:get-snapshot']({}, context)).toEqual(ok(desk.snapshot))
    expect(await handlers['roster:get-snapshot']({}, context)).toEqual(ok(desk.roster))
    expect(await handlers['settings:choose-ca-file']({}, context)).toEqual(ok('/ca-3.pem'))
    expect(await handlers['app:quit']({}, context)).toEqual(ok(null))
    expect(told).toEqual(['asked', 'quit'])
  })
})
