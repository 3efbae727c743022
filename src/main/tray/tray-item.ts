/** One line of the menu; fits what Electron's `Menu.buildFromTemplate` takes. */
export interface TrayItem {
  /** The text of the command it runs. Two menus that look alike and do the same are equal as JSON. */
  readonly id?: string
  readonly label?: string
  readonly type?: 'normal' | 'separator' | 'checkbox' | 'radio'
  readonly enabled?: boolean
  readonly checked?: boolean
  /** Why it is disabled, where the system shows a second line. */
  readonly sublabel?: string
  /** The same for systems that show it when the pointer rests there. */
  readonly toolTip?: string
  readonly submenu?: TrayItem[]
  readonly click?: () => void
}
