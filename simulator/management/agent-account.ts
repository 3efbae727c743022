import * as v from 'valibot'
import type { Answer } from '../http/answer.ts'
import type { Route } from '../http/server.ts'
import { bind, boundAgents, unbind } from '../world/binding.ts'
import type { Simulation } from '../world/simulation.ts'
import {
  answerBinding,
  managed,
  MANAGEMENT_BASE,
  managementError,
  notManaged,
  readBody,
} from './management-answer.ts'
import type { TokenStore } from './token-store.ts'

const integer = v.pipe(v.number(), v.integer())
const positive = v.pipe(integer, v.minValue(1))
const accounts = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(50)))

const Release = v.object({ skillId: integer, userAccounts: accounts })

const Add = v.object({
  skillId: integer,
  userAccounts: v.pipe(accounts, v.minLength(1)),
  agentWeight: positive,
  skillWeight: positive,
})

const Query = v.object({
  requestParam: v.object({
    skillId: integer,
    pageSize: v.pipe(positive, v.maxValue(100)),
    pageNum: v.pipe(integer, v.minValue(0)),
  }),
})

/** Type of every demo agent: audio (protocol 10.4). */
const AUDIO_AGENT = 4

/** The agent account family of cc-management (protocol 10.3, 10.4). */
export function agentAccountRoutes(simulation: Simulation, tokens: TokenStore): Route[] {
  const post = <S extends v.GenericSchema<unknown, unknown>>(
    name: string,
    schema: S,
    handle: (body: v.InferOutput<S>) => Answer,
  ): Route => ({
    methods: ['POST'],
    path: `${MANAGEMENT_BASE}/agentAccount/${name}`,
    answer: ({ headers, bodyText }) => {
      if (!tokens.isAuthorized(headers.authorization)) {
        return managementError(401, 'The access token is missing, wrong or expired')
      }
      const body = readBody(schema, bodyText)
      return 'answer' in body ? body.answer : handle(body.value)
    },
  })

  return [
    post('releaseAgentBySkillId', Release, ({ skillId, userAccounts }) =>
      answerBinding(simulation.run((world) => unbind(world, skillId, userAccounts))),
    ),
    post('addSkillsToAgent', Add, ({ skillId, userAccounts, agentWeight, skillWeight }) =>
      answerBinding(
        simulation.run((world) => bind(world, skillId, userAccounts, { agentWeight, skillWeight })),
      ),
    ),
    post('queryAgentInfoBySkillId', Query, ({ requestParam: { skillId, pageSize, pageNum } }) =>
      simulation.run((world) => {
        if (!world.skills.has(skillId)) return notManaged(`Skill queue ${skillId} does not exist`)
        const bound = boundAgents(world, skillId)
        const page = bound.slice(pageNum * pageSize, (pageNum + 1) * pageSize)
        return managed({
          data: page.map(({ id, name, account, phone, bindings }) => ({
            workNo: id,
            agentType: AUDIO_AGENT,
            agentWeight: bindings.get(skillId)?.agentWeight ?? 1,
            accountName: name,
            sipAccount: phone,
            skillWeight: bindings.get(skillId)?.skillWeight ?? 1,
            userAccount: account,
          })),
          count: bound.length,
        })
      }),
    ),
  ]
}
