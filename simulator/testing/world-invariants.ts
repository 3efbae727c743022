import { expect } from 'vitest'
import { waitingCalls } from '../world/queues.ts'
import type { World } from '../world/world.ts'

/** What must hold at any moment. */
export function checkInvariants(world: World): void {
  const holders = new Map<string, string[]>()
  const hold = (callid: string, where: string): void => {
    holders.set(callid, [...(holders.get(callid) ?? []), where])
  }
  for (const id of world.skills.keys()) {
    for (const call of waitingCalls(world, id)) {
      hold(call.callid, `queue ${id}`)
      expect(call.place).toEqual({ kind: 'queue', skillId: id })
    }
  }
  for (const agent of world.agents.values()) {
    const { presence } = agent
    expect(world.idleAgents.has(agent), `idle set and agent ${agent.id}`).toBe(
      presence?.state.name === 'idle',
    )
    if (presence === null) continue
    expect(world.phonesInUse.get(presence.phone)).toBe(agent)
    for (const skill of presence.skills) expect(agent.bindings.has(skill)).toBe(true)
    if (presence.state.name === 'talking') hold(presence.state.callid, `agent ${agent.id}`)
    else expect(presence.otherCalls, `calls beside none of agent ${agent.id}`).toEqual([])
    // Whoever has several calls talks in one of them, or in a conference: the others are on hold.
    for (const call of presence.otherCalls) {
      hold(call.callid, `agent ${agent.id}`)
      expect(call.isHeld || call.conference.length > 0, `${call.callid} beside another`).toBe(true)
    }
  }
  // A call is in one place, and no place holds a call that is gone; one that is transferred and kept until
  // somebody answers is also still at the desk of the agent who transfers it.
  expect([...holders.keys()].sort()).toEqual([...world.calls.keys()].sort())
  for (const [callid, places] of holders) {
    const call = world.calls.get(callid)
    expect(new Set(places).size, callid).toBe(places.length)
    const keeper = call?.transfer == null ? null : `agent ${call.transfer.agentId}`
    if (keeper !== null) expect(places, callid).toContain(keeper)
    const place = call?.place
    const where = place?.kind === 'queue' ? `queue ${place.skillId}` : `agent ${place?.agentId}`
    expect([...new Set([where, ...(keeper === null ? [] : [keeper])])].sort(), callid).toEqual(places.sort())
    if (call?.peer != null)
      expect([call.peer.peer, world.calls.get(call.peer.callid)]).toEqual([call, call.peer])
  }
}
