import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { AbsenceChange, AbsenceReport } from '../../../../shared/domain/absence.ts'
import { announced } from '../../testing/announced.ts'
import { renderApp } from '../../testing/render-app.ts'
import { deskSnapshot, noon } from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'

const minute = 60_000
const report = (change: Partial<AbsenceReport> = {}): AbsenceReport => ({
  id: 4,
  from: noon + minute,
  until: noon + 7 * minute,
  cause: 'sleep',
  hasSessionEnded: false,
  changes: [],
  unread: [],
  ...change,
})

async function open(absence: AbsenceReport | null, view = 'desk') {
  const bridge = stubBridge(deskSnapshot({ absence }))
  const screen = await renderApp(bridge, { 'deskside.view': view })
  await expect.element(screen.getByRole('status', { name: 'Session' })).toBeVisible()
  return { bridge, screen, card: screen.getByRole('region', { name: 'While you were away' }) }
}

test('without a report there is no card', async () => {
  const { card } = await open(null)
  await expect.element(card).not.toBeInTheDocument()
})

test('"Got it" that is refused says so and keeps the card', async () => {
  const { bridge, card } = await open(report())
  bridge.dismissAbsence.mockResolvedValueOnce(refused())
  await card.getByRole('button', { name: 'Got it' }).click()
  await expect.element(card.getByRole('alert')).toMatchTextContent('The call platform refused.')
})

test('what could not be read is named, and nothing is said about it', async () => {
  const { card } = await open(report({ unread: ['queues', 'call'] }))
  await expect.element(card).toMatchTextContent('Nothing that could be checked has changed.')
  await expect.element(card).toMatchTextContent('Could not be checked: your queues and your call.')
  await expect.element(card.getByText('Nothing changed.')).not.toBeInTheDocument()
})

test('nothing changed is said', async () => {
  const { card } = await open(report())
  await expect.element(card.getByRole('listitem')).toHaveTextContent('Nothing changed.')
})

describe('when and why', () => {
  test.each([
    ['sleep', 'the computer slept'],
    ['clock-jump', 'Deskside did not run, or the clock was set'],
    ['no-answer', 'the gateway did not answer'],
  ] as const)('%s', async (cause, words) => {
    const { card } = await open(report({ cause }))
    await expect.element(card).toMatchTextContent(new RegExp(`2:03.*–.*2:09.* \\(6 min\\), ${words}\\.`))
  })
})

describe('changes in plain words', () => {
  test.each<[AbsenceChange, string]>([
    [
      { kind: 'agent-state', before: 'idle', after: 'busy', isForced: false },
      'Your state changed from Idle to Busy.',
    ],
    [
      { kind: 'agent-state', before: 'idle', after: 'rest', isForced: true },
      'A supervisor changed your state from Idle to Rest.',
    ],
    [{ kind: 'queues-lost', skillIds: [1, 77] }, 'You no longer serve Billing and Queue 77.'],
    [{ kind: 'queues-gained', skillIds: [4] }, 'You now serve Premium.'],
    [{ kind: 'call-missed', caller: '138' }, 'You missed a call from 138.'],
    [{ kind: 'call-missed', caller: null }, 'You missed a call from an unknown number.'],
    [{ kind: 'call-ended', caller: '' }, 'Your call with a withheld number ended.'],
    [{ kind: 'call-began', caller: '139' }, 'A call with 139 began.'],
    [
      { kind: 'transfer', callId: '17-1', toSkillId: 2, outcome: 'taken' },
      'Call 17-1 to Technical support: Taken meanwhile',
    ],
    [{ kind: 'linkage-lost' }, 'Your desk phone is no longer linked.'],
    [{ kind: 'linkage-gained' }, 'Your desk phone is linked.'],
    [{ kind: 'wish-sent', wish: 'skills' }, 'Skill sign-in: your kept request was sent.'],
    [
      { kind: 'wish-dropped', wish: 'agent-state' },
      'Agent state: your kept request was not possible any more and was not sent.',
    ],
  ])('%j', async (change, words) => {
    const { card } = await open(report({ changes: [change] }))
    await expect.element(card.getByRole('listitem')).toHaveTextContent(words)
  })
})

test('it is announced once, politely, and seen in whatever view is open', async () => {
  const { bridge, screen, card } = await open(null, 'roster')
  bridge.pushSnapshot(deskSnapshot({ revision: 2, absence: report() }))
  await expect.element(card).toBeVisible()
  await expect.poll(announced).toMatch(/^While you were away .*the computer slept\. Nothing changed\. $/)
  await expect.element(screen.getByRole('tab', { name: 'Team' })).toHaveAttribute('aria-selected', 'true')
})

test('dismissed it goes, and the focus is not lost', async () => {
  const { bridge, card } = await open(report())
  await card.getByRole('button', { name: 'Got it' }).click()
  expect(bridge.dismissAbsence).toHaveBeenCalledExactlyOnceWith({ id: 4 })
  bridge.pushSnapshot(deskSnapshot({ revision: 2, absence: null }))
  await expect.element(card).not.toBeInTheDocument()
  await expect.poll(() => document.activeElement === document.body).toBe(false)
})

test('after the end of the session it stands above the form and leaves the end to the screen', async () => {
  const ended = { cause: 'silent-too-long', at: noon } as const
  const session = { phase: 'ended', agentId: '101', ended, canReturn: false } as const
  const changes: readonly AbsenceChange[] = [{ kind: 'call-missed', caller: '138' }]
  const bridge = stubBridge(deskSnapshot({ session, absence: report({ hasSessionEnded: true, changes }) }))
  const screen = await renderApp(bridge)
  const card = screen.getByRole('region', { name: 'While you were away' })
  await expect.element(card.getByRole('listitem')).toHaveTextContent('You missed a call from 138.')
  const form = screen.getByRole('textbox', { name: 'Agent ID' }).element()
  expect(card.element().compareDocumentPosition(form)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test('back at the desk the end and the wish it dropped are told', async () => {
  const changes: readonly AbsenceChange[] = [{ kind: 'wish-dropped', wish: 'agent-state' }]
  const { card } = await open(report({ hasSessionEnded: true, changes }))
  await expect.element(card.getByRole('listitem').first()).toHaveTextContent('Your session ended meanwhile.')
  await expect
    .element(card.getByRole('listitem').nth(1))
    .toHaveTextContent('Agent state: your kept request was dropped, because the session ended.')
})

describe('in a low window', () => {
  afterEach(() => page.viewport(420, 720))

  test('only the headline stands, and the rest comes on demand', async () => {
    await page.viewport(360, 640)
    const { card } = await open(report())
    await expect.element(card.getByRole('heading', { name: 'While you were away' })).toBeVisible()
    await expect.element(card.getByText('Nothing changed.')).not.toBeInTheDocument()
    await card.getByRole('button', { name: 'Show' }).click()
    await expect.element(card.getByText('Nothing changed.')).toBeVisible()
    await expect.element(card.getByRole('button', { name: 'Got it' })).toBeVisible()
    await card.getByRole('button', { name: 'Hide' }).click()
    await expect.element(card.getByText('Nothing changed.')).not.toBeInTheDocument()
  })
})
