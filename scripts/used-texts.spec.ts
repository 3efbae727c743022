import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '../src/shared/i18n/en/index.ts'
import { leavesOf } from '../src/shared/i18n/testing/leaves.ts'

/*
 * A text that nobody shows is translated for nothing, and a key without a text shows itself. Keys stand in the source as
 * whole literals (`'skills.apply'`) or as templates (`refusals.${reason}.next`); the compiler checks those that are passed
 * to `t`, and this spec finds the texts that no literal reaches.
 */

const root = join(import.meta.dirname, '..', 'src')

/** Tables looked up by codes that come from main or the gateway, or by main itself, which no literal of the window names. */
const tablesByCode = [
  'activity.names',
  'activity.causes',
  'activity.facts',
  'activity.values',
  'alerts.notes',
] as const

/** Tables that are taken apart as a whole, where the names of the leaves stand without their path. */
const tablesTakenWhole = ['commands.link', 'settings.also'] as const

let sources = ''
beforeAll(async () => {
  const texts: string[] = []
  for (const folder of ['renderer/src', 'main', 'shared']) {
    const names = await readdir(join(root, folder), { recursive: true })
    for (const name of names.filter((one) => /\.(?:ts|vue)$/.test(one) && !one.endsWith('.spec.ts'))) {
      if (/i18n[\\/](?:en|es|zh-CN)[\\/]/.test(name)) continue
      texts.push(await readFile(join(root, folder, name), 'utf8'))
    }
  }
  sources = texts.join('\n')
})

const keys = [...leavesOf(en).keys()]
const toPattern = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('[^.]+')}$`,
  )

/** Templates with a hole that can be keys. */
function patternsOfKeys(): readonly RegExp[] {
  const templates = [...sources.matchAll(/`([\w-]+(?:\.(?:[\w-]|\$\{[^}`]*\})+)+)`/g)].map(
    ([, text]) => text ?? '',
  )
  return [...new Set(templates)]
    .filter((text) => text.includes('${') && !text.endsWith('.json'))
    .map(toPattern)
}

describe('texts of the window', () => {
  it('are all reached by the source', () => {
    const patterns = patternsOfKeys()
    // In the window as a literal (`t('skills.apply')`), in main as a path (`notices.texts`).
    const unused = keys.filter(
      (key) =>
        !sources.includes(key) &&
        !patterns.some((pattern) => pattern.test(key)) &&
        ![...tablesByCode, ...tablesTakenWhole].some((table) => key.startsWith(`${table}.`)),
    )
    expect(unused).toEqual([])
  })

  it('exist for every template of a key', () => {
    const patterns = patternsOfKeys()
    const first = new Set(keys.map((key) => key.split('.')[0]))
    const ours = patterns.filter((pattern) => first.has(/^\^([\w-]+)/.exec(pattern.source)?.[1]))
    expect(ours.length).toBeGreaterThan(30)
    // A template may also name a whole table, which is then looked up by code.
    const tables = new Set(
      keys.flatMap((key) => key.split('.').map((_, i, parts) => parts.slice(0, i).join('.'))),
    )
    const isKnown = (pattern: RegExp): boolean => [...keys, ...tables].some((key) => pattern.test(key))
    expect(ours.filter((pattern) => !isKnown(pattern))).toEqual([])
  })
})
