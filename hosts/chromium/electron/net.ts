import { readFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SchemeRegistry } from './schemes.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
}

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  try {
    const type = mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type } })
  } catch (error) {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause: error })
  }
}

/** Electron's `net`, as far as it answers without Chromium's network stack: Node's `fetch`, files and own schemes. */
export function createNet(schemes: SchemeRegistry): object {
  return {
    isOnline: (): boolean =>
      Object.values(networkInterfaces()).some((addresses) => addresses?.some((address) => !address.internal)),
    get online(): boolean {
      return Object.values(networkInterfaces()).some((addresses) =>
        addresses?.some((address) => !address.internal),
      )
    },
    fetch: async (input: string | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init)
      if (request.url.startsWith('file:')) return fetchFile(request.url)
      const handler = schemes.handlerOf(request.url)
      return handler === undefined ? fetch(request) : handler(request)
    },
  }
}
