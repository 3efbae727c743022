import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { AppError } from '../../../../shared/app-error.ts'
import type { SignInDefaults } from '../../../../shared/domain/desk-snapshot.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { announced } from '../../testing/announced.ts'
import { renderApp } from '../../testing/render-app.ts'
import { agentStateView, deskSnapshot, signedOut } from '../../testing/snapshots.ts'
import { deferred, refused, stubBridge } from '../../testing/stub-bridge.ts'

const filled = {
  gatewayAddress: 'https://gateway.example:8043',
  caFile: '',
  agentId: '101',
  phone: '8101',
  isAlwaysOffHook: true,
  demoPassword: 'Deskside#101',
}

async function open(signIn: Partial<SignInDefaults> = {}) {
  const bridge = stubBridge(signedOut({ signIn: { ...filled, ...signIn } }))
  const screen = await renderApp(bridge)
  const button = screen.getByRole('button', { name: 'Sign in' })
  const field = (name: string) => screen.getByRole('textbox', { name })
  await expect.element(button).toBeVisible()
  return { bridge, screen, button, field }
}

describe('refused input', () => {
  test('an empty form names every field and sends nothing', async () => {
    const bridge = stubBridge(signedOut())
    const screen = await renderApp(bridge)
    await screen.getByRole('button', { name: 'Sign in' }).click()
    const summary = screen.getByRole('alert')
    await expect
      .element(summary.getByRole('paragraph').first())
      .toHaveTextContent('4 fields need your attention')
    for (const [index, name] of ['Agent ID', 'Phone number', 'Password', 'Gateway address'].entries()) {
      await expect
        .element(summary.getByRole('paragraph').nth(index + 1))
        .toHaveTextContent(`${name}: Fill this in.`)
    }
    for (const name of ['Gateway address', 'Agent ID', 'Password', 'Phone number']) {
      const field = screen.getByRole('textbox', { name })
      await expect.element(field).toHaveAttribute('aria-invalid', 'true')
      await expect.element(field).toHaveAccessibleDescription(/Fill this in\./)
    }
    expect(bridge.signIn).not.toHaveBeenCalled()
  })

  test.each([
    ['Agent ID', '1a1', 'Use digits only.'],
    ['Agent ID', '100', 'Use a number from 101 to 999999.'],
    ['Gateway address', 'http://gateway.example', 'Use https.'],
    ['Gateway address', 'https://user:pw@gateway.example', 'This is not an address.'],
    ['Phone number', '81 01x', 'Use digits, \\*, # and \\+ only, without spaces.'],
    ['Gateway address', 'banana', 'This is not an address. Example: https://'],
  ])('%s "%s" is refused beside the field', async (name, value, words) => {
    const { bridge, button, field } = await open()
    await field(name).fill(value)
    await button.click()
    await expect.element(field(name)).toHaveAccessibleDescription(new RegExp(words.replace('.', '\\.')))
    await expect.element(field(name)).toHaveFocus()
    await expect.element(field(name)).toHaveValue(value)
    expect(bridge.signIn).not.toHaveBeenCalled()
  })
})

describe('refused by the gateway', () => {
  test('the alert says what happened, what to do and the code; nothing typed is lost', async () => {
    const { bridge, screen, button, field } = await open()
    bridge.signIn.mockResolvedValueOnce(refused({ reason: 'wrong-credentials', retcode: '100-004' }))
    await field('Password').fill('wrong')
    await button.click()
    const alert = screen.getByRole('alert')
    await expect.element(alert).toMatchTextContent('Agent ID or password is wrong.')
    await expect.element(alert).toMatchTextContent('Too many attempts lock the account.')
    await expect.element(alert).toMatchTextContent('100-004')
    await expect.element(field('Password')).toHaveValue('wrong')
    await expect.element(field('Password')).toHaveFocus()
  })

  test('a refusal that is not about the password leaves the focus where it was', async () => {
    const { bridge, screen, field } = await open()
    bridge.signIn.mockResolvedValueOnce(refused({ reason: 'account-locked' }))
    await field('Phone number').click()
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The account is locked')
    await expect.element(field('Phone number')).toHaveFocus()
  })

  test('an unknown outcome says what to do', async () => {
    const { bridge, screen, button } = await open()
    bridge.signIn.mockResolvedValueOnce(err({ code: 'outcome-unknown' }))
    await button.click()
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent(/Try again; if you are told that you are signed in already, take over\./)
    await expect.element(button).toHaveFocus()
  })

  test('an untrusted certificate opens the field that helps', async () => {
    const { bridge, screen, button, field } = await open()
    bridge.signIn.mockResolvedValueOnce(err({ code: 'untrusted-certificate' }))
    await expect
      .element(screen.getByRole('button', { name: 'Advanced' }))
      .toHaveAttribute('aria-expanded', 'false')
    await button.click()
    await expect.element(field('CA certificate file')).toBeVisible()
  })

  test('a file that main cannot read is marked beside its field', async () => {
    const { bridge, button, field } = await open()
    bridge.signIn.mockResolvedValueOnce(
      err({ code: 'invalid-input', field: 'caFile', problem: 'not-readable' }),
    )
    await button.click()
    await expect.element(field('CA certificate file')).toHaveAccessibleDescription(/cannot be read/)
  })

  test('a bridge that rejects is an error in words, not silence', async () => {
    const { bridge, screen, button } = await open()
    bridge.signIn.mockRejectedValueOnce(new Error('no handler registered'))
    await button.click()
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent('Something went wrong inside Deskside.')
  })
})

describe('already signed in', () => {
  async function asked() {
    const opened = await open()
    opened.bridge.signIn.mockResolvedValueOnce(refused({ reason: 'already-signed-in', retcode: '100-002' }))
    await opened.button.click()
    const dialog = opened.screen.getByRole('dialog', { name: 'Already signed in' })
    await expect.element(dialog).toBeVisible()
    return { ...opened, dialog }
  }

  test('Cancel sends nothing more and leaves the reason', async () => {
    const { bridge, screen, dialog } = await asked()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(screen.getByRole('alert')).toMatchTextContent('already signed in somewhere else')
    expect(bridge.signIn).toHaveBeenCalledTimes(1)
  })

  test('Escape gives the focus back', async () => {
    const { button, dialog } = await asked()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(button).toHaveFocus()
  })

  test('Take over asks again with the explicit act', async () => {
    const { bridge, dialog } = await asked()
    await dialog.getByRole('button', { name: 'Take over' }).click()
    await expect.poll(() => bridge.signIn.mock.calls.map(([input]) => input.takeOver)).toEqual([false, true])
  })
})

describe('the session in the way', () => {
  const ended = { cause: 'signed-out-by-user', at: 0 } as const
  const inOrder = { phase: 'signed-out', ended } as const
  const unconfirmed = {
    id: 1,
    at: 0,
    severity: 'warning',
    content: { kind: 'sign-out-unconfirmed' },
  } as const

  test.each([
    ['after a start, with the agent ID used last', '101', {}, true],
    ['after a sign-out nobody confirmed', '101', { session: inOrder, notices: [unconfirmed] }, true],
    ['after an orderly sign-out', '101', { session: inOrder }, false],
    ['with another agent ID', '102', {}, false],
  ])('%s', async (_, agentId, change, isMaybeOwn) => {
    const { bridge, screen, button, field } = await open()
    bridge.pushSnapshot(signedOut({ revision: 2, signIn: filled, ...change }))
    await field('Agent ID').fill(agentId)
    bridge.signIn.mockResolvedValueOnce(refused({ reason: 'already-signed-in', retcode: '100-002' }))
    await button.click()
    const dialog = screen.getByRole('dialog', { name: 'Already signed in' })
    await expect.element(dialog).toMatchTextContent(`Agent ${agentId} is signed in somewhere else.`)
    const own = dialog.getByText(/This may be your own last session\./)
    expect(own.elements()).toHaveLength(isMaybeOwn ? 1 : 0)
  })
})

test('a reloaded window names the agent who is signing in', async () => {
  const session = { phase: 'signing-in', agentId: '105', since: 0 } as const
  await renderApp(stubBridge(signedOut({ session })))
  await expect.poll(announced).toBe('Signing in as agent 105')
})

test('while signing in the button is disabled and shows progress', async () => {
  const { bridge, screen } = await open()
  const answer = deferred<Result<null, AppError>>()
  bridge.signIn.mockReturnValueOnce(answer.promise)
  await screen.getByRole('button', { name: 'Sign in' }).click()
  const busy = screen.getByRole('button', { name: 'Signing in…' })
  await expect.element(busy).toHaveAttribute('aria-disabled', 'true')
  await expect.element(busy).toHaveFocus()
  await userEvent.keyboard('{Enter} ')
  answer.resolve(ok(null))
  await expect
    .element(screen.getByRole('button', { name: 'Sign in' }))
    .not.toHaveAttribute('aria-disabled', 'true')
  expect(bridge.signIn).toHaveBeenCalledTimes(1)
})

test('the first thing to fill in has the focus; filled in, the button', async () => {
  const { field, bridge, button } = await open({ demoPassword: '' })
  await expect.element(field('Password')).toHaveFocus()
  bridge.pushSnapshot(deskSnapshot({ revision: 2 }))
  await expect.element(button).not.toBeInTheDocument()
})

test('signed in, the focus is on the state in force', async () => {
  const { bridge, screen } = await open()
  await screen.getByRole('button', { name: 'Sign in' }).click()
  bridge.pushSnapshot(deskSnapshot({ revision: 2, agentState: agentStateView('busy') }))
  await expect.element(screen.getByRole('radio', { name: 'Busy' })).toHaveFocus()
})

test('signed in with no state known yet, the focus is on the group', async () => {
  const { bridge, screen } = await open()
  await screen.getByRole('button', { name: 'Sign in' }).click()
  bridge.pushSnapshot(deskSnapshot({ revision: 2, agentState: agentStateView('unknown') }))
  await expect.element(screen.getByRole('radiogroup', { name: 'Agent state' })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(screen.getByRole('radio', { name: 'Busy' })).toHaveFocus()
})

test('Enter in a field signs in with what was typed', async () => {
  const { bridge, field } = await open()
  await field('Agent ID').fill(' 102 ')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => bridge.signIn.mock.calls.length).toBe(1)
  expect(bridge.signIn.mock.calls[0]?.[0]).toMatchObject({
    agentId: ' 102 ',
    takeOver: false,
    isAlwaysOffHook: true,
  })
})

test('late defaults fill only what nobody touched', async () => {
  const { bridge, field } = await open({ gatewayAddress: '', agentId: '' })
  await field('Agent ID').fill('105')
  bridge.pushSnapshot(signedOut({ revision: 2, signIn: filled }))
  await expect.element(field('Gateway address')).toHaveValue(filled.gatewayAddress)
  await expect.element(field('Agent ID')).toHaveValue('105')
})

test('Browse puts the chosen file into the field, and no choice changes nothing', async () => {
  const { bridge, screen, field } = await open({ caFile: 'old.pem', demoPassword: null })
  const browse = screen.getByRole('button', { name: 'Browse…' })
  await browse.click()
  await expect.poll(() => bridge.chooseCaFile.mock.calls.length).toBe(1)
  await expect.element(field('CA certificate file')).toHaveValue('old.pem')
  bridge.chooseCaFile.mockResolvedValueOnce(ok('company-ca.pem'))
  await browse.click()
  await expect.element(field('CA certificate file')).toHaveValue('company-ca.pem')
})

test('an end that a notice tells is not told twice, and the button stays in sight', async () => {
  const { bridge, screen, button } = await open({ caFile: 'company-ca.pem', demoPassword: null })
  const ended = { cause: 'guid-refused', at: 0 } as const
  const notices = [1, 2].map((id) => ({
    id,
    at: id,
    severity: 'warning' as const,
    content: { kind: 'session-ended', cause: ended.cause } as const,
  }))
  const session = { phase: 'signed-out', ended } as const
  bridge.pushSnapshot(signedOut({ revision: 2, session, notices }))
  await expect.element(screen.getByText(/^Warning: Session ended\./).first()).toBeVisible()
  await expect.element(screen.getByText(/Your last session/)).not.toBeInTheDocument()
  const { bottom } = button.element().getBoundingClientRect()
  const footer = screen.getByRole('contentinfo').element().getBoundingClientRect()
  expect(bottom).toBeLessThanOrEqual(footer.top)
  bridge.pushSnapshot(signedOut({ revision: 3, session, notices: [] }))
  await expect.element(screen.getByText(/Session ended/)).not.toBeInTheDocument()
  await expect.element(screen.getByText(/Your last session/)).not.toBeInTheDocument()
})

test('why the last session ended is said, except when the agent did it', async () => {
  const { bridge, screen } = await open()
  bridge.pushSnapshot(
    signedOut({ revision: 2, session: { phase: 'signed-out', ended: { cause: 'guid-refused', at: 0 } } }),
  )
  await expect.element(screen.getByText(/no longer knows this session/)).toBeVisible()
  bridge.pushSnapshot(
    signedOut({
      revision: 3,
      session: { phase: 'signed-out', ended: { cause: 'signed-out-by-user', at: 0 } },
    }),
  )
  await expect.element(screen.getByText('Your last session')).not.toBeInTheDocument()
})
