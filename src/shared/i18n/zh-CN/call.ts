import type { CallAction, CallUnavailable } from '../../domain/call-control.ts'
import type { CallKind, CallPhase } from '../../domain/call.ts'

/** The present call and what can be done with it. */
export const call = {
  heading: '当前通话',
  none: '没有通话',
  noneNext: '下一通来电会显示在这里。',
  phases: {
    arriving: '来电中',
    ringing: '振铃中',
    talking: '通话中',
    held: '保持中',
  } satisfies Record<CallPhase, string>,
  muted: '已静音',
  muteUnknown: '是否静音未知',
  withheld: '号码隐藏',
  unknownCaller: '没有号码',
  kinds: {
    incoming: '呼入',
    outgoing: '呼出',
    internal: '内部通话',
    consultation: '咨询',
    conference: '会议',
    callback: '回呼',
    campaign: '外呼任务',
  } satisfies Record<CallKind, string>,
  transferredBy: '由 {who} 转来',
  /** What is not an ordinary voice call. */
  media: {
    chat: '文字会话',
    video: '视频',
    message: '留言',
  },
  /** How long the two have been connected, holding included. */
  lasts: '共 {time}',
  actions: {
    answer: '接听',
    hold: '保持',
    retrieve: '恢复',
    mute: '静音',
    unmute: '取消静音',
    release: '挂断',
    'pick-up': '摘机',
    reject: '拒接',
  } satisfies Record<CallAction, string>,
  /** Why a button does nothing now. */
  reasons: {
    'not-signed-in': '请先签入。',
    'session-changing': '正在签入或签出。',
    'gateway-silent': '网关没有应答，请使用话机。',
    'not-ringing': '没有可接听的来电。',
    'lift-the-phone': '请摘机接听。',
    'not-linked': '只有已联动的话机才能从这里摘机或挂机。',
    'already-answered': '通话已接通。',
    'not-answered': '通话尚未接通。',
    'on-hold': '通话正在保持。',
    'not-on-hold': '通话没有保持。',
    muted: '您已静音。',
    'not-muted': '您没有静音。',
    'in-conference': '会议不能保持。',
    'under-way': '已请求，尚未看到效果。',
  } satisfies Record<CallUnavailable, string>,
  /** A press that came right after the call had changed by itself. */
  guarded: '通话刚刚变化，未执行任何操作。请看清后再按一次。',
  keys: '快捷键：{keys}',
}
