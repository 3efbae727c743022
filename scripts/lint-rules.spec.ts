import { join } from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'

/* What the security checklist, and one way to write things, leave to lint. Each text is linted in the place of a file that exists. */

const root = join(import.meta.dirname, '..')
const eslint = new ESLint({ cwd: root })

async function rulesBrokenBy(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) })
  if (result === undefined) expect.fail(`${file} is not linted`)
  return result.messages.map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`)
}

// The first text makes the linter read the types of the whole project, which a busy machine takes long for.
beforeAll(() => rulesBrokenBy('src/main/windows/window-options.ts', ''), 120_000)

const template = (content: string): string =>
  `<script setup lang="ts"></script>\n<template>${content}</template>\n`

describe('is refused', () => {
  it.each([
    [
      'SEC-02',
      'src/main/windows/window-options.ts',
      'export const a = { nodeIntegration: true }',
      /nodeIntegration/,
    ],
    [
      'SEC-03',
      'src/main/windows/window-options.ts',
      'export const a = { contextIsolation: false }',
      /contextIsol/,
    ],
    [
      'SEC-10',
      'src/main/windows/window-options.ts',
      "export const a = { enableBlinkFeatures: 'X' }",
      /enableBlink/,
    ],
    ['SEC-11', 'src/renderer/src/ui/AppDialog.vue', template('<webview src="x" />'), /webview/],
    [
      'SEC-17',
      'src/main/ipc/handlers.ts',
      "import { ipcMain } from 'electron'\nexport default ipcMain",
      /ipcMain/,
    ],
    ['SEC-17', 'src/main/index.ts', "import { ipcMain } from 'electron'\nexport default ipcMain", /ipcMain/],
    ['SEC-17', 'src/main/ipc/handlers.ts', "import * as all from 'electron'\nexport default all", /ipcMain/],
    [
      'PERF-03',
      'src/main/logging/file-sink.ts',
      "import { readFileSync } from 'node:fs'\nexport default readFileSync('x')",
      /PERF-03/,
    ],
    [
      'PERF-03',
      'src/main/windows/window-manager.ts',
      "import fs from 'node:fs'\nfs.mkdirSync('x')",
      /PERF-03/,
    ],
    [
      'a private member by keyword',
      'src/main/ipc/watches.ts',
      'export class A { private readonly x = 1 }',
      /#name/,
    ],
    [
      'a private method by keyword',
      'hosts/chromium/electron/tray.ts',
      'export class A { private x() {} }',
      /#name/,
    ],
  ] as const)('%s in %s: %s', async (_id, file, text, message) => {
    expect(await rulesBrokenBy(file, text)).toContainEqual(expect.stringMatching(message))
  })
})

describe('is allowed', () => {
  it.each([
    ['src/main/composition-root.ts', "import { ipcMain } from 'electron'\nexport default ipcMain"],
    ['src/main/launch/user-data.ts', "import { mkdirSync } from 'node:fs'\nmkdirSync('x')"],
    ['src/main/windows/window-options.ts', 'export const a = { contextIsolation: true }'],
    [
      'src/main/ipc/watches.ts',
      'export class A {\n  readonly #x: number\n  private constructor(x: number) {\n    this.#x = x\n  }\n  static of() {\n    return new A(1).#x\n  }\n}',
    ],
  ])('in %s: %s', async (file, text) => {
    expect(await rulesBrokenBy(file, text)).toEqual([])
  })
})
