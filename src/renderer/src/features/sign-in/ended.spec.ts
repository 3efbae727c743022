import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../../shared/app-error.ts'
import type { SessionEndCause } from '../../../../shared/domain/session.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, noon } from '../../testing/snapshots.ts'
import { deferred, refused, stubBridge } from '../../testing/stub-bridge.ts'
import type { LostSession } from './use-lost-session.ts'

function lost(cause: SessionEndCause, change: Partial<LostSession> = {}): LostSession {
  const phase = cause === 'shut-down' || cause === 'held-elsewhere' ? 'taken-over' : 'ended'
  return { phase, agentId: '101', ended: { cause, at: noon }, canReturn: true, ...change }
}

async function open(session: LostSession) {
  const bridge = stubBridge(deskSnapshot({ session }))
  const screen = await renderApp(bridge)
  const main = screen.getByRole('main')
  await expect.element(main.getByRole('heading', { level: 1 })).toBeVisible()
  return { bridge, screen, main, button: (name: string) => main.getByRole('button', { name, exact: true }) }
}

describe('what cannot be done with one click', () => {
  test('without a way back the form asks for the password alone', async () => {
    const { main, button, screen } = await open(lost('not-signed-in', { canReturn: false }))
    await expect.element(main.getByText('Type your password to come back.')).toBeVisible()
    await expect.element(button('Sign in again')).not.toBeInTheDocument()
    for (const [name, value] of [
      ['Agent ID', '101'],
      ['Phone number', '8101'],
      ['Gateway address', 'https://127.0.0.1:8043'],
      ['Password', ''],
    ] as const) {
      await expect.element(screen.getByRole('textbox', { name })).toHaveValue(value)
    }
    await expect.element(screen.getByRole('textbox', { name: 'Password' })).toHaveFocus()
    await expect.element(button('Sign in')).toBeEnabled()
  })

  test('a refused way back says why and stays', async () => {
    const { bridge, main, button } = await open(lost('silent-too-long'))
    bridge.returnToSession.mockResolvedValueOnce(err({ code: 'unreachable' }))
    await button('Sign in again').click()
    await expect
      .element(main.getByRole('alert').nth(1))
      .toMatchTextContent(/You are not back yet\s*The gateway cannot be reached\./)
    await expect.element(button('Sign in again')).toBeEnabled()
  })
})

describe('the cause in words', () => {
  test.each<[SessionEndCause, string, RegExp]>([
    [
      'shut-down',
      'Your session was ended from elsewhere',
      /under your ID at another place, or a supervisor signed you out\. The gateway does not say which\./,
    ],
    ['held-elsewhere', 'Signed in elsewhere', /Somebody is signed in under your ID/],
    ['silent-too-long', 'Your session has ended', /heard nothing from Deskside for more than two minutes/],
    ['not-signed-in', 'Your session has ended', /not signed in any more\. It does not say why\./],
    ['guid-refused', 'Your session has ended', /no longer knows this session/],
    ['switch-over-failed', 'Your session has ended', /standby system and lost your session/],
  ])('%s', async (cause, heading, words) => {
    const { main } = await open(lost(cause))
    await expect.element(main.getByRole('heading', { name: heading })).toHaveFocus()
    await expect.element(main.getByRole('alert')).toMatchTextContent(words)
    await expect.element(main.getByText(/^Agent 101, ended/)).toBeVisible()
    await expect.element(main.getByText(/are asked for again when you are back\./)).toBeVisible()
    await expect.element(main.getByText(/The state you asked for/)).not.toBeInTheDocument()
  })
})

test('one click signs in again and takes nothing over', async () => {
  const { bridge, button, screen } = await open(lost('shut-down'))
  await expect.element(screen.getByRole('textbox', { name: 'Password' })).not.toBeInTheDocument()
  await button('Sign in again').click()
  expect(bridge.returnToSession).toHaveBeenCalledExactlyOnceWith({ takeOver: false })
})

test('the screen stays while the way back is tried, and the focus goes to the desk', async () => {
  const { bridge, main, button, screen } = await open(lost('guid-refused'))
  const answer = deferred<Result<null, AppError>>()
  bridge.returnToSession.mockReturnValueOnce(answer.promise)
  await button('Sign in again').click()
  bridge.pushSnapshot(
    deskSnapshot({ revision: 2, session: { phase: 'signing-in', agentId: '101', since: noon } }),
  )
  await expect.element(button('Signing in…')).toHaveAttribute('aria-disabled', 'true')
  await expect.element(main.getByRole('heading', { name: 'Your session has ended' })).toBeVisible()
  bridge.pushSnapshot(deskSnapshot({ revision: 3 }))
  answer.resolve(ok(null))
  await expect.element(screen.getByRole('radio', { name: 'Idle' })).toHaveFocus()
})

test('a way back that could not be given up is said', async () => {
  const { bridge, main, button } = await open(lost('shut-down'))
  bridge.signOut.mockResolvedValueOnce(err({ code: 'internal', reference: 'ab12cd34' }))
  await button('Use another agent ID').click()
  await expect.element(main.getByRole('alert').nth(1)).toMatchTextContent('could not be forgotten')
})

describe('taking back', () => {
  test('is offered only when somebody is signed in for certain, says its price, and is one explicit act', async () => {
    const { bridge, main, button } = await open(lost('held-elsewhere'))
    await expect
      .element(main.getByText(/ends the other session; a call in progress there may be cut/))
      .toBeVisible()
    await button('Take back').click()
    expect(bridge.returnToSession).toHaveBeenCalledExactlyOnceWith({ takeOver: true })
  })

  test('does not come under a double click on Sign in again', async () => {
    const { bridge, main, button } = await open(lost('shut-down'))
    bridge.returnToSession.mockResolvedValueOnce(refused({ reason: 'already-signed-in', retcode: '100-002' }))
    await button('Sign in again').click()
    bridge.pushSnapshot(deskSnapshot({ revision: 2, session: lost('held-elsewhere') }))
    await expect.element(button('Take back')).toBeDisabled()
    await expect.element(main.getByRole('heading', { name: 'Signed in elsewhere' })).toHaveFocus()
    // The screen says who holds the session; the refusal would say it again.
    expect(main.getByRole('alert').elements()).toHaveLength(1)
    await userEvent.keyboard('{Enter} ')
    expect(bridge.returnToSession).toHaveBeenCalledTimes(1)
    await expect.element(button('Take back')).toBeEnabled()
  })

  test('a refusal is said', async () => {
    const { bridge, main, button } = await open(lost('held-elsewhere'))
    bridge.returnToSession.mockResolvedValueOnce(refused({ reason: 'signed-in-and-protected' }))
    await button('Take back').click()
    await expect.element(main.getByRole('alert').nth(1)).toMatchTextContent('cannot be taken over')
  })
})

test('somebody else signs in with the form', async () => {
  const { bridge, main, button, screen } = await open(lost('shut-down'))
  await button('Use another agent ID').click()
  // What the one before typed is of no use to him, and not his to use.
  expect(bridge.signOut).toHaveBeenCalledExactlyOnceWith({ force: false })
  await expect.element(screen.getByRole('textbox', { name: 'Password' })).toHaveFocus()
  await expect.element(button('Use another agent ID')).not.toBeInTheDocument()
  await screen.getByRole('textbox', { name: 'Agent ID' }).fill('102')
  await screen.getByRole('textbox', { name: 'Password' }).fill('secret')
  await button('Sign in').click()
  await expect.poll(() => bridge.signIn.mock.calls[0]?.[0].agentId).toBe('102')
  await expect.element(main.getByRole('heading', { level: 1 })).toBeVisible()
})

test('that it happened and why is said once, on the screen', async () => {
  const { bridge, screen } = await open(lost('guid-refused'))
  const content = { kind: 'session-ended', cause: 'guid-refused' } as const
  bridge.pushSnapshot(
    deskSnapshot({
      revision: 2,
      session: lost('guid-refused'),
      notices: [{ id: 1, at: noon, severity: 'warning', content }],
    }),
  )
  const region = screen.getByRole('region', { name: 'Notifications' })
  await expect.element(region.getByRole('listitem')).not.toBeInTheDocument()
  expect(screen.getByText(/no longer knows this session/).elements()).toHaveLength(1)
})

test('what becomes of the wishes is said once: the lasting ones stay, the one for a state does not', async () => {
  const bridge = stubBridge(
    deskSnapshot({
      session: lost('silent-too-long'),
      notices: [
        { id: 1, at: noon, severity: 'warning', content: { kind: 'wish-dropped', wish: 'agent-state' } },
      ],
      absence: {
        id: 1,
        from: noon,
        until: noon + 1,
        cause: 'no-answer',
        hasSessionEnded: true,
        changes: [{ kind: 'wish-dropped', wish: 'agent-state' }],
        unread: [],
      },
    }),
  )
  const screen = await renderApp(bridge)
  const main = screen.getByRole('main')
  await expect
    .element(main.getByText(/phone linkage and after-call state are asked for again.* The state .* is not: /))
    .toBeVisible()
  expect(screen.getByText(/kept request|Your session ended meanwhile/).elements()).toHaveLength(0)
})

test('nothing is watched, and quitting asks nothing', async () => {
  const { bridge, screen } = await open(lost('held-elsewhere'))
  expect(bridge.watch.mock.calls.map(([{ views }]) => views)).toEqual([[]])
  await screen.getByRole('button', { name: 'Quit' }).click()
  expect(bridge.quit).toHaveBeenCalledTimes(1)
})
