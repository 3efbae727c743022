/** The app's own scheme and host: everything the window loads comes from here (SEC-18). */
export const appScheme = 'app'
export const appHost = 'deskside'
export const appOrigin = `${appScheme}://${appHost}`
export const appEntry = `${appOrigin}/index.html`

/** Scheme privileges, registered before Electron is ready. Standard, so that it has an origin; secure, so that the page is a secure context. */
export const appSchemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, codeCache: true },
} as const
