import type { Page } from '@playwright/test'
import type { ShortcutView } from '../../../src/shared/commands/commands-snapshot.ts'
import { ok } from '../../../src/shared/result.ts'
import { gatewayView } from '../../../src/renderer/src/testing/help-snapshots.ts'
import { commandsSnapshot, deskSnapshot } from '../../../src/renderer/src/testing/snapshots.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'

const shortcuts: readonly ShortcutView[] = [
  {
    accelerator: 'CommandOrControl+Shift+Space',
    command: 'show=palette',
    source: 'default',
    state: 'registered',
  },
  {
    accelerator: 'CommandOrControl+Shift+F8',
    command: 'auto-idle=toggle',
    source: 'default',
    state: 'taken',
  },
  { accelerator: 'CommandOrControl+Shift+F9', command: 'call=answer', source: 'yours', state: 'paused' },
]
const scene: Scene = {
  snapshot: deskSnapshot(),
  preferences: {
    theme: 'system',
    busyReasons: [
      { code: 201, name: 'Back office' },
      { code: 202, name: 'Coaching' },
    ],
    skillSets: [{ name: 'Mornings', skillIds: [1, 2] }],
  },
  answers: {
    getCommands: ok(commandsSnapshot({ shortcuts })),
    getGateway: ok(gatewayView({ source: 'yours', choice: 'own' })),
  },
}

/** The sheet begins with its first section, whatever its name is in the language of the window. */
async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('dialog').getByRole('tabpanel').waitFor()
}
const openSection =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await openSettings(page)
    await page.getByRole('dialog').getByRole('tab', { name }).click()
    await page.getByRole('dialog').getByRole('tabpanel', { name }).waitFor()
  }

/** A section that is like the others needs no picture at another size. */
const section = (name: string): PicturedView => ({
  name: `settings-${name.toLowerCase()}`,
  scene,
  act: openSection(name),
})

export const settingsViews: readonly PicturedView[] = [
  {
    name: 'settings-general',
    scene,
    act: openSettings,
    also: [
      [360, 640, 'light'],
      [900, 700, 'light'],
      [420, 720, 'contrast'],
      [420, 720, 'forced'],
    ],
  },
  section('Appearance'),
  section('Desk'),
  section('Queues'),
  section('Notifications'),
  { ...section('Shortcuts'), also: [[360, 640, 'light']] },
  section('Connection'),
  {
    name: 'settings-about',
    scene,
    act: async (page) => {
      await openSection('About')(page)
      await page.getByRole('searchbox', { name: 'Search licences' }).waitFor()
    },
    also: [[360, 640, 'light']],
  },
  {
    name: 'settings-search',
    scene,
    act: async (page) => {
      await page.keyboard.press('Control+,')
      await page.getByRole('dialog').getByRole('searchbox').fill('text')
    },
  },
  {
    name: 'settings-recording-keys',
    scene,
    act: async (page) => {
      await openSection('Shortcuts')(page)
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Change the keys/ })
        .first()
        .click()
      // A letter alone is no keys that could work everywhere.
      await page.keyboard.press('a')
    },
  },
]
