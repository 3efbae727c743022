import { appEntry } from '../protocol/app-origin.ts'

/**
 * Address of the window's page. The variable in which the build tool names its development server counts in an unpackaged
 * program only: it must not redirect an installed one (BLD-11).
 */
export function pageAddress(
  isPackaged: boolean,
  env: { readonly ELECTRON_RENDERER_URL?: string | undefined },
): string {
  const developmentServer = isPackaged ? undefined : env.ELECTRON_RENDERER_URL
  return developmentServer ?? appEntry
}
