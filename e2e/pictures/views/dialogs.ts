import type { Page } from '@playwright/test'
import { err } from '../../../src/shared/result.ts'
import { deskSnapshot } from '../../../src/renderer/src/testing/snapshots.ts'
import type { PicturedView } from '../view.ts'
import { callScene } from './call.ts'

const inCall = callScene({}, ['hold', 'mute', 'release'])

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command', exact: true }).waitFor()
}
async function openQuit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Quit', exact: true }).click()
  await page.getByRole('dialog', { name: 'Quit Deskside?' }).waitFor()
}

export const dialogViews: readonly PicturedView[] = [
  {
    name: 'palette',
    scene: { snapshot: deskSnapshot() },
    act: openPalette,
    also: [
      [360, 640, 'light'],
      [900, 700, 'dark'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  {
    name: 'palette-search',
    scene: inCall,
    act: async (page) => {
      await openPalette(page)
      await page.keyboard.type('call')
    },
  },
  {
    name: 'palette-confirm',
    scene: { snapshot: deskSnapshot() },
    act: async (page) => {
      await openPalette(page)
      await page.keyboard.type('sign out')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'palette-empty',
    scene: { snapshot: deskSnapshot() },
    act: async (page) => {
      await openPalette(page)
      await page.keyboard.type('xyzzy')
    },
  },
  { name: 'dialog-quit', scene: { snapshot: deskSnapshot() }, act: openQuit },
  { name: 'dialog-quit-in-call', scene: inCall, act: openQuit },
  {
    name: 'dialog-sign-out-in-call',
    scene: { ...inCall, answers: { signOut: err({ code: 'refused', reason: 'in-a-call' }) } },
    act: async (page) => {
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
