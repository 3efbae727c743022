import { describe, expect, it } from 'vitest'
import { SchemeRegistry } from './schemes.ts'

function registry(): SchemeRegistry {
  const schemes = new SchemeRegistry()
  schemes.register([{ scheme: 'app', privileges: { standard: true } }])
  return schemes
}

describe('refusals', () => {
  it('refuses a scheme without an origin', () => {
    expect(() => new SchemeRegistry().register([{ scheme: 'app' }])).toThrow('must be privileged as standard')
  })
  it('refuses a handler for a scheme nobody declared, and a second handler', () => {
    const schemes = registry()
    expect(() => schemes.handle('https', () => new Response())).toThrow('registerSchemesAsPrivileged')
    schemes.handle('app', () => new Response())
    expect(() => schemes.handle('app', () => new Response())).toThrow('Failed to register protocol: app')
  })
  it.each([
    'https://evil.example/app://x',
    'https://x.app.invalid.evil.example/',
    'https://x.other.invalid/',
  ])('does not take %s for the app', (url) => {
    expect(registry().toApp(url)).toBe(url)
  })
})

it.each([
  ['app://deskside/index.html', 'https://deskside.app.invalid/index.html'],
  ['app://deskside/', 'https://deskside.app.invalid/'],
  ['app://deskside:81/a?b=c#d', 'https://deskside.app.invalid:81/a?b=c#d'],
])('%s is %s in the page, and back', (app, page) => {
  expect(registry().toPage(app)).toBe(page)
  expect(registry().toApp(page)).toBe(app)
})

it.each([
  [
    "default-src 'none'; img-src app:; connect-src app://a",
    "default-src 'none'; img-src https://*.app.invalid; connect-src https://a.app.invalid",
  ],
  ['application/json', 'application/json'],
  ['app://a/next?x=1', 'https://a.app.invalid/next?x=1'],
])('translates the header %s', (header, expected) => {
  expect(registry().headerToPage(header)).toBe(expected)
})
