/** For tools that do not read Vue files (the linter's type information); vue-tsc knows the real types. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
