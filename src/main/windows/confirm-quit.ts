import type { DeskSnapshot } from '../../shared/domain/desk-snapshot.ts'
import type { tray } from '../../shared/i18n/en/tray.ts'
import type { Logger } from '../logging/logger.ts'

export type QuitQuestion = typeof tray.quitInCall

export interface ConfirmedQuitOptions {
  readonly snapshot: () => Pick<DeskSnapshot, 'call' | 'agentState'>
  /** Shows the question; true = quit. */
  readonly ask: (question: QuitQuestion) => Promise<boolean>
  readonly quit: () => void
  readonly texts: () => QuitQuestion
  readonly log: Logger
}

/**
 * Quitting by a click outside the window: it ends a call in progress, so the agent is asked first, once at a time. The
 * window has a question of its own, and a signal never asks.
 */
export function createConfirmedQuit({ snapshot, ask, quit, texts, log }: ConfirmedQuitOptions): () => void {
  let isAsking = false
  const quitWhenConfirmed = async (): Promise<void> => {
    try {
      if (await ask(texts())) quit()
    } catch (error) {
      log.error('question before quitting failed', { error })
    } finally {
      isAsking = false
    }
  }
  return () => {
    if (isAsking) return
    const { call, agentState } = snapshot()
    // After a gap the state is known before the call is.
    if (call === null && agentState.effective !== 'talking') {
      quit()
      return
    }
    isAsking = true
    void quitWhenConfirmed()
  }
}
