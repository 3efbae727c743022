import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { licencesPlugin } from './scripts/licences/licences-plugin.ts'

/**
 * No source maps anywhere, and only the page is made small (BLD-12): the two other bundles are read from the disk once, and a
 * stack trace in the log of an installed program must name the functions as they are in the sources.
 */
const readable = { minify: false, sourcemap: false } as const

export default defineConfig({
  main: {
    build: {
      ...readable,
      target: 'node24',
      rolldownOptions: {
        input: { index: 'src/main/index.ts', 'demo-gateway': 'src/main/demo/demo-gateway.process.ts' },
      },
    },
  },
  preload: {
    // A sandboxed preload can only `require('electron')`: one CommonJS file, everything bundled (BLD-01, BLD-03).
    build: {
      ...readable,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [vue(), tailwindcss(), licencesPlugin(import.meta.dirname)],
    build: {
      // Absolute: the development server looks for it from another folder than the build does.
      rolldownOptions: { input: join(import.meta.dirname, 'src/renderer/index.html') },
      minify: true,
      sourcemap: false,
    },
  },
})
