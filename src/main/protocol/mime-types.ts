import { extname } from 'node:path'

/** The kinds of file a built page consists of. With `nosniff` a wrong type is not repaired by the browser. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The media type by file name; null for a kind of file that is not served. */
export function mimeTypeOf(path: string): string | null {
  return types[extname(path).toLowerCase()] ?? null
}
