import { expect, it } from 'vitest'
import { preferredLanguages } from './system-languages.ts'

it.each([
  ['no list', {}, ['en-GB']],
  ['an empty list', { LANGUAGE: '' }, ['en-GB']],
  ['a list of no languages', { LANGUAGE: 'C:POSIX.UTF-8' }, ['en-GB']],
  ['what only looks like a language', { LANGUAGE: 'es_toolongforapart' }, ['en-GB']],
  ['one language', { LANGUAGE: 'es' }, ['es']],
  ['a list with encodings and repetitions', { LANGUAGE: 'zh_CN.UTF-8:es_MX@euro:zh_CN' }, ['zh-CN', 'es-MX']],
])('%s', (_name, env, expected) => {
  expect(preferredLanguages(env, 'en-GB')).toStrictEqual(expected)
})
