import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findBrowser } from './hosts/chromium/browser/find-browser.ts'
import { prepareFonts } from './hosts/chromium/browser/fonts.ts'
import { licencesPlugin } from './scripts/licences/licences-plugin.ts'

const browser = await findBrowser()
// Text is as wide here as on every other machine.
process.env.FONTCONFIG_FILE = await prepareFonts('own')

/** They end a spec that hangs. Nothing is judged by them, so they leave room for a machine that is much slower. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'src/{shared,main,preload}/**/*.spec.ts',
            'simulator/**/*.spec.ts',
            'hosts/**/*.spec.ts',
            'scripts/**/*.spec.ts',
            'verify/**/*.spec.ts',
          ],
          ...limits,
        },
      },
      {
        plugins: [vue(), tailwindcss(), licencesPlugin(import.meta.dirname)],
        test: {
          name: 'browser',
          include: ['src/renderer/**/*.spec.ts'],
          ...limits,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: browser.executablePath, args: [...browser.args] },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 420, height: 720 } }],
          },
        },
      },
    ],
  },
})
