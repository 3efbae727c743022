import { expect, it } from 'vitest'
import { appEntry } from '../protocol/app-origin.ts'
import { pageAddress } from './page-address.ts'

const server = { ELECTRON_RENDERER_URL: 'http://localhost:5173' }

it.each([
  ['installed, with a variable that somebody has set', true, server, appEntry],
  ['installed', true, {}, appEntry],
  ['from the sources, built', false, {}, appEntry],
  ['from the sources, with the development server', false, server, 'http://localhost:5173'],
] as const)('%s', (_name, isPackaged, env, address) => {
  expect(pageAddress(isPackaged, env)).toBe(address)
})
