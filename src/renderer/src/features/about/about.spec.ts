import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { err, ok } from '../../../../shared/result.ts'
import { aboutView } from '../../testing/help-snapshots.ts'
import { keepingBridge, openSettings } from '../settings/testing/open-settings.ts'

const row = (name: string) => page.getByRole('group', { name, exact: true })

async function openAbout(change: (bridge: ReturnType<typeof keepingBridge>) => void = () => undefined) {
  const bridge = keepingBridge()
  bridge.readAbout.mockResolvedValue(ok(aboutView))
  change(bridge)
  await openSettings(bridge, { part: 'about' })
  return bridge
}

describe('what did not work', () => {
  test('reading the versions: said, and the rest is there', async () => {
    await openAbout((bridge) =>
      bridge.readAbout.mockResolvedValue(err({ code: 'internal', reference: 'abc' })),
    )
    await expect
      .element(row('Version and system').getByRole('alert'))
      .toMatchTextContent(/versions could not be read.*abc/)
    await expect.element(row('Licences').getByRole('searchbox')).toBeVisible()
  })

  test('copying: nothing is said to be copied', async () => {
    await openAbout((bridge) => bridge.copyDiagnostics.mockResolvedValue(err({ code: 'internal' })))
    const facts = row('Version and system')
    await facts.getByRole('button', { name: 'Copy for support' }).click()
    await expect.element(facts.getByRole('alert')).toMatchTextContent(/That did not work/)
    await expect.element(facts).not.toMatchTextContent(/Copied/)
  })

  test('opening the folder', async () => {
    await openAbout((bridge) => bridge.openUserData.mockResolvedValue(err({ code: 'storage-failed' })))
    const folder = row('Folder of your data')
    await folder.getByRole('button', { name: 'Open the folder' }).click()
    await expect.element(folder.getByRole('alert')).toMatchTextContent(/That did not work/)
  })
})

describe('About', () => {
  test('says honestly what the trial host is, and names no Electron that is not there', async () => {
    await openAbout()
    const facts = row('Version and system')
    await expect.element(facts.getByText('Deskside 0.1.0')).toBeVisible()
    await expect.element(facts).toMatchTextContent(/Trial host.*not for production/)
    await expect.element(facts).toMatchTextContent(/153\.0\.0.*24\.21\.0.*Linux 6\.8 x64/)
    await expect.element(facts.getByRole('term').filter({ hasText: 'Electron' })).not.toBeInTheDocument()
  })

  test('names Electron, and says of a version that nobody knows that it is not known', async () => {
    await openAbout((bridge) =>
      bridge.readAbout.mockResolvedValue(
        ok({ ...aboutView, host: 'electron', electron: '45.0.0', chromium: null }),
      ),
    )
    const facts = row('Version and system')
    await expect.element(facts).toMatchTextContent(/45\.0\.0/)
    await expect.element(facts).toMatchTextContent(/not known/)
    await expect.element(facts).not.toMatchTextContent(/Trial host/)
  })

  test('copies and opens through main, and says what was copied', async () => {
    const bridge = await openAbout()
    const facts = row('Version and system')
    await facts.getByRole('button', { name: 'Copy for support' }).click()
    await expect.element(facts.getByRole('status')).toMatchTextContent(/Copied: versions/)
    expect(bridge.copyDiagnostics).toHaveBeenCalledTimes(1)
    const folder = row('Folder of your data')
    await expect.element(folder.getByText(aboutView.userData)).toBeVisible()
    await folder.getByRole('button', { name: 'Open the folder' }).click()
    await expect.poll(() => bridge.openUserData.mock.calls.length).toBe(1)
  })

  test('has the licences: counted, searched, each with its text', async () => {
    await openAbout()
    const licences = row('Licences')
    const search = licences.getByRole('searchbox', { name: 'Search licences' })
    await search.fill('no such package')
    await expect.element(licences).toMatchTextContent(/No package matches/)
    await search.fill('valibot')
    await expect.element(licences.getByRole('status')).toMatchTextContent(/one package/)
    await licences.getByRole('button', { name: /^valibot .* MIT/ }).click()
    await expect.element(licences.getByText(/Permission is hereby granted/)).toBeVisible()
  })
})
