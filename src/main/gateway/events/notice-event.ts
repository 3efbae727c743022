/** What a person wrote. Empty = not said. */
interface Message {
  readonly sender: string
  readonly senderName: string
  readonly text: string
  /** As the gateway writes it: its form is not documented. */
  readonly sentAt: string
}

/** Events that inform and change nothing. */
export type NoticeEvent =
  /** AgentOther_Note: from a colleague. */
  | ({ readonly type: 'note' } & Message)
  /** AgentOther_Bulletin: to many. */
  | ({ readonly type: 'bulletin' } & Message)
  /** AgentOther_All_Agent_Busy. */
  | { readonly type: 'all-agents-busy' }
  /** QC_AgentState_Notify: what a monitored agent does now; `change` is the gateway's word, such as `Idle` or `Mute`. */
  | { readonly type: 'monitored-agent'; readonly agentName: string; readonly change: string }
  /** AgentConf_Ringing: an invitation to a conference of agents. */
  | { readonly type: 'conference-invitation'; readonly conferenceId: string }
