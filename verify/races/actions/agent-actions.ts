import { requestableStates, type RequestableState } from '../../../src/shared/domain/agent.ts'
import { callActions } from '../../../src/shared/domain/call-control.ts'
import type { SkillChoice } from '../../../src/shared/domain/skills.ts'
import { wishNames } from '../../../src/shared/domain/wishes.ts'
import type { Random } from '../../../simulator/world/random.ts'
import type { Action, Run, Step } from '../action.ts'
import { pickAt } from '../action.ts'

const ofAgent = (text: string, perform: (run: Run) => void): Step => ({ text, isOfAgent: true, perform })

const flip = (random: Random): boolean => random.next() < 0.5

/** Queues that an agent may choose: all of them are configured for the agent of the plan. */
const voiceSkills = [1, 2, 3, 4] as const

function drawChoice(random: Random): SkillChoice {
  const kind = random.next()
  if (kind < 0.3) return { mode: 'all' }
  if (kind < 0.4) return { mode: 'none' }
  const chosen = voiceSkills.filter(() => flip(random))
  return { mode: 'chosen', skillIds: chosen.length === 0 ? [random.pick(voiceSkills)] : chosen }
}

const idsOf = (choice: SkillChoice): readonly number[] | 'all' =>
  choice.mode === 'all' ? 'all' : choice.mode === 'none' ? [] : choice.skillIds

const askFor = (to: RequestableState): Step =>
  ofAgent(`the agent asks for ${to}`, ({ bench, ask }) =>
    ask({ what: 'agent-state', value: to }, bench.desk.setAgentState({ state: to }, 'window')),
  )

/** More often than the other states: only an agent who is not idle sees who waits. */
export const sayBusy: Action = { weight: 4, draw: () => askFor('busy') }

const setState: Action = { weight: 3, draw: (random) => askFor(random.pick(requestableStates)) }

const setAfterCall: Action = {
  weight: 3,
  draw: (random) => {
    const value = flip(random)
    return ofAgent(`the agent switches "enter idle after call" ${value ? 'on' : 'off'}`, ({ bench, ask }) =>
      ask({ what: 'after-call', value }, bench.desk.setAfterCall(value, 'tray')),
    )
  },
}

const setLinkage: Action = {
  weight: 3,
  draw: (random) => {
    const value = flip(random)
    return ofAgent(`the agent switches the linkage ${value ? 'on' : 'off'}`, ({ bench, ask }) =>
      ask({ what: 'linkage', value }, bench.desk.setLinkage(value, 'window')),
    )
  },
}

const signInToSkills: Action = {
  weight: 4,
  draw: (random) => {
    const choice = drawChoice(random)
    const value = idsOf(choice)
    return ofAgent(`the agent chooses the queues ${String(value) || 'none'}`, ({ bench, ask }) =>
      ask({ what: 'skills', value }, bench.desk.signInToSkills(choice, 'window')),
    )
  },
}

interface Transferable {
  readonly callId: string
  readonly skillId: number
}

/** Calls as the agent sees them, or as they really wait: a window shows an old list now and then. */
function transferable({ bench }: Run, isAsSeen: boolean): readonly Transferable[] {
  if (isAsSeen) return bench.desk.snapshot.waiting.calls
  return bench.gateway.run((world) =>
    [...world.calls.values()].flatMap(({ callid, place }) =>
      place.kind === 'queue' ? [{ callId: callid, skillId: place.skillId }] : [],
    ),
  )
}

const transfer: Action = {
  weight: 12,
  draw: (random) => {
    const [which, toSkillId, isAsSeen] = [random.next(), random.pick(voiceSkills), random.next() < 0.7]
    return ofAgent(`the agent transfers a call to queue ${toSkillId}`, (run) => {
      const call = pickAt(transferable(run, isAsSeen), which)
      if (call === undefined) return
      run.ask(
        { what: 'transfer', value: { callId: call.callId, toSkillId } },
        run.bench.desk.transferWaitingCall({ callId: call.callId, fromSkillId: call.skillId, toSkillId }),
      )
    })
  },
}

const transferLongest: Action = {
  weight: 2,
  draw: (random) => {
    const toSkillId = random.pick(voiceSkills)
    return ofAgent(`the agent transfers the longest-waiting call to queue ${toSkillId}`, ({ bench, ask }) =>
      ask({ what: 'transfer-longest', value: toSkillId }, bench.desk.transferLongestWaiting(toSkillId)),
    )
  },
}

/** Mostly what the call allows at that moment, as the buttons do; now and then what it does not, as keys and links can. */
const controlCall: Action = {
  weight: 6,
  draw: (random) => {
    const [which, isPossible] = [random.next(), random.next() < 0.8]
    return ofAgent('the agent does something with his call', ({ bench, ask }) => {
      const { call } = bench.desk.snapshot
      const possible = callActions.filter((action) => call?.actions[action] === null)
      const action = pickAt(isPossible ? possible : callActions, which)
      if (action !== undefined) ask({ what: 'call', value: action }, bench.desk.controlCall(action, 'window'))
    })
  },
}

const cancelWish: Action = {
  weight: 1,
  draw: (random) => {
    const wish = random.pick(wishNames)
    return ofAgent(`the agent takes the wish for ${wish} back`, ({ bench, ask }) =>
      ask({ what: 'cancel', value: wish }, bench.desk.cancelWish(wish)),
    )
  },
}

const signOut: Action = {
  weight: 0.7,
  draw: (random) => {
    const force = flip(random)
    return ofAgent(force ? 'the agent signs out by force' : 'the agent signs out', ({ bench, ask }) =>
      ask({ what: 'sign-out', value: { force } }, bench.desk.signOut({ force })),
    )
  },
}

/** Back after a session that somebody or something ended. */
const goBack: Action = {
  weight: 1.5,
  draw: (random) => {
    const takeOver = random.next() < 0.7
    return ofAgent(takeOver ? 'the agent takes the session back' : 'the agent goes back', ({ bench, ask }) =>
      ask({ what: 'return', value: { takeOver } }, bench.desk.returnToSession({ takeOver })),
    )
  },
}

/** What a person does at the desk. */
export const agentActions: readonly Action[] = [
  sayBusy,
  setState,
  setAfterCall,
  setLinkage,
  signInToSkills,
  transfer,
  transferLongest,
  controlCall,
  cancelWish,
  signOut,
  goBack,
]
