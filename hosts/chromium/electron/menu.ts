import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'
import { createEvent } from './event.ts'
import { MenuItem } from './menu-item.ts'

let applicationMenu: Menu | null = null

/** What the control port shows of a menu item. */
export interface MenuItemView {
  readonly id?: string
  readonly label: string
  readonly type: string
  readonly enabled: boolean
  readonly visible: boolean
  readonly checked?: boolean
  readonly sublabel?: string
  readonly toolTip?: string
  readonly accelerator?: string
  readonly submenu?: readonly MenuItemView[]
}

/** Electron's `Menu`: a list of items. It is shown nowhere; the control port reads and clicks it. */
export class Menu extends EventEmitter {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const entry of template) {
      const isNamed = entry.label !== undefined || entry.role !== undefined || entry.type === 'separator'
      if (!isNamed)
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    }
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: MenuItem): void {
    if (position < 0 || position > this.items.length)
      throw new RangeError(`Position ${position} is out of range`)
    this.items.splice(position, 0, item)
    item.menu = this
    if (item.type === 'radio' && item.checked) item.checked = true
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }

  /** Shows nothing (see the README): tells the listeners it was shown. */
  popup(_options?: object): void {
    this._settleRadioGroups()
    this.emit('menu-will-show', createEvent())
  }

  closePopup(): void {
    this.emit('menu-will-close', createEvent())
  }

  /** The radio items a mark moves among: neighbours not parted by another kind of item. */
  _radioGroupOf(item: MenuItem): MenuItem[] {
    const index = this.items.indexOf(item)
    let first = index
    let last = index
    while (this.items[first - 1]?.type === 'radio') first--
    while (this.items[last + 1]?.type === 'radio') last++
    return index === -1 ? [item] : this.items.slice(first, last + 1)
  }

  /** A group in which nothing is chosen gets its first item chosen when the menu is shown, as in Electron. */
  _settleRadioGroups(): void {
    for (const item of this.items) {
      item.submenu?._settleRadioGroups()
      if (item.type !== 'radio') continue
      const group = this._radioGroupOf(item)
      const [head] = group
      if (head === item && !group.some((member) => member.checked)) head.checked = true
    }
  }

  /** The menu as it is now. */
  _view(): MenuItemView[] {
    this._settleRadioGroups()
    return this.items.map((item) => ({
      ...(item.id === undefined ? {} : { id: item.id }),
      label: item.label,
      type: item.type,
      enabled: item.enabled,
      visible: item.visible,
      ...(item.type === 'checkbox' || item.type === 'radio' ? { checked: item.checked } : {}),
      ...(item.sublabel === '' ? {} : { sublabel: item.sublabel }),
      ...(item.toolTip === '' ? {} : { toolTip: item.toolTip }),
      ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator }),
      ...(item.submenu === undefined ? {} : { submenu: item.submenu._view() }),
    }))
  }
}
