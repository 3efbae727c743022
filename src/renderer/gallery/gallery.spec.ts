import { expect, test } from 'vitest'
import { entries } from './entries.ts'

test('every component of ui/ has its place in the gallery, and nothing else has', () => {
  const components = Object.keys(import.meta.glob('../src/ui/*.vue')).map((path) =>
    path.replace('../src/ui/', '').replace('.vue', ''),
  )
  expect(components.length).toBeGreaterThan(0)
  expect([...entries.keys()].toSorted()).toEqual(components.toSorted())
})
