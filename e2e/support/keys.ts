import { expect, type Locator, type Page } from '@playwright/test'
import { focusFault } from './visible-focus.ts'

/** More stops than any view has. */
const mostStops = 120

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/**
 * The hands of a person without a mouse. They know keys only: no click, and no focus that no key has brought. Wherever the
 * focus comes, it must be seen.
 */
export class Keys {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Presses these keys, one after the other; says nothing about the focus. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  /** Fails unless the target has the focus and shows it. */
  async expectAt(target: Locator): Promise<void> {
    await expect(target).toBeFocused()
    await this.#expectVisible()
  }

  /** Tab until the target has the focus; every stop on the way must show itself. */
  async tabTo(target: Locator): Promise<void> {
    await this.#walkTo(target, 'Tab')
  }

  /** The same backwards. */
  async backTo(target: Locator): Promise<void> {
    await this.#walkTo(target, 'Shift+Tab')
  }

  /** An arrow, or another key of a group, until the target has the focus. */
  async arrowTo(target: Locator, key = 'ArrowRight'): Promise<void> {
    await this.#walkTo(target, key)
  }

  /** Goes to the target by Tab and presses it. */
  async activate(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target)
    await this.press(key)
  }

  /** Goes to a text field by Tab and types over what stands there. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.tabTo(field)
    await this.press('ControlOrMeta+A')
    await this.type(text)
    await expect(field).toHaveValue(text)
  }

  /** Opens the list of a combobox, goes down to the entry and takes it; the focus stays in the field. */
  async choose(field: Locator, entry: Locator): Promise<void> {
    await this.tabTo(field)
    await this.press('Enter')
    await this.goTo(field, entry)
    await this.press('Enter')
  }

  /** Goes down an open list until the entry is its active one. */
  async goTo(field: Locator, entry: Locator): Promise<void> {
    const id = (await entry.getAttribute('id')) ?? ''
    expect(id, 'an entry is named by its field').not.toBe('')
    const isActive = async (): Promise<boolean> => (await field.getAttribute('aria-activedescendant')) === id
    for (let step = 0; step < mostStops && !(await isActive()); step += 1) await this.press('ArrowDown')
    await expect(field).toHaveAttribute('aria-activedescendant', id)
    await expect(field).toBeFocused()
  }

  /** Opens a menu by its button and takes the entry. */
  async chooseInMenu(button: Locator, entry: Locator): Promise<void> {
    await this.activate(button)
    await this.takeInMenu(entry)
  }

  /** Takes an entry of the menu that is open. */
  async takeInMenu(entry: Locator): Promise<void> {
    await expect(entry).toBeVisible()
    for (let step = 0; step < mostStops && !(await isFocused(entry)); step += 1) await this.press('ArrowDown')
    await expect(entry).toBeFocused()
    await this.press('Enter')
  }

  async #walkTo(target: Locator, key: string): Promise<void> {
    await expect(target).toBeVisible()
    for (let stop = 0; stop < mostStops && !(await isFocused(target)); stop += 1) {
      await this.press(key)
      // Between the last stop of the page and the first one lie the window's own controls.
      if (!(await this.#isBeyondThePage())) await this.#expectVisible()
    }
    await this.expectAt(target)
  }

  async #isBeyondThePage(): Promise<boolean> {
    return this.#page.evaluate(() => document.activeElement === document.body)
  }

  async #expectVisible(): Promise<void> {
    // An animation may be under way that brings it into sight.
    await expect.poll(() => focusFault(this.#page), { message: 'the focus can be seen' }).toBeNull()
  }
}
