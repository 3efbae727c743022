import { describe, expect, it } from 'vitest'
import { runningHost } from './running-host.ts'

describe('host', () => {
  it.each([
    ['15.0.245.12-electron.0', 'electron'],
    ['13.6.233.17-node.51', 'chromium'],
    [process.versions.v8, 'chromium'],
  ])('V8 %s: %s', (v8, host) => {
    expect(runningHost({ v8 })).toBe(host)
  })
})
