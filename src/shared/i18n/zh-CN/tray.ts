import type { CommandUnavailable } from '../../commands/command-unavailable.ts'
import type { AbsenceChange } from '../../domain/absence.ts'
import type { RequestableState } from '../../domain/agent.ts'
import type { ShownState } from '../../domain/shown-state.ts'
import type { SkillChoice } from '../../domain/skills.ts'
import type { tray as english } from '../en/tray.ts'

type TrayTexts = typeof english

/** Words of the tray menu. The reasons stand beside items that are disabled. */
export const tray: TrayTexts = {
  open: '打开 Deskside',
  agentState: '座席状态',
  states: { idle: '空闲', busy: '示忙', rest: '休息', 'wrap-up': '整理' } satisfies Record<
    RequestableState,
    string
  >,
  afterCall: '话后自动空闲',
  linkage: '话机联动',
  skills: '技能签入',
  skillModes: { all: '全部技能', chosen: '指定技能', none: '不签技能' } satisfies Record<
    SkillChoice['mode'],
    string
  >,
  transfer: '转移等待最久的呼叫',
  signOut: '签出',
  quit: '退出',
  reasons: {
    'not-signed-in': '请先签入',
    'session-changing': '正在签入或签出',
    'gateway-silent': '网关无应答',
    'in-a-call': '通话期间不可用',
    'phone-mode-forbids': '您的话机模式要求话后必须整理',
    'no-skills-configured': '没有为您配置技能队列',
    'no-waiting-calls': '没有排队呼叫',
    'no-target-queue': '没有其他队列',
    'not-from-this-state': '当前状态下不可用',
    'present-state': '这是当前状态',
    'nothing-chosen': '请先在窗口中选择技能',
    'not-ringing': '当前没有振铃',
    'lift-the-phone': '请摘机接听',
    'not-linked': '话机未联动',
    'already-answered': '呼叫已应答',
    'not-answered': '呼叫尚未应答',
    'on-hold': '呼叫已保持',
    'not-on-hold': '呼叫未保持',
    muted: '已静音',
    'not-muted': '未静音',
    'in-conference': '会议中不可用',
    'under-way': '已请求，正在等待',
    'nothing-kept': '没有可撤回的请求',
    'no-call': '当前没有通话',
    'no-such-queue': '没有此队列',
    'no-such-set': '没有此已存组合',
    'session-ended': '您的会话已结束：请在窗口中重新签入',
    'taken-over': '您的会话被外部终止：请查看窗口',
    'held-elsewhere': '已在别处签入：请查看窗口',
  } satisfies Record<CommandUnavailable, string>,
  /** A wish that waits for the gateway. Begins with the name. */
  kept: '{name}（已保留）',
  tooltip: {
    unknown: 'Deskside：已签入',
    'signed-out': 'Deskside：已签出',
    idle: 'Deskside：空闲',
    busy: 'Deskside：示忙',
    'wrap-up': 'Deskside：整理',
    arriving: 'Deskside：有来电',
    ringing: 'Deskside：来电振铃',
    talking: 'Deskside：通话中',
    rest: 'Deskside：休息',
    'rest-requested': 'Deskside：已申请休息',
    interrupted: 'Deskside：与网关失去联系',
    recovering: 'Deskside：正在与网关同步',
    'taken-over': 'Deskside：您的会话被外部终止',
    'held-elsewhere': 'Deskside：已在别处签入',
    ended: 'Deskside：您的会话已结束',
  } satisfies Record<
    ShownState | 'interrupted' | 'recovering' | 'taken-over' | 'held-elsewhere' | 'ended',
    string
  >,
  /** The tool tip while calls wait. */
  waiting: '{tip} · {count} 个排队',
  /** Title of the note shown when something asked for in the tray did not work. */
  failed: '{action}：未完成',
  nothingToTransfer: '没有可转移到该队列的排队呼叫。',
  /** Asked before the tray's Quit when a call is on. */
  quitInCall: {
    title: '退出 Deskside？',
    text: '您正在通话。退出会结束通话并签出。',
    confirm: '结束通话并退出',
    cancel: '取消',
  },
  /** Shown while no window is open: what had changed after a time without the gateway. */
  away: {
    title: '离开期间',
    body: '期间有变化：{changes}。点击查看详情。',
    changes: {
      'agent-state': '您的状态',
      'queues-lost': '您的队列',
      'queues-gained': '您的队列',
      'call-missed': '漏接来电',
      'call-ended': '您的通话',
      'call-began': '新的通话',
      transfer: '您转移的呼叫',
      'linkage-lost': '您的话机联动',
      'linkage-gained': '您的话机联动',
    } satisfies Record<Exclude<AbsenceChange['kind'], 'wish-sent' | 'wish-dropped'>, string>,
  },
  stillRunning: {
    title: 'Deskside 仍在运行',
    body: '您的会话继续保持。可从托盘打开窗口；下班时请在托盘中退出。',
  },
}
