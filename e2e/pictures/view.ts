import type { Page } from '@playwright/test'
import type { Scene } from '../support/stage/scene.ts'
import type { Theme } from '../support/stage/stage.ts'

/** One line of the table: something the window can show. */
export interface PicturedView {
  /** Name of its tests and its pictures. */
  readonly name: string
  readonly scene: Scene
  /** What a person does first, such as opening a dialog. */
  readonly act?: (page: Page) => Promise<void>
  /** Its pictures, where they are not 420 × 720 in light and in dark, as for almost every view. */
  readonly looks?: readonly Look[]
  /** Further pictures. */
  readonly also?: readonly Look[]
}

/** A size of the window with its colours. */
export type Look = readonly [width: number, height: number, theme: Theme]
