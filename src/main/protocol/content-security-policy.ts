/**
 * The page's policy (SEC-07). Scripts, styles, images and fonts come from the app's own files and nothing is connected
 * to: data reaches the page over the bridge only. Vue and Reka UI set styles through the CSSOM, which needs no
 * `unsafe-inline`. `data:` images: the bundler puts small icons into the style sheet.
 */
const directives: readonly (readonly [string, string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data:"],
  ['font-src', "'self'"],
  ['connect-src', "'none'"],
  ['object-src', "'none'"],
  ['frame-src', "'none'"],
  ['worker-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['frame-ancestors', "'none'"],
]

export const contentSecurityPolicy = directives.map(([name, value]) => `${name} ${value}`).join('; ')

/** Headers of every answer of the app's own protocol. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
