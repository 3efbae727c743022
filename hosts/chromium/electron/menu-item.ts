import type { MenuItemConstructorOptions } from 'electron'
import { Menu } from './menu.ts'
import { roleLabel, runRole, type RoleContext } from './menu-roles.ts'

type ItemType = 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio'
type Click = (item: MenuItem, window: unknown, event: object) => void

let lastCommandId = 0
let roleContext: RoleContext | undefined

/** Gives roles something to act on; called once by the host. */
export function setRoleContext(context: RoleContext): void {
  roleContext = context
}

/** Electron's `MenuItem`. */
export class MenuItem {
  readonly commandId = ++lastCommandId
  readonly id: string | undefined
  readonly role: string | undefined
  readonly type: ItemType
  readonly submenu: Menu | undefined
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly before: string[] | undefined
  readonly after: string[] | undefined
  readonly icon: unknown
  label: string
  sublabel: string
  toolTip: string
  enabled: boolean
  visible: boolean
  menu: Menu | undefined
  click: Click
  #isChecked: boolean

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options
    this.submenu =
      submenu === undefined || submenu instanceof Menu
        ? submenu
        : Menu.buildFromTemplate(submenu as MenuItemConstructorOptions[])
    this.type = (options.type as ItemType | undefined) ?? (this.submenu === undefined ? 'normal' : 'submenu')
    if (this.type === 'submenu' && this.submenu === undefined) throw new Error('Invalid submenu')
    this.id = options.id
    this.role = options.role?.toLowerCase()
    this.label = options.label ?? roleLabel(this.role)
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.accelerator = typeof options.accelerator === 'string' ? options.accelerator : undefined
    this.registerAccelerator = options.registerAccelerator ?? true
    this.before = options.before
    this.after = options.after
    this.icon = options.icon ?? null
    this.#isChecked = options.checked ?? false
    const chosen = options.click as Click | undefined
    this.click = (item, window, event) => {
      // As in Electron, a box is ticked before its listener runs; a radio button takes the mark from its group.
      if (this.type === 'checkbox') this.#isChecked = !this.#isChecked
      if (this.type === 'radio') this.checked = true
      if (chosen !== undefined) chosen(item, window, event)
      else if (this.role !== undefined && roleContext !== undefined) runRole(this.role, roleContext)
    }
  }

  get checked(): boolean {
    return this.#isChecked
  }

  set checked(checked: boolean) {
    if (this.type !== 'radio') {
      this.#isChecked = checked
      return
    }
    for (const other of this.menu?._radioGroupOf(this) ?? []) other._uncheck()
    this.#isChecked = true
  }

  /** For the menu only. */
  _uncheck(): void {
    this.#isChecked = false
  }
}
