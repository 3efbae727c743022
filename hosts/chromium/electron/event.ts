/** The first argument of Electron's events: listeners may prevent what is about to happen. */
export interface HostEvent {
  preventDefault: () => void
  readonly defaultPrevented: boolean
}

/** A fresh event carrying `extra` as further properties. */
export function createEvent<T extends object>(extra: T): HostEvent & T
export function createEvent(): HostEvent
export function createEvent(extra: object = {}): HostEvent {
  let prevented = false
  const event = {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(extra))
}
