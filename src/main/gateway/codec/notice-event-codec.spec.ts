import { describe, expect, it } from 'vitest'
import type { GatewayEvent } from '../gateway-event.ts'
import { decodeEvent } from './gateway-event-codec.ts'

const decode = (eventType: string, content: unknown) => decodeEvent({ eventType, workNo: '101', content })

const note = {
  sender: 102,
  receivetime: '1700000000000',
  sendername: 'Ada',
  timestring: '2026-11-21 10:00:00',
  context: 'Lunch?',
}

describe('notices', () => {
  it.each<[string, unknown]>([
    ['AgentOther_Note', null],
    ['AgentOther_Note', 'Lunch?'],
    ['AgentOther_Note', [note]],
    ['AgentOther_Note', { ...note, context: '' }],
    ['AgentOther_Note', { ...note, context: { text: 'Lunch?' } }],
    ['AgentOther_Bulletin', { ...note, sender: true }],
    ['QC_AgentState_Notify', { agentname: 'Ada' }],
    ['QC_AgentState_Notify', { agentname: 'Ada', subtype: '' }],
    ['AgentConf_Ringing', {}],
  ])('%s with %j is told by its name: nothing depends on it', (eventType, content) => {
    expect(decode(eventType, content)).toEqual({ ok: true, value: { type: 'other', name: eventType } })
  })

  const message = { sender: '102', senderName: 'Ada', text: 'Lunch?' }

  it.each<[string, unknown, GatewayEvent]>([
    ['AgentOther_Note', note, { type: 'note', ...message, sentAt: '2026-11-21 10:00:00' }],
    ['AgentOther_Bulletin', note, { type: 'bulletin', ...message, sentAt: '2026-11-21 10:00:00' }],
    [
      'AgentOther_Note',
      { ...note, timestring: null, extra: [] },
      { type: 'note', ...message, sentAt: '1700000000000' },
    ],
    [
      'AgentOther_Bulletin',
      { context: 'Lunch?' },
      { type: 'bulletin', sender: '', senderName: '', text: 'Lunch?', sentAt: '' },
    ],
    ['AgentOther_All_Agent_Busy', null, { type: 'all-agents-busy' }],
    [
      'QC_AgentState_Notify',
      { agentname: 'Ada', subtype: 'Idle', more: 1 },
      { type: 'monitored-agent', agentName: 'Ada', change: 'Idle' },
    ],
    ['AgentConf_Ringing', { confId: 12 }, { type: 'conference-invitation', conferenceId: '12' }],
    ['AgentEvent_Agent_Occupyed', null, { type: 'reserved-for-campaign' }],
  ])('%s with %j', (eventType, content, expected) => {
    expect(decode(eventType, content)).toEqual({ ok: true, value: expected })
  })
})
