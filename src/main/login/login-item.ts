/** How one system starts programs with the computer. Both reject when the system does not let it be read or changed. */
export interface LoginItem {
  isOn(): Promise<boolean>
  set(isOn: boolean): Promise<void>
}

/** The window waits in the tray until it is wanted. */
export const loginArguments: readonly string[] = ['--hidden']
