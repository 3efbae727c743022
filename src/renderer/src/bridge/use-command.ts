import { readonly, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import type { Result } from '../../../shared/result.ts'

/** One command of the window with what its control shows: under way, and why the last attempt failed. */
export interface Command<I extends readonly unknown[], T> {
  readonly isRunning: Readonly<Ref<boolean>>
  readonly error: Readonly<ShallowRef<AppError | null>>
  /** Runs the command. The error of the attempt before is gone as soon as a new one starts. */
  readonly run: (...input: I) => Promise<Result<T, AppError>>
  readonly clearError: () => void
}

/**
 * Wraps a bridge command. Attempts may overlap (the last wish wins): the control is busy until none is under way, and only
 * the newest attempt may set the error, so that a slow old refusal does not hide a newer success. `superseded` is no error
 * to show: the snapshot explains it.
 */
export function useCommand<I extends readonly unknown[], T>(
  command: (...input: I) => Promise<Result<T, AppError>>,
): Command<I, T> {
  const running = ref(0)
  const isRunning = ref(false)
  const error = shallowRef<AppError | null>(null)
  let newest = 0

  async function run(...input: I): Promise<Result<T, AppError>> {
    const attempt = ++newest
    error.value = null
    running.value += 1
    isRunning.value = true
    const result = await command(...input)
    running.value -= 1
    isRunning.value = running.value > 0
    if (attempt === newest && !result.ok && result.error.code !== 'superseded') error.value = result.error
    return result
  }

  return {
    isRunning: readonly(isRunning),
    error,
    run,
    clearError: () => {
      error.value = null
    },
  }
}
