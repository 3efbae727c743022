import type { Component } from 'vue'

const nameOf = (path: string): string => path.replace(/^.*\//u, '').replace(/\.vue$/u, '')

const modules = import.meta.glob<Component>('./entries/*.vue', { eager: true, import: 'default' })

/** One page part for each component of `ui/`, under the component's name. */
export const entries: ReadonlyMap<string, Component> = new Map(
  Object.entries(modules).map(([path, entry]) => [nameOf(path), entry]),
)
