import * as v from 'valibot'
import { always, showing, type EventReaders, type ReadEvent } from './event-content.ts'
import { identifier, text } from './scalars.ts'

/** Fields by client code; no page shows them. Without a text there is nothing to show. */
const messageSchema = v.pipe(
  v.looseObject({
    sender: text,
    sendername: text,
    context: v.pipe(text, v.nonEmpty('empty')),
    timestring: text,
    receivetime: text,
  }),
  v.transform(({ sender, sendername, context, timestring, receivetime }) => ({
    sender,
    senderName: sendername,
    text: context,
    sentAt: timestring === '' ? receivetime : timestring,
  })),
)

const message = (type: 'note' | 'bulletin'): ReadEvent =>
  showing(messageSchema, (content) => ({ type, ...content }))

export const noticeEventReaders: EventReaders = {
  AgentOther_Note: message('note'),
  AgentOther_Bulletin: message('bulletin'),
  AgentOther_All_Agent_Busy: always({ type: 'all-agents-busy' }),
  QC_AgentState_Notify: showing(
    v.looseObject({ agentname: text, subtype: identifier }),
    ({ agentname, subtype }) => ({ type: 'monitored-agent', agentName: agentname, change: subtype }),
  ),
  AgentConf_Ringing: showing(v.looseObject({ confId: identifier }), ({ confId }) => ({
    type: 'conference-invitation',
    conferenceId: confId,
  })),
}
