import { forceState, kick, offerTo, phone, releaseCallOf } from '../../../simulator/control/agent-commands.ts'
import type { Call } from '../../../simulator/world/call.ts'
import { offerCall } from '../../../simulator/world/call-flow.ts'
import { releaseCall } from '../../../simulator/world/release.ts'
import { isOfferable, moveCall, placeCall } from '../../../simulator/world/queues.ts'
import type { World } from '../../../simulator/world/world.ts'
import { pickAt, type Action, type Run, type Step } from '../action.ts'

const inCentre = (text: string, change: (world: World, run: Run) => unknown): Step => ({
  text,
  isOfAgent: false,
  perform: (run) => run.bench.gateway.run((world) => change(world, run)),
})

const voiceSkills = [1, 2, 3, 4] as const

const waiting = (world: World): Call[] =>
  [...world.calls.values()].filter((call) => call.place.kind === 'queue' && isOfferable(call))

export const callsArrive: Action = {
  weight: 8,
  draw: (random) => {
    const [count, skillId] = [random.between(1, 3), random.pick(voiceSkills)]
    const origin = random.next() < 0.6 ? 'placed' : 'traffic'
    const patienceMs = random.next() < 0.5 ? random.between(500, 40_000) : undefined
    const talkMs = random.between(300, 20_000)
    return inCentre(`${count} calls (${origin}) arrive in queue ${skillId}`, (world) => {
      for (let nth = 0; nth < count; nth += 1) {
        placeCall(world, { skillId, caller: `1380000000${nth}`, origin, talkMs, patienceMs })
      }
    })
  },
}

const callerHangsUp: Action = {
  weight: 4,
  draw: (random) => {
    const which = random.next()
    return inCentre('a waiting caller hangs up', (world) => {
      const call = pickAt(waiting(world), which)
      if (call !== undefined) releaseCall(world, call, 'caller')
    })
  },
}

const colleagueAnswers: Action = {
  weight: 4,
  draw: (random) => {
    const [which, who] = [random.next(), random.next()]
    return inCentre('a colleague is given a waiting call', (world, { agentId }) => {
      const call = pickAt(waiting(world), which)
      const colleague = pickAt(
        [...world.idleAgents].filter(({ id }) => id !== agentId),
        who,
      )
      if (call !== undefined && colleague?.presence != null) {
        offerCall(world, call, colleague, colleague.presence)
      }
    })
  },
}

const colleagueTransfers: Action = {
  weight: 3,
  draw: (random) => {
    const [which, toSkillId] = [random.next(), random.pick(voiceSkills)]
    return inCentre(`a colleague moves a waiting call to queue ${toSkillId}`, (world) => {
      const call = pickAt(waiting(world), which)
      if (call !== undefined) moveCall(world, call.callid, toSkillId, new Set(world.skills.keys()))
    })
  },
}

const offer: Action = {
  weight: 3,
  draw: () => inCentre('the agent is offered a call', (world, { agentId }) => offerTo(world, agentId, {})),
}

const callEnds: Action = {
  weight: 3,
  draw: (random) => {
    const by = random.next() < 0.5 ? 'caller' : 'agent'
    return inCentre(`the agent's call is ended by the ${by}`, (world, { agentId }) =>
      releaseCallOf(world, agentId, by),
    )
  },
}

const inspectorForces: Action = {
  weight: 1.5,
  draw: (random) => {
    const state = random.pick(['idle', 'busy', 'rest', 'work'] as const)
    return inCentre(`an inspector forces the agent to ${state}`, (world, { agentId }) =>
      forceState(world, agentId, state),
    )
  },
}

const sessionIsEnded: Action = {
  weight: 0.8,
  draw: (random) => {
    const by = random.next() < 0.5 ? 'inspector' : 'sign-in'
    return inCentre(`the session is ended by ${by}`, (world, { agentId }) => kick(world, agentId, by))
  },
}

const phoneDoes: Action = {
  weight: 1,
  draw: (random) => {
    const what = random.pick(['onhook', 'offhook', 'offline', 'online'] as const)
    return inCentre(`the agent's phone: ${what}`, (world, { agentId }) =>
      phone(world, agentId, { event: what }),
    )
  },
}

/** What customers, colleagues, inspectors and the phone do. */
export const centreActions: readonly Action[] = [
  callsArrive,
  callerHangsUp,
  colleagueAnswers,
  colleagueTransfers,
  offer,
  callEnds,
  inspectorForces,
  sessionIsEnded,
  phoneDoes,
]
