import { expect, sharedTest as test } from './support/shared-test.ts'
import { submitSignIn } from './support/sign-in.ts'

/* What cannot be right is refused beside its field: nothing is sent, and nothing that was typed is lost. */

for (const [what, change, text] of [
  ['agent ID 100', { 'Agent ID': '100' }, /101.*999,?999/],
  ['agent ID 1000000', { 'Agent ID': '1000000' }, /101.*999,?999/],
  ['agent ID abc', { 'Agent ID': 'abc' }, /digits|number/i],
  ['empty phone', { 'Phone number': '' }, /phone/i],
  ['plain http to another host', { 'Gateway address': 'http://gateway.example:8000' }, /https|encrypt/i],
] as const) {
  test(`${what}: refused beside the field, nothing sent, nothing lost`, async ({ page, gateway, mark }) => {
    await submitSignIn(page, change)
    await expect(page.getByRole('alert').filter({ hasText: text }).first()).toBeVisible()
    for (const [name, value] of Object.entries(change)) {
      await expect(page.getByRole('textbox', { name, exact: true })).toHaveValue(value)
    }
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('Deskside#101')
    expect(await gateway.requests('onlineagent', mark)).toEqual([])
  })
}
