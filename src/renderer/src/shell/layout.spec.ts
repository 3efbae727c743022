import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { AbsenceReport } from '../../../shared/domain/absence.ts'
import { renderApp } from '../testing/render-app.ts'
import {
  callView,
  agentStateView,
  deskSnapshot,
  doubtful,
  rosterAgent,
  rosterSnapshot,
  waitingCall,
} from '../testing/snapshots.ts'
import { stubBridge } from '../testing/stub-bridge.ts'

/* Small windows and large text: nothing overlaps, is cut off, or cannot be reached. */

const long = '/opt/a-long-unbroken-message-of-the-platform-'.repeat(4)
const absence: AbsenceReport = {
  id: 1,
  from: 0,
  until: 360_000,
  cause: 'clock-jump',
  hasSessionEnded: false,
  changes: [
    { kind: 'agent-state', before: 'idle', after: 'rest-requested', isForced: true },
    { kind: 'queues-lost', skillIds: [1, 2, 3, 4, 5] },
    { kind: 'call-missed', caller: '861380000000012' },
    { kind: 'transfer', callId: '1700000000-123456789', toSkillId: 2, outcome: 'taken' },
  ],
  unread: ['state', 'queues', 'call'],
}

const crowded = deskSnapshot({
  session: { ...doubtful, isPasswordChangeForced: true },
  absence,
  agentState: agentStateView('talking', { noted: 'rest' }),
  call: callView({ caller: '861380000000012', since: 0, beganAt: 0 }),
  waiting: {
    ...deskSnapshot().waiting,
    calls: [waitingCall({ caller: '861380000000012' }), waitingCall({ callId: '2', caller: '' })],
  },
  notices: [
    { id: 2, at: 1, severity: 'warning', content: { kind: 'skills-differ' } },
    {
      id: 1,
      at: 0,
      severity: 'error',
      content: {
        kind: 'wish-failed',
        wish: 'skills',
        error: { code: 'refused', reason: 'platform-refused', gatewayMessage: long },
      },
    },
  ],
})

describe.each([
  [360, 640, ''],
  [420, 720, ''],
  [1000, 720, ''],
  [210, 360, ''], // what a zoom of 200 % leaves of 420 by 720
  [420, 720, '200%'], // larger text alone
  [360, 640, '200%'],
])('at %i by %i px, text size "%s"', (width, height, fontSize) => {
  async function open(view: string) {
    await page.viewport(width, height)
    document.documentElement.style.fontSize = fontSize
    const agents = ['101', '102'].map((agentId) =>
      rosterAgent({ agentId, name: 'Bartholomew Featherstonehaugh', stateSeconds: 40_000 }),
    )
    const bridge = stubBridge(crowded, rosterSnapshot(agents))
    return renderApp(bridge, { 'deskside.view': view })
  }
  afterEach(async () => {
    document.documentElement.style.fontSize = ''
    await page.viewport(420, 720)
  })
  const box = (element: Element) => element.getBoundingClientRect()

  test.each(['desk', 'waiting', 'roster', 'supervisor', 'activity'])(
    '%s is no wider than the window',
    async (view) => {
      const screen = await open(view)
      await expect.element(screen.getByRole('status', { name: 'Session' })).toBeInTheDocument()
      for (const control of [
        ...screen.getByRole('button').elements(),
        ...screen.getByRole('radio').elements(),
        ...screen.getByRole('tab').elements(),
        ...screen.getByRole('listitem').elements(),
      ]) {
        expect(box(control).left, control.outerHTML).toBeGreaterThanOrEqual(0)
        expect(box(control).right, control.outerHTML).toBeLessThanOrEqual(width)
      }
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    },
  )

  test.each([
    ['with one click back', true],
    ['with the form', false],
  ])(
    'the end of a session %s is no wider than the window, and its buttons can be reached',
    async (_, canReturn) => {
      await page.viewport(width, height)
      document.documentElement.style.fontSize = fontSize
      const ended = { cause: 'held-elsewhere', at: 0 } as const
      const session = { phase: 'taken-over', agentId: '101', ended, canReturn } as const
      const screen = await renderApp(stubBridge(deskSnapshot({ session, absence })))
      const names = canReturn ? ['Take back', 'Use another agent ID'] : ['Sign in', 'Got it']
      for (const name of names) {
        const button = screen.getByRole('button', { name, exact: true }).element()
        button.scrollIntoView()
        expect(box(button).left).toBeGreaterThanOrEqual(0)
        expect(box(button).right).toBeLessThanOrEqual(width)
        expect(box(button).bottom).toBeLessThanOrEqual(height)
      }
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    },
  )

  test('whatever is to be said, the state is in sight and its buttons can be reached', async () => {
    const screen = await open('desk')
    const panel = screen.getByRole('region', { name: 'Agent state' })
    await expect.element(panel).toBeInTheDocument()
    const headline = panel.getByText('Talking', { exact: true }).first().element()
    expect(box(headline).bottom).toBeLessThanOrEqual(height)
    for (const radio of panel.getByRole('radio').elements()) {
      radio.scrollIntoView({ block: 'nearest' })
      expect(box(radio).top).toBeGreaterThanOrEqual(0)
      expect(Math.floor(box(radio).bottom)).toBeLessThanOrEqual(height)
      const { left, top } = box(radio)
      expect(radio.contains(document.elementFromPoint(left + 8, top + 8))).toBe(true)
    }
  })

  test('everything can be scrolled to, down to the last button', async () => {
    const screen = await open('supervisor')
    const quit = screen.getByRole('button', { name: 'Quit' }).element()
    quit.scrollIntoView()
    expect(box(quit).bottom).toBeLessThanOrEqual(height)
    expect(box(quit).top).toBeGreaterThanOrEqual(0)
    expect(Math.min(box(quit).width, box(quit).height)).toBeGreaterThanOrEqual(24)
  })

  test('the heads of the roster do not overlap, and its rows have their height', async () => {
    const screen = await open('roster')
    const table = screen.getByRole('table', { name: 'Online agents' })
    await expect.poll(() => table.getByRole('row').elements().length).toBe(3)
    const heads = table
      .getByRole('columnheader')
      .elements()
      .map((head) => box(head.firstElementChild!))
    for (const [index, a] of heads.entries()) {
      for (const b of heads.slice(index + 1)) {
        const isApart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1
        expect(isApart, JSON.stringify([a, b])).toBe(true)
      }
    }
    await expect
      .poll(() => {
        const [first, second] = table.getByRole('row').elements().slice(1).map(box)
        return second!.top - first!.bottom
      })
      .toBeCloseTo(0, 0)
  })
})
