import type { Route, Routes } from './answers.ts'
import { appRoutes } from './app-routes.ts'
import { displayRoutes } from './display-routes.ts'
import { notificationRoutes } from './notification-routes.ts'
import { shownRoutes } from './shown-routes.ts'
import { systemRoutes } from './system-routes.ts'
import { windowRoutes } from './window-routes.ts'

/** Every route: method and path, `{id}` standing for a number. */
export const routes: Routes = {
  ...appRoutes,
  ...displayRoutes,
  ...notificationRoutes,
  ...shownRoutes,
  ...systemRoutes,
  ...windowRoutes,
}

/** Finds the route of a request; the number in its path, or 0. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly id: number } | undefined {
  const id = /\/(\d+)(?=\/|$)/.exec(path)?.[1]
  const key = `${method} ${id === undefined ? path : path.replace(`/${id}`, '/{id}')}`
  const route = Object.hasOwn(routes, key) ? routes[key] : undefined
  return route === undefined ? undefined : { route, id: Number(id ?? 0) }
}
