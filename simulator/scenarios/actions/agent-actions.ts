import * as v from 'valibot'
import { adjustSkills, configure, decideRestOf } from '../../control/account-commands.ts'
import { forceState, kick, KICKED_BY, phone } from '../../control/agent-commands.ts'
import { done, problem, type CommandResult } from '../../control/command-result.ts'
import { bind, unbind } from '../../world/binding.ts'
import { endPresence, signInColleague } from '../../world/presence.ts'
import type { World } from '../../world/world.ts'
import { command, defineAction, told, type Action } from './action.ts'
import { agent, dialled, skillId, whole } from './options.ts'

/** What was chosen beside the agent, in words; passwords are told to nobody. */
const chosen = (options: object): string[] =>
  Object.entries(options)
    .filter(([key, value]) => key !== 'agent' && key !== 'password' && value !== undefined)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' ') : String(value)}`)

/** Declares an action on one agent, by a command of the control interface. */
function onAgent<E extends v.ObjectEntries>(
  type: string,
  options: E,
  run: (
    world: World,
    agentId: string,
    options: v.InferOutput<v.StrictObjectSchema<E & { agent: typeof agent }, undefined>>,
  ) => CommandResult,
): Action {
  return defineAction(type, { ...options, agent }, (read, stage) => {
    const id = ('agent' in read ? read.agent : undefined) ?? stage.agentId
    const result = command(stage, (world) => run(world, id, read))
    return told(result, () => [`agent ${id}`, ...chosen(read)].join(', '))
  })
}

const flag = v.optional(v.boolean())

const configured = onAgent(
  'configure',
  {
    password: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(32))),
    mustChangePassword: flag,
    passwordDaysLeft: v.optional(v.nullable(v.pipe(whole, v.minValue(0), v.maxValue(180)))),
    isPasswordExpired: flag,
    isLocked: flag,
    isProtected: flag,
    linkage: v.optional(v.picklist(['by-number', 'links', 'fails', 'goes-offline'])),
    liftsPhone: flag,
    isInspector: flag,
    mayCallOut: flag,
  },
  (world, id, { agent: _agent, ...setup }) => configure(world, id, setup),
)

const colleagues = defineAction(
  'colleagues',
  { agents: v.array(v.pipe(v.string(), v.nonEmpty())), are: v.picklist(['on', 'off']) },
  (options, stage) =>
    command(stage, (world) => {
      for (const id of options.agents) {
        const found = world.agents.get(id)
        if (found === undefined) return problem(404, `there is no agent ${id}`)
        if (found.presence?.session != null) {
          return problem(409, `agent ${id} is signed in by a client and no colleague`)
        }
        if (options.are === 'off') endPresence(world, found, 'announced')
        else if (found.presence === null) signInColleague(world, found)
      }
      return done(`${options.agents.join(', ')} ${options.are}`)
    }),
)

const accounts = { skillId, accounts: v.array(v.pipe(v.string(), v.nonEmpty())) }

const bound = defineAction('bind', { ...accounts, agentWeight: v.optional(whole, 1) }, (options, stage) =>
  command(stage, (world) => {
    const weights = { agentWeight: options.agentWeight, skillWeight: 1 }
    const outcome = bind(world, options.skillId, options.accounts, weights)
    return outcome.ok ? done(`queue ${options.skillId}`) : problem(409, outcome.reason)
  }),
)

/** Configuration only: it is felt at the next skill sign-in. An empty list unbinds everyone. */
const unbound = defineAction('unbind', accounts, (options, stage) =>
  command(stage, (world) => {
    const outcome = unbind(world, options.skillId, options.accounts)
    return outcome.ok ? done(`queue ${options.skillId}`) : problem(409, outcome.reason)
  }),
)

/** What happens to agents, their accounts and their phones. */
export const AGENT_ACTIONS: readonly Action[] = [
  onAgent('kick', { by: v.optional(v.picklist(KICKED_BY), 'inspector') }, (world, id, { by }) =>
    kick(world, id, by),
  ),
  onAgent('force-state', { state: v.picklist(['idle', 'busy', 'rest', 'work']) }, (world, id, { state }) =>
    forceState(world, id, state),
  ),
  onAgent(
    'phone',
    { event: v.picklist(['offhook', 'onhook', 'offline', 'online', 'ringing', 'talking']) },
    (world, id, { event }) => phone(world, id, { event }),
  ),
  onAgent('phone-key', { key: v.picklist(['hold', 'unhold']) }, (world, id, { key }) =>
    phone(world, id, { key }),
  ),
  onAgent(
    'phone-dial',
    { key: v.picklist(['transfer', 'call-out']), number: dialled },
    (world, id, pressed) => phone(world, id, { key: pressed.key, number: pressed.number }),
  ),
  configured,
  onAgent('decide-rest', { isGranted: v.boolean() }, decideRestOf),
  onAgent('skills', { skillIds: v.array(skillId) }, adjustSkills),
  colleagues,
  bound,
  unbound,
]
