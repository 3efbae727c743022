import { expect, test } from 'vitest'
import type { SessionView } from '../../../../shared/domain/session.ts'
import { renderApp } from '../../testing/render-app.ts'
import {
  callView,
  agentStateView,
  deskSnapshot,
  doubtful,
  recovering,
  signedIn,
} from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'

const online = { ...signedIn, phase: 'online' } as const

async function open(session: SessionView = online) {
  const bridge = stubBridge(deskSnapshot({ session }))
  const screen = await renderApp(bridge)
  return { bridge, screen, status: screen.getByRole('status', { name: 'Session' }) }
}

test('a refused sign-out is said and leaves the session', async () => {
  const { bridge, screen, status } = await open()
  bridge.signOut.mockResolvedValueOnce(refused())
  await screen.getByRole('button', { name: 'Sign out' }).click()
  await expect.element(screen.getByRole('alert')).toMatchTextContent('Sign-out failed')
  await expect.element(status).toMatchTextContent('Agent 101')
})

test('during a call signing out by force is a second, explicit act', async () => {
  const { bridge, screen } = await open()
  bridge.signOut.mockResolvedValueOnce(refused({ reason: 'in-a-call', retcode: '100-010' }))
  await screen.getByRole('button', { name: 'Sign out' }).click()
  await screen.getByRole('button', { name: 'Sign out and end the call' }).click()
  await expect.poll(() => bridge.signOut.mock.calls.map(([input]) => input.force)).toEqual([false, true])
})

test('during a call, Cancel stays signed in', async () => {
  const { bridge, screen } = await open()
  bridge.signOut.mockResolvedValueOnce(refused({ reason: 'in-a-call' }))
  await screen.getByRole('button', { name: 'Sign out' }).click()
  await screen.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  expect(bridge.signOut).toHaveBeenCalledTimes(1)
})

test('a refusal because of a call is not shown any more when the call has ended', async () => {
  const call = callView({ caller: '138' })
  const bridge = stubBridge(deskSnapshot({ call, agentState: agentStateView('talking') }))
  const screen = await renderApp(bridge)
  bridge.signOut.mockResolvedValueOnce(refused({ reason: 'in-a-call' }))
  await screen.getByRole('button', { name: 'Sign out' }).click()
  await screen.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect.element(screen.getByRole('alert')).toMatchTextContent('You are in a call.')
  await expect.element(screen.getByRole('button', { name: 'Sign out' })).toHaveFocus()
  bridge.pushSnapshot(deskSnapshot({ revision: 2, call: null, agentState: agentStateView('wrap-up') }))
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})

test('the question whether to end the call goes with the call', async () => {
  const bridge = stubBridge(deskSnapshot({ agentState: agentStateView('talking') }))
  const screen = await renderApp(bridge)
  bridge.signOut.mockResolvedValueOnce(refused({ reason: 'in-a-call' }))
  await screen.getByRole('button', { name: 'Sign out' }).click()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  bridge.pushSnapshot(deskSnapshot({ revision: 2, agentState: agentStateView('wrap-up') }))
  await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})

test('who, since when and where', async () => {
  const { status } = await open()
  await expect
    .element(status)
    .toMatchTextContent(/Agent 101.*always off-hook.*Connected since.*127\.0\.0\.1:8043/)
})

test('silence says since when, why, and what it means', async () => {
  const { screen, status } = await open(doubtful)
  await expect.element(status).toMatchTextContent(/Agent 101.*No answer since/)
  await expect.element(screen.getByText(/^No answer from the gateway since/)).toBeVisible()
  await expect
    .element(screen.getByText(/^What you see may be old; what you ask for is kept\..*by itself/))
    .toBeVisible()
  await expect.element(screen.getByText(/The gateway cannot be reached\./)).toBeVisible()
})

test('in doubt signing out is possible', async () => {
  const { bridge, screen } = await open(doubtful)
  await screen.getByRole('button', { name: 'Sign out' }).click()
  expect(bridge.signOut).toHaveBeenCalledExactlyOnceWith({ force: false })
})

test('catching up says so and is no trouble', async () => {
  const { screen, status } = await open(recovering)
  await expect.element(status).toMatchTextContent('Catching up…')
  await expect.element(screen.getByText(/Everything is being read anew/)).toBeVisible()
  await expect.element(screen.getByText(/No answer/)).not.toBeInTheDocument()
})

test.each([
  [0, /^Password expires today/],
  [1, /^Password expires in one day/],
  [14, /^Password expires in 14 days/],
])('%i days before the password expires', async (passwordDaysLeft, words) => {
  const { screen } = await open({ ...online, passwordDaysLeft })
  await expect.element(screen.getByText(words)).toBeVisible()
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})

test.each([null, 15])('%s days left are no warning', async (passwordDaysLeft) => {
  const { screen, status } = await open({ ...online, passwordDaysLeft })
  await expect.element(status).toBeVisible()
  await expect.element(screen.getByText(/Password expires/)).not.toBeInTheDocument()
})

test.each([
  ['online', online],
  ['in doubt', doubtful],
  ['catching up', recovering],
] as const)(
  'a password that must be changed is an alert that stays, instead of the reminder: %s',
  async (_, session) => {
    const forced = { ...session, isPasswordChangeForced: true, passwordDaysLeft: 0 }
    const { screen } = await open(forced)
    const alert = screen.getByRole('alert')
    await expect.element(alert).toMatchTextContent(/Your password must be changed.*no calls come before that/)
    await expect.element(alert.getByRole('button')).not.toBeInTheDocument()
    await expect.element(screen.getByText(/Password expires/)).not.toBeInTheDocument()
  },
)
