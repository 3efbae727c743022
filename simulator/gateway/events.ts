import { EMPTY_POLL, refused, type Answer } from '../http/answer.ts'
import type { AgentEvent } from '../world/events.ts'
import { identifyPoll, refuseEnded, renewGuid } from '../world/identify.ts'
import { refuse } from '../world/refusal.ts'
import type { Session } from '../world/session.ts'
import { refuseInSwitchOver } from '../world/switch-over.ts'
import type { GatewayInterface, GatewayTools } from './gateway-interface.ts'

/** The poll (cec_07_1274): an event at once, one per answer; else the empty answer after the wait. */
export function eventInterfaces(): GatewayInterface[] {
  const newest = new WeakMap<Session, () => void>()
  return [
    {
      name: 'getAgentEvent',
      methods: ['GET'],
      path: '/agentevent/:agentid',
      answer: async (exchange, agentId, tools) => {
        const guid = exchange.headers.guid
        const caller = tools.simulation.run((world) => {
          const outcome = identifyPoll(world, agentId, guid)
          if (outcome.ok) outcome.value.lastSeenMs = world.nowMs
          return outcome
        })
        if (!caller.ok) return refused(caller.refusal)
        const session = caller.value
        if (session.push !== null) {
          return refused(refuse('000-001', 'The agent is signed in for push: events are not polled').refusal)
        }
        if (session.mailbox.size === 0) {
          await waitForEvent(session, exchange.clientGone, tools, newest)
        }
        return tools.simulation.run(() => answerPoll(session, exchange.clientGone, tools))
      },
    },
  ]
}

/** Resolves at the next event, at the end of the session, after the poll wait, or when nobody listens any more. */
async function waitForEvent(
  session: Session,
  clientGone: AbortSignal,
  { clock, pollWaitMs }: GatewayTools,
  newest: WeakMap<Session, () => void>,
): Promise<void> {
  // One poll at a time: an older one still waiting is answered empty, the newer one gets the next event.
  newest.get(session)?.()
  session.openPolls += 1
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      stopWaking()
      stopTimer()
      clientGone.removeEventListener('abort', finish)
      if (newest.get(session) === finish) newest.delete(session)
      resolve()
    }
    const stopWaking = session.mailbox.onWake(finish)
    const stopTimer = clock.setTimeout(finish, pollWaitMs)
    clientGone.addEventListener('abort', finish)
    newest.set(session, finish)
  })
  session.openPolls -= 1
  session.lastSeenMs = Math.max(session.lastSeenMs, clock.now())
}

function answerPoll(session: Session, clientGone: AbortSignal, tools: GatewayTools): Answer {
  const switched = session.isEnded ? null : refuseInSwitchOver(tools.simulation.world, session)
  if (switched !== null) return refused(switched)
  // Nobody is there to read it: the event stays where it is.
  const event = clientGone.aborted ? undefined : session.mailbox.take()
  const ended = event === undefined && session.isEnded ? refuseEnded(tools.simulation.world, session) : null
  if (ended?.ok === false) return refused(ended.refusal)
  const isRenewed = tools.authMode === 2 && !session.isEnded && !clientGone.aborted
  const takeBackGuid = isRenewed ? renewGuid(tools.simulation.world, session) : undefined
  const guid = isRenewed ? { guid: session.guid } : {}
  if (event === undefined) {
    return {
      status: 200,
      body: EMPTY_POLL,
      retcode: '0',
      ...guid,
      ...(takeBackGuid === undefined ? {} : { onLost: takeBackGuid }),
    }
  }
  const putBack = (): void => session.mailbox.putBack(event)
  return {
    status: 200,
    body: eventBody(event),
    retcode: '0',
    ...guid,
    redeliver: putBack,
    onLost: () => {
      takeBackGuid?.()
      putBack()
    },
  }
}

const eventBody = ({ eventType, workNo, content }: AgentEvent): string =>
  JSON.stringify({ message: '', retcode: '0', event: { eventType, workNo, content } })
