import { defineConfig } from '@playwright/test'
import { prepareFonts } from './hosts/chromium/browser/fonts.ts'

// Every browser that a spec starts sees these fonts and no others: text is the same on every machine.
process.env.FONTCONFIG_FILE = await prepareFonts('own')

/** End-to-end specs start the built app themselves, each with its own gateway and profile (`e2e/support`). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
})
