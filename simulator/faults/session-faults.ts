import * as v from 'valibot'
import { EMPTY_POLL } from '../http/answer.ts'
import { expireGuid } from '../world/identify.ts'
import { presentAgent } from '../world/world.ts'
import { defineFault } from './fault-action.ts'

/** The Guid of the agent in the path is good no more: this request and all that follow get 000-003. */
export const expireGuidFault = defineFault('expire-guid', v.object({}), async (_options, context) => {
  const { agentId } = context.exchange
  context.simulation.run((world) => {
    const session = agentId === null ? null : presentAgent(world, agentId)?.presence.session
    if (session != null) expireGuid(world, session)
  })
  return context.next()
})

/** Delivers the same thing twice: a poll's event comes again, any other request is carried out again. */
export const duplicate = defineFault('duplicate', v.object({}), async (_options, context) => {
  const answer = await context.next()
  if (answer.redeliver === undefined) {
    if (!context.exchange.path.includes('/agentevent/')) await context.next()
    return answer
  }
  const { redeliver } = answer
  context.simulation.run(() => redeliver())
  // The event waits again already: were the answer lost as well, it must not be put back a second time.
  const { onLost: _onLost, ...withoutTakeBack } = answer
  return withoutTakeBack
})

/** An event is taken from the agent's queue and never arrives: the poll is answered empty. */
export const dropEvents = defineFault('drop-events', v.object({}), async (_options, context) => {
  const answer = await context.next()
  if (answer.redeliver === undefined) return answer
  return {
    status: 200,
    body: EMPTY_POLL,
    retcode: '0',
    ...(answer.guid === undefined ? {} : { guid: answer.guid }),
  }
})
