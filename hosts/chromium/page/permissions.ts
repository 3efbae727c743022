type Ask = (permission: string, details: unknown) => Promise<boolean>

/**
 * Makes the page's prompting calls ask the app's permission handler first. DevTools knows no "permission requested"
 * event; it can only preset answers. So the question is asked here, the host presets the answer, and the browser's own
 * call then runs and obeys it. A page that finds a way around the question meets the preset refusal.
 */
export function wrapPermissions(ask: Ask): void {
  const { apply } = Reflect
  const after = async (permission: string, details: unknown, run: () => unknown): Promise<unknown> => {
    // The answer itself is the browser's: refused permissions fail with its own error.
    await ask(permission, details)
    return run()
  }
  const wrap = (
    owner: object | undefined,
    name: string,
    permission: string,
    details: (args: unknown[]) => unknown,
  ) => {
    if (owner === undefined) return
    const original: unknown = Reflect.get(owner, name)
    if (typeof original !== 'function') return
    const replacement = {
      [name](this: unknown, ...args: unknown[]): unknown {
        return after(permission, details(args), () => apply(original, this, args) as unknown)
      },
    }[name]
    Object.defineProperty(owner, name, {
      value: replacement,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
  const none = (): unknown => ({})
  const media = ([constraints]: unknown[]): unknown => {
    const asked = (constraints ?? {}) as { audio?: unknown; video?: unknown }
    return { mediaTypes: [...(asked.video ? ['video'] : []), ...(asked.audio ? ['audio'] : [])] }
  }
  if ('Geolocation' in window) {
    wrap(Geolocation.prototype, 'getCurrentPosition', 'geolocation', none)
    wrap(Geolocation.prototype, 'watchPosition', 'geolocation', none)
  }
  if ('MediaDevices' in window) wrap(MediaDevices.prototype, 'getUserMedia', 'media', media)
  if ('Clipboard' in window) {
    wrap(Clipboard.prototype, 'readText', 'clipboard-read', none)
    wrap(Clipboard.prototype, 'read', 'clipboard-read', none)
  }
  if ('Notification' in window) wrap(Notification, 'requestPermission', 'notifications', none)
}
