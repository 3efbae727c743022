import { describe, expect, it } from 'vitest'
import type { AgentState } from '../../shared/domain/agent.ts'
import type { CallPhase } from '../../shared/domain/call.ts'
import { newCall } from '../agent/call-facts.ts'
import type { DeskState } from '../agent/desk-state.ts'
import { snapshotOf } from '../ipc/testing/fake-desk.ts'
import { trayStatus } from './tray-status.ts'
import { doubtful, held, online, over, recovering, seen } from './testing/tray-build.ts'

describe('icon', () => {
  const talking = { line: seen<AgentState>('talking'), since: 1 }
  const call = (phase: CallPhase) => ({ ...newCall(phase, 1), callId: '1' })
  it.each([
    [{}, 'signed-out'],
    [{ session: online }, 'unknown'],
    [{ session: online, agentState: { line: seen('talking'), since: 1 } }, 'talking'],
    [{ session: doubtful, agentState: { line: seen('idle'), since: 1 } }, 'interrupted'],
    [{ session: recovering, agentState: { line: seen('idle'), since: 1 } }, 'recovering'],
    [{ session: online, agentState: talking, call: call('arriving') }, 'arriving'],
    [{ session: online, agentState: talking, call: call('ringing') }, 'ringing'],
    [{ session: online, agentState: talking, call: call('talking') }, 'talking'],
    [{ session: doubtful, agentState: talking, call: call('ringing') }, 'interrupted'],
    [{ session: { phase: 'taken-over', ...over } }, 'taken-over'],
    [{ session: { phase: 'taken-over', ...held } }, 'held-elsewhere'],
    [{ session: { phase: 'ended', ...over } }, 'ended'],
  ] as readonly (readonly [Partial<DeskState>, string])[])('%# %s', (changes, status) => {
    expect(trayStatus(snapshotOf(changes))).toBe(status)
  })
})
