import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { licencesPlugin } from './scripts/licences/licences-plugin.ts'

export default defineConfig({
  main: {
    build: {
      target: 'node24',
      rolldownOptions: {
        input: { index: 'src/main/index.ts', 'demo-gateway': 'src/main/demo/demo-gateway.process.ts' },
      },
    },
  },
  preload: {
    // A sandboxed preload can only `require('electron')`: one CommonJS file, everything bundled (BLD-01, BLD-03).
    build: {
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
    },
  },
})
