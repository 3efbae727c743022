import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Notice, NoticeContent } from '../../../../shared/domain/notice.ts'
import { renderApp } from '../../testing/render-app.ts'
import { agentStateView, deskSnapshot, noon, signedOut } from '../../testing/snapshots.ts'
import { stubBridge } from '../../testing/stub-bridge.ts'

const notice = (id: number, content: NoticeContent = { kind: 'rest-over' }): Notice => ({
  id,
  at: noon + id,
  severity: 'warning',
  content,
})

async function open(...notices: readonly Notice[]) {
  const bridge = stubBridge(deskSnapshot({ notices }))
  const screen = await renderApp(bridge)
  const region = screen.getByRole('region', { name: 'Notifications' })
  return { bridge, screen, region, items: region.getByRole('listitem') }
}

test('the live region is there before anything is in it, also signed out', async () => {
  const bridge = stubBridge(signedOut())
  const screen = await renderApp(bridge)
  const region = screen.getByRole('region', { name: 'Notifications' })
  await expect.element(region).toHaveAttribute('aria-live', 'polite')
  bridge.pushSnapshot(signedOut({ revision: 2, notices: [notice(1)] }))
  await expect.element(region).toMatchTextContent('Your rest time is over.')
})

test.each<[NoticeContent, RegExp]>([
  [{ kind: 'settings-damaged', keptAs: 'config.bad.json' }, /kept the old file as config\.bad\.json/],
  [{ kind: 'settings-not-saved' }, /could not be saved/],
  [{ kind: 'session-ended', cause: 'guid-refused' }, /Session ended\. The gateway no longer knows/],
  [
    {
      kind: 'wish-failed',
      wish: 'skills',
      error: { code: 'refused', reason: 'platform-refused', retcode: '100-007' },
    },
    /Skill sign-in: The call platform refused\. Try again, or give the code to support\..*100-007/,
  ],
  [
    {
      kind: 'wish-failed',
      wish: 'skills',
      error: { code: 'refused', reason: 'platform-refused', gatewayMessage: 'CTI-17 '.repeat(3) },
    },
    /Read the platform’s words below.*The gateway says: “CTI-17 CTI-17 CTI-17”/,
  ],
  [{ kind: 'linkage-failed', result: 3 }, /\(result 3\)/],
  [{ kind: 'skills-differ' }, /other queues than you asked for/],
  [{ kind: 'password-expires', days: 0 }, /expires today/],
  [{ kind: 'password-expires', days: 5 }, /expires in 5 days/],
  [{ kind: 'password-change-forced' }, /must be changed before calls reach you/],
  [{ kind: 'second-start' }, /already running/],
  [
    {
      kind: 'transfer',
      callId: '17-1',
      caller: null,
      fromSkillId: 1,
      toSkillId: 2,
      outcome: 'gone',
      error: null,
    },
    /Call from unknown caller \(17-1\): it had left Billing; nothing shows that it was moved to Technical support\./,
  ],
  [
    {
      kind: 'transfer',
      callId: '17-1',
      caller: '138',
      fromSkillId: 1,
      toSkillId: 2,
      outcome: 'moved',
      error: null,
    },
    /Call from 138: it now waits in Technical support/,
  ],
  ...(
    [
      ['taken', /neither queue any more: answered, or hung up/],
      ['refused', /was not moved to Technical support/],
      ['unknown', /nobody knows yet/],
    ] as const
  ).map(([outcome, words]): [NoticeContent, RegExp] => [
    { kind: 'transfer', callId: '17-1', caller: '138', fromSkillId: 1, toSkillId: 2, outcome, error: null },
    words,
  ]),
  ...(
    [
      ['shut-down', /another place, or a supervisor/],
      ['held-elsewhere', /Somebody is signed in under your ID/],
      ['silent-too-long', /more than two minutes/],
      ['not-signed-in', /does not say why/],
      ['switch-over-failed', /standby system/],
    ] as const
  ).map(([cause, words]): [NoticeContent, RegExp] => [{ kind: 'session-ended', cause }, words]),
  [
    { kind: 'wish-dropped', wish: 'agent-state' },
    /Agent state: your request was kept .* so it was not sent\./,
  ],
  [
    { kind: 'wish-dropped', wish: 'agent-state', states: { asked: 'rest', present: 'talking' } },
    /You asked for Rest .* cannot be asked for now that you are in Talking/,
  ],
  [{ kind: 'call-missed', caller: '138' }, /You missed a call from 138\./],
  [{ kind: 'call-missed', caller: '' }, /from a withheld number\./],
  [{ kind: 'call-missed', caller: null }, /from an unknown number\./],
  [{ kind: 'state-forced', state: 'busy' }, /A supervisor changed your state to Busy\./],
  [{ kind: 'journal-not-kept' }, /cannot be written to disk\. It goes on in memory/],
  [{ kind: 'no-call-to-transfer' }, /no waiting call/],
  [{ kind: 'sign-out-unconfirmed' }, /did not confirm the sign-out/],
])('%j is said in words', async (content, words) => {
  const { items } = await open(notice(1, content))
  await expect.element(items.first()).toMatchTextContent(words)
})

test('dismissing asks main for that notice', async () => {
  const { bridge, region } = await open(notice(7))
  await region.getByRole('button', { name: 'Dismiss' }).click()
  expect(bridge.dismissNotice).toHaveBeenCalledExactlyOnceWith({ id: 7 })
})

test('after dismissing the next notice has the focus, and after the last one the region', async () => {
  const { bridge, region } = await open(notice(1), notice(2))
  const dismiss = region.getByRole('button', { name: 'Dismiss' })
  ;(dismiss.first().element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  expect(bridge.dismissNotice).toHaveBeenCalledExactlyOnceWith({ id: 2 })
  bridge.pushSnapshot(deskSnapshot({ revision: 2, notices: [notice(1)] }))
  await expect.element(dismiss).toHaveFocus()
  bridge.pushSnapshot(deskSnapshot({ revision: 3, notices: [] }))
  await expect.element(region).toHaveFocus()
})

test('two newest at once, the others on demand', async () => {
  const { screen, items } = await open(
    notice(1),
    notice(2),
    notice(3, { kind: 'second-start' }),
    notice(4, { kind: 'skills-differ' }),
  )
  await expect.element(items.first()).toMatchTextContent('other queues')
  expect(items.elements()).toHaveLength(2)
  await screen.getByRole('button', { name: 'Show 2 more' }).click()
  await expect.poll(() => items.elements().length).toBe(4)
  await screen.getByRole('button', { name: 'Show fewer' }).click()
  await expect.poll(() => items.elements().length).toBe(2)
})

describe('in a low window', () => {
  afterEach(() => page.viewport(420, 720))

  test('the newest is one line, and the others and the rest of it come on demand', async () => {
    await page.viewport(360, 640)
    const { screen, items } = await open(notice(1), notice(2), notice(3, { kind: 'skills-differ' }))
    await expect.element(items).toMatchTextContent('other queues')
    const line = () => items.first().element().getBoundingClientRect().height
    const clipped = line()
    await screen.getByRole('button', { name: 'Show 2 more' }).click()
    await expect.poll(() => items.elements().length).toBe(3)
    expect(line()).toBeGreaterThan(clipped)
  })

  test('one alone can be read to its end', async () => {
    await page.viewport(360, 640)
    const { screen, items } = await open(notice(1, { kind: 'settings-not-saved' }))
    const text = items.getByText(/could not be saved/)
    await expect.element(text).toBeVisible()
    const isCut = () => text.element().scrollWidth > text.element().clientWidth
    expect(isCut()).toBe(true)
    await screen.getByRole('button', { name: 'Show all of it' }).click()
    await expect.poll(isCut).toBe(false)
  })

  test('a window that grows shows them again', async () => {
    await page.viewport(360, 640)
    const { items } = await open(notice(1), notice(2))
    await expect.poll(() => items.elements().length).toBe(1)
    await page.viewport(420, 720)
    await expect.poll(() => items.elements().length).toBe(2)
  })
})

test('a command with a reason is called by the name of the reason, not by its number', async () => {
  const named = agentStateView('idle', { restReasons: [{ id: 3, text: 'Lunch' }] })
  const content: NoticeContent = { kind: 'command', command: 'state=rest:3', outcome: 'done', error: null }
  const bridge = stubBridge(deskSnapshot({ agentState: named, notices: [notice(1, content)] }))
  const screen = await renderApp(bridge)
  await expect
    .element(screen.getByRole('region', { name: 'Notifications' }))
    .toMatchTextContent('Done: Agent state: Rest, Lunch')
})
