import type { Page } from '@playwright/test'
import { deskSnapshot } from '../../../src/renderer/src/testing/snapshots.ts'
import type { Scene } from '../../support/stage/scene.ts'
import type { PicturedView } from '../view.ts'

const desk = deskSnapshot()
const configured = Array.from({ length: 240 }, (_, index) => ({
  id: index + 1,
  name: `Queue ${index + 1}`,
  mediaType: 5,
}))
const sets: Scene = {
  snapshot: desk,
  preferences: {
    skillSets: [
      { name: 'Mornings', skillIds: [1, 2] },
      { name: 'Quarter end', skillIds: [1, 3, 4] },
    ],
  },
}

async function openSets(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Saved sets' }).click()
  await page.getByRole('menu').waitFor()
}

export const skillViews: readonly PicturedView[] = [
  {
    name: 'skills-changed',
    scene: { snapshot: desk },
    act: (page) => page.getByRole('checkbox', { name: 'Sales' }).check(),
  },
  {
    name: 'skills-search',
    scene: {
      snapshot: deskSnapshot({
        queues: configured,
        skills: { ...desk.skills, configured },
      }),
    },
    act: async (page) => {
      const field = page.getByRole('searchbox', { name: 'Filter skills' })
      await field.fill('21')
      await field.scrollIntoViewIfNeeded()
    },
  },
  { name: 'skill-sets', scene: sets, act: openSets },
  {
    name: 'dialog-skill-sets',
    scene: sets,
    act: async (page) => {
      await openSets(page)
      await page.getByRole('menuitem', { name: /^Save or change sets/ }).click()
      await page.getByRole('dialog', { name: 'Saved sets' }).waitFor()
    },
    also: [[360, 640, 'light']],
  },
]
