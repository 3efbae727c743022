import { describe, expect, test } from 'vitest'
import type { QueueBindings } from '../../../../shared/domain/supervisor.ts'
import { ok } from '../../../../shared/result.ts'
import { deskSnapshot, doubtful, rosterAgent } from '../../testing/snapshots.ts'
import { deferred, refused } from '../../testing/stub-bridge.ts'
import { answerOf, binding, openPage, openQueue } from './testing/supervisor-page.ts'

describe('connecting', () => {
  const disconnected = { hasCredentials: false, managementAddress: '' }

  test('an empty form names every field and sends nothing', async () => {
    const { bridge, screen } = await openPage({ supervisor: disconnected })
    await screen.getByRole('button', { name: 'Connect' }).click()
    for (const name of ['Management address', 'App key', 'App secret']) {
      await expect.element(screen.getByRole('textbox', { name })).toHaveAccessibleDescription('Fill this in.')
    }
    expect(bridge.connectManagement).not.toHaveBeenCalled()
  })

  test('wrong keys are said and stay typed', async () => {
    const { bridge, screen } = await openPage({
      supervisor: { ...disconnected, demoAppKey: 'demo', demoAppSecret: 'demo-secret' },
    })
    bridge.connectManagement.mockResolvedValueOnce(refused({ reason: 'wrong-app-key', retcode: '401' }))
    await screen.getByRole('textbox', { name: 'Management address' }).fill('mgmt.example')
    await screen.getByRole('button', { name: 'Connect' }).click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('App key or app secret is wrong.')
    expect(bridge.connectManagement).toHaveBeenCalledExactlyOnceWith({
      managementAddress: 'mgmt.example',
      appKey: 'demo',
      appSecret: 'demo-secret',
    })
    await expect.element(screen.getByRole('textbox', { name: 'App secret' })).toHaveValue('demo-secret')
  })
})

describe('other keys', () => {
  test('can be thought better of: nothing is sent, and the focus stays near', async () => {
    const { bridge, screen } = await openPage()
    const other = screen.getByRole('button', { name: 'Use other keys' })
    await other.click()
    await expect.element(screen.getByRole('textbox', { name: 'Management address' })).toHaveFocus()
    await screen.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(other).toHaveFocus()
    expect(bridge.connectManagement).not.toHaveBeenCalled()
  })

  test('are asked for without a way back while there is no connection', async () => {
    const { screen } = await openPage({ supervisor: { hasCredentials: false } })
    await expect.element(screen.getByRole('button', { name: 'Connect' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Cancel' })).not.toBeInTheDocument()
  })
})

describe('reading', () => {
  test('a refusal is said and can be tried again', async () => {
    const { bridge, screen } = await openPage()
    bridge.readBindings.mockResolvedValueOnce(refused({ reason: 'no-right' }))
    await screen.getByRole('combobox', { name: 'Skill queue' }).click()
    await screen.getByRole('option', { name: 'Sales' }).click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('You have no right to do that.')
    await screen.getByRole('button', { name: 'Try again' }).click()
    await expect.element(screen.getByRole('checkbox', { name: 'agent102' })).toBeVisible()
  })

  test('a late answer for a queue that was left is dropped', async () => {
    const { bridge, screen } = await openPage()
    const late = deferred<ReturnType<typeof ok<QueueBindings>>>()
    bridge.readBindings.mockReturnValueOnce(late.promise)
    const combobox = screen.getByRole('combobox', { name: 'Skill queue' })
    await combobox.click()
    await screen.getByRole('option', { name: 'Sales' }).click()
    await combobox.click()
    await screen.getByRole('option', { name: 'Premium' }).click()
    await expect.element(screen.getByText('3 accounts bound, 0 signed in here')).toBeVisible()
    late.resolve(ok(answerOf([binding(199)], 3)))
    await late.promise
    await expect.element(screen.getByRole('checkbox', { name: 'agent199' })).not.toBeInTheDocument()
  })

  test('an empty queue says so', async () => {
    const { bridge, screen } = await openPage()
    bridge.readBindings.mockResolvedValueOnce(ok(answerOf([], 3)))
    await screen.getByRole('combobox', { name: 'Skill queue' }).click()
    await screen.getByRole('option', { name: 'Sales' }).click()
    await expect.element(screen.getByText('Nobody is bound to this queue.')).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Unbind all…' })).not.toBeInTheDocument()
  })

  test('each account tells its agent, its weights and where the agent is', async () => {
    const { account } = await openQueue({
      rows: [binding(101), binding(102, { name: 'Grace' }), binding(103), binding(104, { agentId: null })],
      agents: [
        rosterAgent({ agentId: '101' }),
        rosterAgent({ agentId: '103', state: 'busy', skillIds: [1] }),
      ],
    })
    for (const [name, sentence] of [
      ['agent101', 'agent 101 Ada. Idle. Weight: agent 1, skill 10.'],
      ['agent102', 'agent 102 Grace. not online. Weight: agent 1, skill 10.'],
      ['agent103', 'agent 103 Ada. Busy, other queues. Weight: agent 1, skill 10.'],
      ['agent104', 'agent no agent ID. not known. Weight: agent 1, skill 10.'],
    ] as const) {
      await expect.element(account(name)).toHaveAccessibleDescription(sentence)
    }
  })

  test('while the gateway is silent nobody is called online or not', async () => {
    const { bridge, account, screen } = await openQueue()
    await expect.element(account('agent101')).toHaveAccessibleDescription(/Idle/)
    bridge.pushSnapshot(deskSnapshot({ revision: 2, session: doubtful }))
    for (const id of ['101', '102']) {
      await expect.element(account(`agent${id}`)).toHaveAccessibleDescription(/not known/)
    }
    await expect.element(screen.getByText('Nobody knows who is online now', { exact: false })).toBeVisible()
  })
})
