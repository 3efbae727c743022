/** Made at build time from the installed packages (scripts/licences). */
declare module 'virtual:licences' {
  const licences: {
    readonly packages: readonly {
      readonly name: string
      readonly version: string
      readonly licence: string
      /** Place in `texts`; null when the package came without one. */
      readonly text: number | null
    }[]
    readonly texts: readonly string[]
  }
  export default licences
}
