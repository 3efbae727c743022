import type { AbsenceChange, UnreadPart } from '../../domain/absence.ts'
import type { GapCause } from '../../domain/session.ts'

/** What changed while the gateway was out of sight. Callers stand behind a colon: they may be a number or words. */
export const absence = {
  name: '离开期间',
  when: '{from}–{until}（{length}）',
  causes: {
    sleep: '电脑休眠',
    'clock-jump': 'Deskside 未运行，或系统时间被更改',
    'no-answer': '网关无应答',
  } satisfies Record<GapCause, string>,
  line: '{when}，{cause}。',
  sessionEnded: '您的会话在此期间已结束。',
  nothing: '没有变化。',
  nothingSeen: '能核对的内容都没有变化。',
  unread: '未能核对：{parts}。',
  parts: {
    state: '您的状态',
    queues: '您的队列',
    call: '您的通话',
  } satisfies Record<UnreadPart, string>,
  show: '展开',
  hide: '收起',
  dismiss: '知道了',
  changes: {
    'agent-state': '您的状态由“{before}”变为“{after}”。',
    'queues-lost': '不再服务的队列：{queues}。',
    'queues-gained': '新增服务的队列：{queues}。',
    'call-missed': '漏接来电：{caller}。',
    'call-ended': '通话已结束：{caller}。',
    'call-began': '通话已开始：{caller}。',
    transfer: '呼叫 {callId} 转至“{to}”：{outcome}',
    'linkage-lost': '您的话机已不再联动。',
    'linkage-gained': '您的话机已联动。',
    'wish-sent': '{wish}：保留的请求已发送。',
    'wish-dropped': '{wish}：保留的请求已无法提出，因此没有发送。',
  } satisfies Record<AbsenceChange['kind'], string>,
  wishEnded: '{wish}：会话已结束，保留的请求已放弃。',
  stateForced: '班长将您的状态由“{before}”改为“{after}”。',
  unknownCaller: '未知号码',
  withheldCaller: '隐藏号码',
}
