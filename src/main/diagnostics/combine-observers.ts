import type { GatewayObserver } from '../gateway/gateway-observer.ts'

/** One observer that tells several, in this order. */
export function combineObservers(...observers: readonly GatewayObserver[]): GatewayObserver {
  return {
    exchanged: (exchange) => {
      for (const observer of observers) observer.exchanged(exchange)
    },
  }
}
