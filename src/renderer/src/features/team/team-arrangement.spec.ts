import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Preferences } from '../../../../shared/preferences/preference-schemas.ts'
import { err, ok } from '../../../../shared/result.ts'
import { preferencesSnapshot, rosterSnapshot } from '../../testing/snapshots.ts'
import { few, openTeam } from './testing/open-team.ts'

describe('by queue', () => {
  async function openByQueue(yours: Partial<Preferences> = {}) {
    const opened = await openTeam(few)
    opened.bridge.pushPreferences(preferencesSnapshot({ isRosterByQueue: true, ...yours }, 1))
    const heads = () =>
      opened.table
        .getByRole('button', { expanded: true })
        .elements()
        .map((head) => head.textContent.trim())
    await expect.poll(heads).toEqual(['Billing', 'Technical support', 'Web chat'])
    return { ...opened, heads }
  }
  const agentIds = (table: Awaited<ReturnType<typeof openTeam>>['table']) =>
    table
      .getByRole('row')
      .elements()
      .map((row) => /\d{3,}/.exec(row.textContent)?.[0])
      .filter((id) => id !== undefined)

  test('an agent stands in each of his queues, under a head that counts', async () => {
    const { table } = await openByQueue()
    expect(agentIds(table)).toEqual(['101', '101', '1020', '103'])
    const head = table.getByRole('row').nth(3)
    await expect.element(head).toMatchTextContent(/Technical support\s*2 agents.*Idle: 1.*Busy: 1/)
    await expect.element(table).toHaveAttribute('aria-rowcount', '8')
  })

  test('a queue closes and opens by click and by keys', async () => {
    const { table, heads } = await openByQueue()
    await table.getByRole('button', { name: 'Billing' }).click()
    await expect.poll(heads).toEqual(['Technical support', 'Web chat'])
    const row = table.getByRole('row').nth(1).element() as HTMLElement
    row.focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(heads).toHaveLength(3)
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(heads).toHaveLength(2)
    await userEvent.keyboard('{Enter}')
    await expect.poll(heads).toHaveLength(3)
  })

  test('the choice is saved, and shown once it was', async () => {
    const { bridge, screen } = await openTeam(few)
    const button = screen.getByRole('button', { name: 'By queue' })
    await expect.element(button).toHaveAttribute('aria-pressed', 'false')
    await button.click()
    expect(bridge.changePreferences).toHaveBeenCalledWith({ isRosterByQueue: true })
    await expect.element(button).toHaveAttribute('aria-pressed', 'false')
  })
})

describe('columns', () => {
  test('are chosen in a menu, saved, and shown in their own order; the last one stays', async () => {
    const { bridge, screen, table } = await openTeam(few)
    await screen.getByRole('button', { name: 'Columns' }).click()
    await screen.getByRole('menuitemcheckbox', { name: 'Name' }).click()
    expect(bridge.changePreferences).toHaveBeenCalledWith({
      rosterColumns: ['agent', 'state', 'state-time', 'signed-in', 'queues'],
    })
    bridge.pushPreferences(preferencesSnapshot({ rosterColumns: ['queues', 'agent'] }, 1))
    const titles = () =>
      table
        .getByRole('columnheader')
        .elements()
        .map((head) => head.textContent.trim())
    await expect.poll(titles).toEqual(['ID', 'Queues'])
    bridge.pushPreferences(preferencesSnapshot({ rosterColumns: ['agent'] }, 2))
    await screen.getByRole('button', { name: 'Columns' }).click()
    const last = screen.getByRole('menuitemcheckbox', { name: /^ID/ })
    await expect.element(last).toHaveAttribute('aria-disabled', 'true')
    await expect.element(last).toMatchTextContent('One column has to stay.')
  })

  test('that could not be saved are said to be so', async () => {
    const { bridge, screen } = await openTeam(few)
    bridge.changePreferences.mockResolvedValueOnce(err({ code: 'storage-failed' }))
    await screen.getByRole('button', { name: 'By queue' }).click()
    await expect.element(screen.getByRole('alert')).toBeVisible()
  })
})

describe('saving as a table', () => {
  test('asks for what is shown, and tells where it is', async () => {
    const { bridge, screen, filter } = await openTeam(few)
    await filter.fill('grace')
    await expect.element(screen.getByText('1 of 3 agents').first()).toBeVisible()
    bridge.exportRoster.mockResolvedValueOnce(ok({ path: '/home/ada/team.csv', agentCount: 1 }))
    await screen.getByRole('button', { name: 'Save as a table (CSV)' }).click()
    expect(bridge.exportRoster).toHaveBeenCalledWith({
      query: {
        text: 'grace',
        skillId: null,
        states: [],
        minSeconds: null,
        order: { column: 'agent', isDescending: false },
      },
      columns: ['agent', 'name', 'state', 'state-time', 'signed-in', 'queues'],
    })
    await expect.element(screen.getByText('One agent was saved in /home/ada/team.csv.')).toBeVisible()
    await screen.getByRole('button', { name: 'Close' }).click()
    await expect.element(screen.getByText(/was saved in/)).not.toBeInTheDocument()
  })

  test('says nothing when no file was chosen, and why when it failed', async () => {
    const { bridge, screen } = await openTeam(few)
    const button = screen.getByRole('button', { name: 'Save as a table (CSV)' })
    bridge.exportRoster.mockResolvedValueOnce(ok(null))
    await button.click()
    await expect.element(button).not.toHaveAttribute('aria-busy')
    expect(
      screen
        .getByRole('status')
        .elements()
        .some((one) => one.textContent.includes('saved')),
    ).toBe(false)
    bridge.exportRoster.mockResolvedValueOnce(err({ code: 'storage-failed' }))
    await button.click()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The table was not saved')
  })

  test('is closed while there is nobody to save', async () => {
    const { bridge, screen } = await openTeam(rosterSnapshot([]))
    const button = screen.getByRole('button', { name: 'Save as a table (CSV)' })
    await expect.element(button).toHaveAttribute('aria-disabled', 'true')
    button.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(bridge.exportRoster).not.toHaveBeenCalled()
  })
})
