import { bindSkills } from './support/bind-skills.ts'
import { openDesk } from './support/sign-in.ts'
import { expect, test } from './support/test.ts'

/* The gateway takes at most 4000 characters of skill list. Past that the window says so, and nothing is sent. */

test.use({ gatewayOptions: ['--skills', '1500'] })

test('all of a thousand skills, one by one: too long, with the way out, and nothing sent', async ({
  gateway,
  app,
}) => {
  const { page } = app
  await bindSkills(gateway, 'agent101', 1100)
  await openDesk(app, gateway)
  const before = await gateway.mark()
  await expect(page.getByText('You serve 1,100 queues · 1,100 configured')).toBeVisible()

  await page.getByRole('radio', { name: 'Chosen skills' }).click()
  await page.getByRole('button', { name: 'All shown' }).click()
  const apply = page.getByRole('button', { name: 'Apply skill sign-in' })
  const alert = page.getByRole('alert').filter({ hasText: 'Too many skills' })
  await expect(alert).toContainText('4,392 characters')
  await expect(alert).toContainText('4,000')
  await expect(apply).toBeDisabled()
  await expect(apply).toHaveAccessibleDescription(/Too many skills/)

  // A page that does not care what its form says gets no further.
  const answer = await page.evaluate(async () => {
    const { deskside } = window as unknown as {
      deskside: { signInToSkills(input: unknown): Promise<unknown> }
    }
    const skillIds = Array.from({ length: 1100 }, (_, index) => index + 1)
    return deskside.signInToSkills({ choice: { mode: 'chosen', skillIds } })
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input', problem: 'too-long' } })
  expect(await gateway.lines('resetskill', before)).toEqual([])
  expect((await gateway.agent('101')).skills.signedIn).toHaveLength(1100)

  await page.getByRole('searchbox', { name: 'Filter skills' }).fill('Sales')
  await page.getByRole('button', { name: 'None shown' }).click()
  await expect(alert).toBeVisible()
  await page.getByRole('radio', { name: 'All skills' }).click()
  await expect(alert).toHaveCount(0)
  await expect(apply).toBeEnabled()
})
