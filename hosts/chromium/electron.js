#!/usr/bin/env node
// Stands where Electron's own program would: set ELECTRON_EXEC_PATH to this file. Plain JavaScript, so that a Node too
// old for the rest can still say so.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Chromium host: Node 24 or later is needed, this is ${process.versions.node}. Start it through npm.`,
  )
  process.exit(1)
}
const { run } = await import('./run.ts')
run(process.argv.slice(2))
