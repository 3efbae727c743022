import type { Messages } from '../en/index.ts'
import { absence } from './absence.ts'
import { activity } from './activity.ts'
import { diagnostics } from './diagnostics.ts'
import { app, common, title } from './app.ts'
import { call } from './call.ts'
import { commands, palette, shortcuts } from './commands.ts'
import { afterCall, agentState, agentStates, linkage, skills, truth } from './desk.ts'
import { errors, fieldNames, fieldProblems, phoneMalformed, refusals, unavailable } from './errors.ts'
import { gatewayCodes } from './gateway-codes.ts'
import { alerts, login } from './alerts.ts'
import { mini } from './mini.ts'
import { notices, sessionEnds } from './notices.ts'
import { ended, session, signIn } from './sign-in.ts'
import { about } from './about.ts'
import { check, gateway } from './connection.ts'
import { settings } from './settings.ts'
import { supervisor } from './supervisor.ts'
import { roster } from './roster.ts'
import { queues } from './queues.ts'
import { waiting } from './waiting.ts'

/** All words of the window in Simplified Chinese, in the terms of Huawei's own agent products. */
export const zhCN: Messages = {
  app,
  common,
  title,
  errors,
  refusals,
  gatewayCodes,
  fieldProblems,
  phoneMalformed,
  fieldNames,
  unavailable,
  notices,
  mini,
  alerts,
  login,
  sessionEnds,
  signIn,
  ended,
  session,
  absence,
  agentStates,
  agentState,
  call,
  afterCall,
  linkage,
  truth,
  skills,
  waiting,
  queues,
  roster,
  supervisor,
  activity,
  diagnostics,
  commands,
  palette,
  shortcuts,
  settings,
  check,
  gateway,
  about,
}
