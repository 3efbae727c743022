import type { CustomScheme } from 'electron'
import type { SchemeRegistry } from './schemes.ts'

/** `protocol`: the app's own schemes. */
export class Protocol {
  readonly #schemes: SchemeRegistry
  readonly #isReady: () => boolean

  constructor(schemes: SchemeRegistry, isReady: () => boolean) {
    this.#schemes = schemes
    this.#isReady = isReady
  }

  registerSchemesAsPrivileged(customSchemes: CustomScheme[]): void {
    if (this.#isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    this.#schemes.register(customSchemes)
  }

  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    this.#schemes.handle(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.#schemes.unhandle(scheme)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#schemes.isHandled(scheme) || ['http', 'https', 'file', 'data', 'blob'].includes(scheme)
  }
}
