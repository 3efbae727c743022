/** Asks a host's control port; gives status and body, whatever the status. */
export type ControlClient = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>

/** A client for the control port at `base`. A text is sent as it is, so that a spec can send what is no JSON. */
export function controlClient(base: string): ControlClient {
  return async (method, path, body) => {
    const response = await fetch(`${base}${path}`, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
}
