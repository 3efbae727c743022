import { beforeEach, describe, expect, it } from 'vitest'
import { createFixture, type DeskFixture } from './testing/desk-fixture.ts'

const gone = { kind: 'session-gone', retcode: '100-006', message: '' } as const
const held = { kind: 'refused', reason: 'already-signed-in', retcode: '100-002', message: '' } as const
const wrong = { kind: 'refused', reason: 'wrong-credentials', retcode: '100-004', message: '' } as const

describe('when somebody or something else ends the session', () => {
  let fixture: DeskFixture
  const session = () => fixture.desk.snapshot.session
  const signIns = (): number =>
    fixture.gateway.called('signIn').length + fixture.gateway.called('forceSignIn').length

  beforeEach(async () => {
    fixture = createFixture()
    await fixture.signIn()
  })

  it('there is no way back before the session has ended', async () => {
    expect(await fixture.desk.returnToSession({ takeOver: true })).toMatchObject({ ok: false })
    expect(signIns()).toBe(1)
  })

  it('a shutdown event leaves it down, however long nobody does anything', async () => {
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.clock.advance(3_600_000)
    expect(session()).toMatchObject({ phase: 'taken-over', ended: { cause: 'shut-down' }, canReturn: true })
    expect(signIns()).toBe(1)
    // The one that forgets what was typed.
    expect(fixture.clock.pendingTimers).toBe(1)
  })

  it('one click signs in again with what was typed, and takes nobody over', async () => {
    fixture.gateway.emit({ type: 'shutdown', loginTime: null })
    await fixture.settle()
    expect((await fixture.desk.returnToSession({ takeOver: false })).ok).toBe(true)
    expect(fixture.gateway.called('forceSignIn')).toEqual([])
    expect(fixture.gateway.called('signIn')[1]).toEqual(fixture.gateway.called('signIn')[0])
    expect(session().phase).toBe('online')
  })

  it('"already signed in" on the way back proves who it was; only an explicit take-over ends that session', async () => {
    fixture.gateway.failPoll(gone)
    await fixture.clock.advance(1)
    expect(session()).toMatchObject({ phase: 'ended', ended: { cause: 'not-signed-in' } })
    fixture.gateway.failNext('signIn', held)
    expect(await fixture.desk.returnToSession({ takeOver: false })).toMatchObject({
      error: { reason: 'already-signed-in' },
    })
    expect(session()).toMatchObject({ phase: 'taken-over', ended: { cause: 'held-elsewhere' } })
    await fixture.clock.advance(600_000)
    expect(fixture.gateway.called('forceSignIn')).toEqual([])
    expect((await fixture.desk.returnToSession({ takeOver: true })).ok).toBe(true)
    expect(fixture.gateway.called('forceSignIn')).toHaveLength(1)
  })

  it('two minutes of silence are named as the cause', async () => {
    await fixture.clock.advance(100)
    for (let failures = 0; failures < 1000; failures += 1) fixture.gateway.failPoll({ kind: 'cut' })
    await fixture.clock.advance(130_000)
    expect(session().phase).toBe('doubtful')
    fixture.gateway.failNext('configuredSkills', gone)
    fixture.desk.gapFound({ from: fixture.clock.now(), cause: 'sleep' })
    await fixture.clock.advance(1)
    expect(session()).toMatchObject({ phase: 'ended', ended: { cause: 'silent-too-long' } })
    expect(fixture.desk.snapshot.absence).toMatchObject({ hasSessionEnded: true })
  })

  it('a password that was refused is not sent again', async () => {
    fixture.gateway.failPoll(gone)
    await fixture.clock.advance(1)
    fixture.gateway.failNext('signIn', wrong)
    await fixture.desk.returnToSession({ takeOver: false })
    expect(session()).toMatchObject({ phase: 'ended', canReturn: false })
    expect(await fixture.desk.returnToSession({ takeOver: false })).toMatchObject({
      error: { code: 'not-connected' },
    })
    expect(fixture.gateway.called('signIn')).toHaveLength(2)
  })

  it('nothing of what was typed is kept after the own sign-out', async () => {
    await fixture.desk.signOut({ force: false })
    expect(session().phase).toBe('signed-out')
    expect(await fixture.desk.returnToSession({ takeOver: false })).toMatchObject({ ok: false })
    expect(JSON.stringify(fixture.desk.snapshot)).not.toContain('secret')
    expect(JSON.stringify(fixture.journal)).not.toContain('secret')
  })

  it('somebody else can sign in instead, and his refusal says nothing about the one before', async () => {
    fixture.gateway.failPoll(gone)
    await fixture.clock.advance(1)
    fixture.gateway.failNext('signIn', held)
    const other = {
      gatewayAddress: 'https://gateway.example:8043',
      caFile: '',
      agentId: '102',
      phone: '8102',
    }
    await fixture.desk.signIn({ ...other, password: 'x', isAlwaysOffHook: true, takeOver: false })
    expect(session()).toMatchObject({ phase: 'ended', agentId: '101', ended: { cause: 'not-signed-in' } })
  })
})
