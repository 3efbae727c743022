interface Client {
  readonly path: string
  readonly args: readonly string[]
}

/** Which URL schemes open this app. Kept for this run only: the system is not told. */
export class ProtocolClients {
  readonly #clients = new Map<string, Client>()

  /** False for what is no scheme. */
  set(protocol: string, path = process.execPath, args: readonly string[] = []): boolean {
    if (!/^[a-z][a-z0-9+.-]*$/i.test(protocol)) return false
    this.#clients.set(protocol.toLowerCase(), { path, args: [...args] })
    return true
  }

  has(protocol: string, path = process.execPath, args: readonly string[] = []): boolean {
    const client = this.#clients.get(protocol.toLowerCase())
    return client?.path === path && JSON.stringify(client.args) === JSON.stringify(args)
  }

  /** False when the app does not open this scheme with this program. */
  remove(protocol: string, path?: string, args?: readonly string[]): boolean {
    return this.has(protocol, path, args) && this.#clients.delete(protocol.toLowerCase())
  }

  /** For the control port: whether the system would bring a URL to the app. */
  opens(url: string): boolean {
    return this.#clients.has(url.slice(0, url.indexOf(':')).toLowerCase())
  }

  list(): readonly string[] {
    return [...this.#clients.keys()]
  }
}
