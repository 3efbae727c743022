import { registerHooks } from 'node:module'

const electronUrl = 'chromium-host:electron'
const specifiers = new Set(['electron', 'electron/main', 'electron/common'])

/** Key under which the module finds the object; `Symbol.for`, so that the generated source can name it. */
const slot = 'chromium-host.electron'

/**
 * Maps `electron` to `electronObject`, for `import` and for `require`. Every key of the object becomes a named export, so
 * that `import { app } from 'electron'` links. Must run before the app's first module is loaded.
 */
export function registerElectron(electronObject: object): void {
  Object.defineProperty(globalThis, Symbol.for(slot), { value: electronObject })
  const names = Object.keys(electronObject)
  const source = [
    `const electron = globalThis[Symbol.for(${JSON.stringify(slot)})]`,
    ...names.map((name) => `export const ${name} = electron.${name}`),
    'export default electron',
    // What `require('electron')` answers: the object itself, not a namespace.
    `export { electron as 'module.exports' }`,
  ].join('\n')
  registerHooks({
    resolve: (specifier, context, next) =>
      specifiers.has(specifier) ? { url: electronUrl, shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === electronUrl ? { format: 'module', source, shortCircuit: true } : next(url, context),
  })
}
