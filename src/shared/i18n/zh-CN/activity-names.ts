import type { JournalKind } from '../../domain/journal.ts'
import type { GapCause, SessionView } from '../../domain/session.ts'
import type { TransferOutcome } from '../../domain/waiting.ts'
import type { WishName } from '../../domain/wishes.ts'

/** Outcomes of unbindings as the journal names them; an undo under way is not written down. */
type UnbindOutcomeName =
  | 'unbinding'
  | 'unbound'
  | 'unbound-partly'
  | 'unbinding-refused'
  | 'unbinding-unknown'
  | 'unbinding-stopped'
  | 'undone'
  | 'nothing-to-undo'
  | 'undo-failed'
  | 'undo-stopped'

const wishNames = {
  'agent-state': '座席状态',
  'after-call': '话后自动空闲',
  linkage: '话机联动',
  skills: '技能签入',
} satisfies Record<WishName, string>

/** What an interface of the gateway is for, by its log name. */
const interfaces = {
  login: '签入',
  forceLogin: '强制签入',
  logout: '签出',
  forceLogout: '签出并结束通话',
  getAgentEvent: '获取事件',
  getAgentStatus: '查询本人状态',
  sayFree: '示闲',
  sayBusy: '示忙',
  rest: '休息',
  cancelRest: '结束休息',
  sayWork: '进入整理',
  setAgentAutoEnterIdle: '设置话后状态',
  resetSkill: '技能签入和话机联动',
  queryAgentSkills: '查询本人配置的队列',
  querySkillQueueOnAgentVDN: '查询全部队列',
  queryStatInfoOfAcd: '查询队列统计',
  queryWaitCallInfoBySkillId: '查询队列的排队呼叫',
  assignUserInQueue: '转移排队呼叫',
  queryAllOnlineAgents: '查询在线座席',
  queryCallInfo: '查询本人通话',
  tokenByAkSk: '接入管理服务',
  queryBoundAccounts: '查询队列绑定的账号',
  releaseAgentBySkillId: '解绑',
  addSkillsToAgent: '重新绑定',
  getAgentRestReason: '休息原因',
  cancelBusy: '取消示忙',
  cancelWork: '结束整理',
  answer: '接听',
  hold: '保持通话',
  getHold: '恢复通话',
  beginMute: '静音',
  endMute: '取消静音',
  release: '结束通话',
  phonePickup: '联动话机摘机',
  phoneHangUp: '联动话机挂机',
  setAgentAutoAnswer: '自动应答',
  transfer: '转移通话',
  callout: '外呼',
  secondDial: '二次拨号',
  forceLogoutWithReason: '强制签出',
  handShake: '握手',
  heartBeat: '心跳（旧版网关）',
  modifyAccountPwdEx: '修改密码',
  queryAgentInfoBySkillId: '队列中的座席',
  getAllStatusAgents: '所有座席状态',
  queryAgentSkillsByWorkNo: '其他座席的队列',
  queryCallInfoByCallId: '按编号查询呼叫',
  queryCallStatisticsInfo: '当日统计',
  queryCustomState: '自定义状态',
  setCustomState: '设置自定义状态',
  cancelSetCustomState: '取消自定义状态',
}

/** What is asked for at a door beside the wishes. */
const commands = {
  'sign-in': '签入',
  return: '重新签入',
  'sign-out': '签出',
  call: '通话控制',
  'cancel-wish': '撤回请求',
  transfer: '转移',
  'transfer-longest': '转移等待最久的呼叫',
  'connect-management': '连接管理服务',
  unbind: '从队列解绑',
  'unbind-all': '将所有人从队列解绑',
  'undo-unbinding': '撤销解绑',
  'stop-unbinding': '停止解绑',
  'save-journal': '保存给技术支持',
  'export-roster': '将团队存为表格',
  state: '座席状态',
  'auto-idle': '话后自动空闲',
  'skill-set': '技能签入',
  show: '显示',
  window: '窗口大小',
  quit: '退出 Deskside',
}

/** What an entry is about: by its kind, then by its code. */
export const entryNames = {
  command: { ...wishNames, ...commands },
  wish: wishNames,
  transition: {
    'signed-out': '已签出',
    'signing-in': '正在签入',
    online: '已连接',
    doubtful: '网关无应答',
    recovering: '正在同步',
    'signing-out': '正在签出',
    'taken-over': '会话被外部终止',
    ended: '会话已结束',
  } satisfies Record<SessionView['phase'], string>,
  gap: {
    sleep: '电脑休眠',
    'clock-jump': 'Deskside 未运行，或系统时间被更改',
    'no-answer': '网关无应答',
  } satisfies Record<GapCause, string>,
  absence: {
    'session-kept': '中断后已同步',
    'session-ended': '会话在中断期间结束',
  },
  receipt: {
    'in-progress': '转移：进行中',
    moved: '转移：已转入',
    taken: '转移：已接听或挂断',
    gone: '转移：此前已离队',
    refused: '转移：未转移',
    unknown: '转移：结果未知',
    unbound: '解绑：已完成',
    'unbinding-refused': '解绑：未执行',
    'unbinding-unknown': '解绑：结果未知',
    undone: '解绑：已撤销',
    'undo-failed': '解绑：未能全部恢复',
    unbinding: '解绑：开始',
    'unbound-partly': '解绑：部分完成',
    'unbinding-stopped': '解绑：已停止',
    'nothing-to-undo': '撤销：无需处理',
    'undo-stopped': '撤销：已停止',
  } satisfies Record<TransferOutcome | UnbindOutcomeName, string>,
  event: {
    'in-service': '已签入平台',
    shutdown: '平台终止了会话',
    idle: '空闲',
    busy: '示忙',
    'wrap-up': '整理',
    rest: '休息',
    'rest-over': '休息时间已到',
    occupied: '已被呼叫占用',
    ringing: '来电振铃',
    talking: '通话中',
    held: '通话已保持',
    'call-released': '通话已结束',
    'customer-released': '对方已退出通话',
    'no-answer': '来电未应答',
    'linkage-result': '话机联动有结果',
    'linked-phone': '联动话机状态变化',
    'phone-alerting': '话机振铃',
    'phone-off-hook': '话机摘机',
    'phone-released': '话机挂机',
    'phone-busy': '话机忙',
    'phone-unknown': '话机无法接通',
    'customer-alerting': '对方振铃',
    'incoming-call': '有来电',
    'call-out-failed': '外呼失败',
    note: '收到便签',
    bulletin: '收到公告',
    'all-agents-busy': '座席全忙',
  },
  answer: interfaces,
  app: {
    start: 'Deskside 已启动',
    end: 'Deskside 已退出',
    'window-crashed': '窗口发生故障',
    'unhandled-error': '发生意外错误',
    'journal-written-again': '活动日志已恢复写入磁盘',
    'entry-refused': '有一条记录未能保存',
    'connection-check': '连接检查',
  },
} satisfies Record<JournalKind, Record<string, string>>
