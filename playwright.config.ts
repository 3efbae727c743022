import { defineConfig } from '@playwright/test'
import { prepareFonts } from './hosts/chromium/browser/fonts.ts'

// Every browser that a spec starts sees these fonts and no others: text is the same on every machine.
process.env.FONTCONFIG_FILE = await prepareFonts('own')

/** Letters are drawn in another way on other systems, so approved pictures hold for this one only. */
const hasPictures = process.platform === 'linux' && process.arch === 'x64'

/** End-to-end specs start the built app themselves, each with its own gateway and profile (`e2e/support`). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  testIgnore: hasPictures ? [] : ['pictures/**'],
  outputDir: 'test-results',
  // Limits that end a run that hangs. Nothing is judged by them, so they leave room for a machine that is much slower.
  timeout: 180_000,
  expect: {
    timeout: 30_000,
    // No pixel may differ by more than rounding does; `e2e/pictures/tolerance.spec.ts` proves what that notices.
    toHaveScreenshot: { threshold: 0.02, maxDiffPixels: 0, animations: 'disabled', caret: 'hide' },
  },
  snapshotPathTemplate: '{testDir}/{testFileDir}/approved/{arg}{ext}',
  // A picture is approved by a person: a missing one fails, and is not taken silently.
  updateSnapshots: 'none',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
})
