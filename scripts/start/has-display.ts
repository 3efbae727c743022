/** A Linux without X11 and Wayland cannot show a window. */
export function hasDisplay(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): boolean {
  const isSet = (name: string): boolean => (env[name] ?? '') !== ''
  return platform !== 'linux' || isSet('DISPLAY') || isSet('WAYLAND_DISPLAY')
}
