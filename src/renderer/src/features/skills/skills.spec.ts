import { describe, expect, test } from 'vitest'
import type { AbsenceReport } from '../../../../shared/domain/absence.ts'
import type { SkillSignInView } from '../../../../shared/domain/desk-snapshot.ts'
import { renderApp } from '../../testing/render-app.ts'
import { confirmed, deskSnapshot, noon, signedOut, switchView } from '../../testing/snapshots.ts'
import { refused, stubBridge } from '../../testing/stub-bridge.ts'
import { draftFromView, draftProblem } from './skill-draft.ts'

const base = deskSnapshot().skills

async function open(change: Partial<SkillSignInView> = {}) {
  const bridge = stubBridge(deskSnapshot({ skills: { ...base, ...change } }))
  const screen = await renderApp(bridge)
  const group = screen.getByRole('radiogroup', { name: 'Skill sign-in' })
  await expect.element(group).toBeVisible()
  return {
    bridge,
    screen,
    mode: (name: string) => group.getByRole('radio', { name }),
    skill: (name: string) => screen.getByRole('checkbox', { name, exact: true }),
    apply: screen.getByRole('button', { name: 'Apply skill sign-in' }),
  }
}

const many = (count: number, idFrom = 1) =>
  Array.from({ length: count }, (_, index) => ({
    id: idFrom + index,
    name: `Queue ${idFrom + index}`,
    mediaType: 5,
  }))

describe('refused choices', () => {
  test('Chosen skills without a skill cannot be applied', async () => {
    const { screen, skill, apply } = await open()
    await skill('Billing').click()
    await skill('Technical support').click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Choose at least one skill')
    await expect.element(apply).toBeDisabled()
  })

  test('a list longer than the gateway takes is refused with its length', async () => {
    const configured = many(900, 10_000)
    const { bridge, screen, apply } = await open({
      configured,
      choice: { mode: 'chosen', skillIds: configured.map(({ id }) => id) },
    })
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent('5,399 characters, the gateway takes 4,000')
    await expect.element(apply).toBeDisabled()
    expect(bridge.signInToSkills).not.toHaveBeenCalled()
  })

  test('a refusal by the gateway keeps the choice and says why', async () => {
    const { bridge, screen, skill, apply } = await open()
    bridge.signInToSkills.mockResolvedValueOnce(refused())
    await skill('Sales').click()
    await apply.click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The call platform refused.')
    await expect.element(skill('Sales')).toBeChecked()
  })

  test('without a session nothing can be applied', async () => {
    const { screen, apply } = await open({ unavailable: 'in-a-call' })
    await expect.element(screen.getByText('Not possible during a call.')).toBeVisible()
    await expect.element(apply).toBeDisabled()
  })
})

test('checkboxes are enabled only with Chosen skills and show what is asked', async () => {
  const { mode, skill } = await open()
  await expect.element(skill('Billing')).toBeEnabled()
  await mode('All skills').click()
  await expect.element(skill('Premium')).toBeDisabled()
  await expect.element(skill('Premium')).toBeChecked()
  await mode('No skills').click()
  await expect.element(skill('Billing')).not.toBeChecked()
  await mode('Chosen skills').click()
  await expect.element(skill('Billing')).toBeChecked()
  await expect.element(skill('Premium')).not.toBeChecked()
})

test('each queue says whether it is in force', async () => {
  const { skill } = await open()
  await expect.element(skill('Billing')).toHaveAccessibleDescription('serving')
  await expect.element(skill('Sales')).toHaveAccessibleDescription('not serving')
})

test.each([
  ['All skills', { mode: 'all' }],
  ['No skills', { mode: 'none' }],
] as const)('%s is applied as such', async (name, choice) => {
  const { bridge, mode, apply } = await open()
  await mode(name).click()
  await apply.click()
  expect(bridge.signInToSkills).toHaveBeenCalledExactlyOnceWith({ choice })
})

test('the chosen skills are applied in order', async () => {
  const { bridge, skill, apply } = await open()
  await skill('Premium').click()
  await skill('Billing').click()
  await apply.click()
  expect(bridge.signInToSkills).toHaveBeenCalledExactlyOnceWith({
    choice: { mode: 'chosen', skillIds: [2, 4] },
  })
})

test('300 queues can be filtered, and the shown ones chosen at once', async () => {
  const { bridge, screen, apply } = await open({
    configured: many(300),
    choice: { mode: 'chosen', skillIds: [1] },
  })
  await screen.getByRole('searchbox', { name: 'Filter skills' }).fill('queue 29')
  await expect.poll(() => screen.getByRole('checkbox').elements().length).toBe(11)
  await screen.getByRole('button', { name: 'All shown' }).click()
  await apply.click()
  const [input] = bridge.signInToSkills.mock.calls[0]!
  expect(input.choice).toEqual({ mode: 'chosen', skillIds: [1, 29, ...many(10, 290).map(({ id }) => id)] })
})

test('an edit survives snapshots; once the wish is there the form follows again', async () => {
  const { bridge, skill } = await open()
  await skill('Sales').click()
  bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
  await expect.element(skill('Sales')).toBeChecked()
  bridge.pushSnapshot(
    deskSnapshot({ revision: 3, skills: { ...base, choice: { mode: 'chosen', skillIds: [1, 2, 3] } } }),
  )
  bridge.pushSnapshot(deskSnapshot({ revision: 4, skills: { ...base, choice: { mode: 'none' } } }))
  await expect.element(skill('Sales')).not.toBeChecked()
})

describe('an edit that is not applied', () => {
  test('survives another tab and says so', async () => {
    const { bridge, screen, skill } = await open()
    await skill('Sales').click()
    await expect.element(screen.getByText('Not applied yet')).toBeVisible()
    await screen.getByRole('tab', { name: 'Team' }).click()
    await expect.element(skill('Sales')).not.toBeInTheDocument()
    await screen.getByRole('tab', { name: 'Desk' }).click()
    await expect.element(skill('Sales')).toBeChecked()
    await expect.element(screen.getByText('Not applied yet')).toBeVisible()
    expect(bridge.signInToSkills).not.toHaveBeenCalled()
  })

  test('can be discarded, and the focus stays in the form', async () => {
    const { screen, mode, skill } = await open()
    await mode('No skills').click()
    await screen.getByRole('button', { name: 'Discard' }).click()
    await expect.element(skill('Billing')).toBeChecked()
    await expect.element(mode('Chosen skills')).toHaveFocus()
    await expect.element(screen.getByText('Not applied yet')).not.toBeInTheDocument()
  })

  test('ends with the session it was made in', async () => {
    const { bridge, screen, skill } = await open()
    await skill('Sales').click()
    bridge.pushSnapshot(signedOut({ revision: 2 }))
    await expect.element(screen.getByRole('button', { name: 'Sign in' })).toBeVisible()
    bridge.pushSnapshot(deskSnapshot({ revision: 3 }))
    await expect.element(skill('Sales')).not.toBeChecked()
  })
})

describe('while nothing is known', () => {
  const unread = { isLoading: true, readAt: null, error: null } as const

  test('no queue is counted', async () => {
    const { screen } = await open({ effective: null, configured: [], configuredRead: unread, choice: null })
    await expect.element(screen.getByText('Not known yet which queues you serve')).toBeVisible()
    await expect.element(screen.getByText(/You serve|configured/)).not.toBeInTheDocument()
  })

  test('All skills is said as asked', async () => {
    const { screen } = await open({ effective: null, configuredRead: unread, choice: { mode: 'all' } })
    await expect.element(screen.getByText(/^All skills; which queues/)).toBeVisible()
  })
})

test('the words of a choice stay on one line', async () => {
  const { mode } = await open()
  for (const name of ['All skills', 'Chosen skills', 'No skills']) {
    const label = mode(name).element().closest('label')!
    expect(label.getBoundingClientRect().height).toBeLessThan(40)
  }
})

test('no configured queue is explained', async () => {
  const { screen } = await open({ configured: [], choice: null, effective: [] })
  await expect.element(screen.getByText('No skill queue is configured for you.')).toBeVisible()
})

describe('draft', () => {
  test.each([
    ['nothing known', null, 'all'],
    ['no queue', [], 'none'],
    ['every configured queue', [4, 3, 2, 1], 'all'],
    ['some queues', [2], 'chosen'],
  ] as const)('without a wish, %s in force is %s', (_, effective, mode) => {
    expect(draftFromView({ ...base, choice: null, effective }).mode).toBe(mode)
  })

  test.each([
    [4000, null],
    [4001, 'too-long'],
  ])('a list of %i characters gives %s', (length, problem) => {
    // Five-digit IDs take six characters each but the last; a few longer or shorter ones make up the exact length.
    const ids = Array.from({ length: 666 }, (_, index) => 10_000 + index)
    const extra = length - (666 * 6 - 1) - 1
    expect(draftProblem({ mode: 'chosen', chosen: new Set([...ids, 9 * 10 ** (extra - 1)]) })).toBe(problem)
  })
})

describe('queues that differ from what was asked', () => {
  const seen = (value: readonly number[]) => ({ value, at: noon + 1, by: 'roster' as const })
  const contradicted = (asked: readonly number[], now: readonly number[], mode: 'all' | 'chosen') => ({
    ...switchView<readonly number[]>(
      { ...confirmed(asked), seen: seen(now) },
      (a, b) => a.join() === b.join(),
    ),
    choice: mode === 'all' ? ({ mode } as const) : ({ mode, skillIds: asked } as const),
  })

  const lostSales: AbsenceReport = {
    id: 1,
    from: noon,
    until: noon + 1,
    cause: 'no-answer',
    hasSessionEnded: false,
    changes: [{ kind: 'queues-lost', skillIds: [3] }],
    unread: [],
  }

  test('a chosen queue that is not served is a contradiction, with what to do', async () => {
    const { screen } = await open(contradicted([1, 2], [1], 'chosen'))
    await expect.element(screen.getByText(/^Accepted .* as 2 queues, seen .* as one queue$/)).toBeVisible()
    await expect
      .element(
        screen.getByText(
          'Asked for and not served: Technical support. Apply again, or ask your supervisor whether the queue was taken from you.',
        ),
      )
      .toBeVisible()
  })

  test('a queue nobody asked for is named', async () => {
    const { screen } = await open(contradicted([1], [1, 4], 'all'))
    await expect.element(screen.getByText(/^Served and not asked for: Premium\./)).toBeVisible()
  })

  test('a queue configured after "All skills" is no alarm, and can be had by applying again', async () => {
    const { screen } = await open(contradicted([1, 2, 3, 4], [1, 2, 3], 'all'))
    await expect.element(screen.getByText(/^Seen .*: you serve 3 of 4 queues$/)).toBeVisible()
    await expect
      .element(screen.getByText(/^Not served yet: Premium\. It may have been configured for you after/))
      .toBeVisible()
    expect(document.querySelector('[data-verdict="contradicted"]')).toBeNull()
  })

  test.each([
    ['seen in this session', null],
    ['lost in the last absence', lostSales],
  ])('a queue that was served is not said to be configured later: %s', async (_, absence) => {
    const served = { ...base, ...contradicted([1, 2, 3], absence === null ? [1, 2, 3] : [1, 2], 'all') }
    const bridge = stubBridge(deskSnapshot({ absence, skills: served }))
    const screen = await renderApp(bridge)
    const skills = { ...base, ...contradicted([1, 2, 3], [1, 2], 'all') }
    bridge.pushSnapshot(deskSnapshot({ revision: 2, absence, skills }))
    await expect
      .element(screen.getByText('No longer served: Sales. Apply again, or ask your supervisor.'))
      .toBeVisible()
    await expect.element(screen.getByText(/may have been configured/)).not.toBeInTheDocument()
  })

  test('a kept choice can be taken back', async () => {
    const { bridge, screen } = await open({ ...base, isKept: true })
    await expect.element(screen.getByText('Kept: will be sent when the gateway answers')).toBeVisible()
    await screen.getByRole('button', { name: 'Take back' }).click()
    expect(bridge.cancelWish).toHaveBeenCalledExactlyOnceWith({ wish: 'skills' })
  })
})
