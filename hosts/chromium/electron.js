#!/usr/bin/env node
// Stands where Electron's own program would: set ELECTRON_EXEC_PATH to this file. Node 24 is needed, and npm puts the
// project's own in node_modules/.bin, so the first Node on PATH is right.
import { run } from './run.ts'

run(process.argv.slice(2))
