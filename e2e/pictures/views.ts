import type { PicturedView } from './view.ts'
import { deskViews } from './views/desk.ts'
import { activityViews, rosterViews, waitingViews } from './views/lists.ts'
import { signInViews } from './views/sign-in.ts'
import { supervisorViews } from './views/supervisor.ts'

/** Everything the window can show. A new view or dialog gets a line in one of these tables, and nothing else. */
export const views: readonly PicturedView[] = [
  ...signInViews,
  ...deskViews,
  ...waitingViews,
  ...rosterViews,
  ...supervisorViews,
  ...activityViews,
]
