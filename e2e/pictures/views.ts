import type { PicturedView } from './view.ts'
import { callViews, stateViews } from './views/call.ts'
import { connectionViews } from './views/connection.ts'
import { deskViews } from './views/desk.ts'
import { dialogViews } from './views/dialogs.ts'
import { activityViews, rosterViews } from './views/lists.ts'
import { miniViews } from './views/mini.ts'
import { waitingViews } from './views/queues.ts'
import { settingsViews } from './views/settings.ts'
import { signInViews } from './views/sign-in.ts'
import { skillViews } from './views/skills.ts'
import { supervisorViews } from './views/supervisor.ts'

/** Everything the window can show. A new view or dialog gets a line in one of these tables, and nothing else. */
export const views: readonly PicturedView[] = [
  ...connectionViews,
  ...signInViews,
  ...deskViews,
  ...callViews,
  ...stateViews,
  ...skillViews,
  ...waitingViews,
  ...rosterViews,
  ...supervisorViews,
  ...activityViews,
  ...settingsViews,
  ...dialogViews,
  ...miniViews,
]
