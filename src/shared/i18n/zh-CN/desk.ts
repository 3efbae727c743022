import type { AfterCallRule } from '../../domain/after-call-rule.ts'
import type { AgentState, PlatformBusyReason, RequestableState } from '../../domain/agent.ts'
import type { PhoneStatus } from '../../domain/linked-phone.ts'
import type { OfferedPhase } from '../../domain/shown-state.ts'
import type { SkillChoice } from '../../domain/skills.ts'
import type { SeenSource, TruthVerdict, WishOrigin } from '../../domain/truth-line.ts'
import type { WishName } from '../../domain/wishes.ts'

export const agentStates = {
  unknown: '未知',
  'signed-out': '已签出',
  idle: '空闲',
  busy: '示忙',
  'wrap-up': '整理',
  talking: '通话',
  rest: '休息',
  'rest-requested': '已申请休息',
} satisfies Record<AgentState, string>

export const agentState = {
  name: '座席状态',
  since: '自 {time} 起',
  meaning: {
    unknown: '网关尚未告知。',
    'signed-out': '不会有来电。',
    idle: '可接听下一通来电。',
    busy: '恢复空闲前不会有来电。',
    'wrap-up': '正在整理上一通电话。',
    talking: '正在通话。',
    rest: '正在休息。',
    'rest-requested': '平台会在条件允许时批准。',
  } satisfies Record<AgentState, string>,
  /** In the place of "A call is on." */
  onHold: '通话正在保持。',
  muted: '您已静音。',
  choices: { idle: '空闲', busy: '示忙', rest: '休息', 'wrap-up': '整理' } satisfies Record<
    RequestableState,
    string
  >,
  /** In the place of the state while a call waits to be answered. The gateway calls that "talking" already. */
  offered: { arriving: '有来电', ringing: '来电振铃' } satisfies Record<OfferedPhase, string>,
  offeredMeaning: '尚未接通。',
  offeredLift: '请摘机接听。',
  /** In the place of "Ready for the next call." */
  passwordForced: '修改密码前不会有来电。',
  /** In the place of the meaning while it is not certain: a state nobody can prove must not look like one to rely on. */
  inDoubt: '这是最后已知的状态，现在可能已变。',
  notedInCall: '已登记“{state}”，通话结束后生效。',
  notedInWrapUp: '已登记“{state}”，整理结束后生效。',
  /** Why the platform, and not the agent, made him busy. */
  busyReasons: {
    'no-answer': '您没有接听来电。',
    forced: '班长将您置忙。',
    rest: '因为休息。',
    'phone-unavailable': '您的话机不可用。',
    rejected: '您拒接了来电。',
  } satisfies Record<PlatformBusyReason, string>,
  /** A reason that nobody gave a name. */
  reasonCode: '原因 {code}',
  because: '原因：{reason}。',
  /** A state with its reason, as one thing that was asked for. */
  withReason: '{state}（{reason}）',
  reasonsMenu: {
    busy: '示忙：原因',
    rest: '休息：原因、时长',
  },
  restReason: '休息 {length}',
  noReason: '不选原因',
  restLength: '时长',
  restLeft: '剩余，至 {time}',
  restSoonOver: '您的休息还有一分钟结束。',
  restOverSince: '已于 {time} 结束',
  restOver: '您的休息时间已到。回来后请选择“空闲”。',
  /** Why a rest that was asked for does not begin. */
  restWaits: '平台批准后才开始休息：可能需要审批，或等待休息名额。',
  restWaitsForQueue: '重新签入队列后才能开始休息。',
  /** A press that came right after the state had changed by itself. */
  guarded: '您的状态刚刚变化，未发出请求。请看清后再按一次。',
  keys: '方向键移动，空格键或回车键请求该状态。',
}

export const afterCall = {
  name: '话后自动空闲',
  /** What will happen after the next call, whatever the switch says. */
  rules: {
    'idle-at-once': '通话结束后立即空闲。',
    'idle-at-once-linked': '通话结束后立即空闲，下一通来电可用话机摘机接听。',
    'wrap-up-by-choice': '通话结束后进入整理，直到您选择“空闲”。',
    'wrap-up-by-choice-linked': '通话结束后进入整理，直到您选择“空闲”；之后的来电可用话机摘机接听。',
    'wrap-up-compulsory': '您的话机模式要求话后必须整理。',
    'wrap-up-compulsory-linked': '您的话机模式要求话后必须整理，话机联动时也一样。',
    'wrap-up-compulsory-not-followed':
      '按您的话机模式，话后必须整理，但网关让您直接进入了空闲。请告知技术支持。',
    'wrap-up-compulsory-not-followed-linked':
      '按您的话机模式，话后必须整理，话机联动时也一样，但网关让您直接进入了空闲。请告知技术支持。',
    'not-known': '话后会进入什么状态尚不清楚：请设置一次，或等下一通电话结束。',
  } satisfies Record<AfterCallRule, string>,
}

export const linkage = {
  name: '话机联动',
  on: '话机与工作台联动',
  off: '话机独立使用',
  check: {
    name: '检查话机',
    facts: { answer: '网关', phone: '话机', mode: '话机模式' },
    noAnswer: '尚未告知是否已联动话机',
    linked: '已联动话机',
    failed: '未能联动话机（代码 {code}）',
    notHeard: '尚未收到话机消息',
    statuses: {
      'off-hook': '已摘机',
      'on-hook': '已挂机',
      talking: '通话中',
      online: '在线',
      offline: '离线',
      ringing: '振铃中',
    } satisfies Record<PhoneStatus, string>,
    alwaysOffHook: '长通：来电时不振铃',
    perCall: '每次来电振铃',
    advice: {
      off: '联动已关闭：请手动摘机和挂机，或开启联动。',
      failed: '请确认话机为 eSpace 7910，已开机并已注册到呼叫中心，且您以该号码签入，然后重新询问。',
      offline: '话机已断开连接。请检查网线和屏幕，待其注册后重新询问。',
      silent: '尚未核实。请重新询问；若没有答复，请确认话机已开机并已注册。',
      offHook: '话机已联动。因为是长通模式，没有振铃可供在此摘机或拒接；话机的保持键和转移键会同步显示。',
      well: '一切正常：话机振铃时，可在此摘机或拒接。',
    },
    ask: '重新询问网关',
    askMeans: '网关会再次联动话机并告知是否成功，其他不变。',
  },
}

/** The truth line: what was asked, what the gateway accepted, what was seen. "Seen" is 核实: a proof, not a look. */
export const truth = {
  verdicts: {
    unknown: '未知',
    wished: '等待发送',
    pending: '正在请求网关…',
    failed: '被拒绝',
    uncertain: '结果未知',
    accepted: '{time} 已接受，尚未核实',
    confirmed: '{time} 已确认',
    doubted: '{time} 最后核实，之后不确定',
    contradicted: '不一致：接受后，{time} 核实为其他结果',
  } satisfies Record<TruthVerdict, string>,
  failedWith: '{time} 失败：{what}',
  refusedWith: '{time} 被拒绝：{what}',
  uncertainWith: '{time} 起结果未知：{what}',
  contradictedWith: '{accepted} 接受“{asked}”，{time} 核实为“{seen}”',
  wishedWith: '{time} 已请求，尚未发送',
  kept: '已保留：网关应答后发送',
  asked: '请求：{value}',
  /** What a switch stands on while its wish waits, beside what holds. */
  keptSwitch: '已请求{asked}；最后已知为{before}。',
  keptSwitchUnknown: '已请求{asked}；当前是开是关未知。',
  tryAgain: '重试',
  /** Asks for the value that a failed wish was to change. */
  leaveIt: '保持{value}',
  cancelWish: '保持{value}',
  takeBack: '撤回',
  details: '{name}详情',
  said: '{name}：{text}',
  faces: { wished: '请求', accepted: '接受', seen: '核实' },
  noFace: { wished: '暂无', accepted: '尚未接受', seen: '尚未核实' },
  answeredBy: '网关答复',
  /** What to do when the gateway said yes and something else was seen. */
  contradictions: {
    'after-call': '请再切换一次；若再次出现，请告知技术支持。',
    linkage: '请确认话机已开机并已注册，然后重新切换话机联动。',
    skills: '请重新应用，或询问班长是否已将您移出该队列。',
    'agent-state': '请再次请求该状态；若再次出现，请询问班长。',
  } satisfies Record<WishName, string>,
  seenBy: {
    event: '依据网关事件',
    'status-query': '依据向网关查询的状态',
    roster: '依据在线座席列表',
    'waiting-list': '依据排队列表',
    'call-end': '依据上次通话后的状态',
  } satisfies Record<SeenSource, string>,
  askedIn: {
    window: '在此窗口请求',
    tray: '在托盘中请求',
    palette: '在命令面板中请求',
    shortcut: '通过快捷键请求',
    'command-line': '在命令行中请求',
    'deep-link': '通过链接请求',
    restored: '沿用上次会话',
  } satisfies Record<WishOrigin, string>,
}

export const skills = {
  name: '技能签入',
  modes: { all: '全部技能', chosen: '指定技能', none: '不签技能' } satisfies Record<
    SkillChoice['mode'],
    string
  >,
  apply: '应用技能签入',
  count: '无队列 | 1 个队列 | {count} 个队列',
  effective: '您未服务任何队列 | 您正在服务 1 个队列 | 您正在服务 {count} 个队列',
  effectiveUnknown: '尚不清楚您在服务哪些队列',
  seenSome: '{time} 核实：{all} 个队列中您正在服务 {seen} 个',
  missing: '已请求但未服务：{queues}。',
  extra: '未请求但在服务：{queues}。',
  /** "All" meant fewer queues when it was asked for. No contradiction of the gateway, and no alarm. */
  laterConfigured:
    '尚未服务：{queues}。可能是在您技能签入之后才配置的；请重新应用以服务。若仍未服务，请询问班长。',
  /** The same for queues that were served before: these were taken away. */
  takenAway: '不再服务：{queues}。请重新应用，或询问班长。',
  effectiveAll: '全部技能；具体是哪些队列尚不清楚',
  configured: '未配置 | 已配置 1 个 | 已配置 {count} 个',
  filter: '筛选技能',
  clearFilter: '清除筛选',
  /** What Apply, or a saved set, would change. */
  difference: { added: '+ {queues}', removed: '− {queues}', none: '没有变化' },
  sets: {
    name: '已存组合',
    /** A set in the menu, with what it would change. */
    entry: '{name}：{change}',
    closed: '现在不能使用',
    first: '保存当前选择…',
    edit: '保存或修改组合…',
    explanation: '组合是以您起的名称保存的一些队列；点击两次即可签入。',
    saveAs: '将当前选择保存为',
    example: '早班',
    present: '当前选择：{queues}',
    presentNone: '没有队列',
    save: '保存',
    full: '已有 {count} 个组合，不能再保存：请先删除一个。',
    rename: '重命名“{name}”',
    newName: '“{name}”的新名称',
    keepName: '使用此名称',
    remove: '删除“{name}”',
    deleted: '“{name}”已删除。',
    undo: '撤销',
    problems: {
      required: '请为组合起名。',
      taken: '已有同名组合。',
      'too-long': '名称最多 60 个字符。',
    },
  },
  noMatch: '没有与“{text}”匹配的技能。',
  chooseOne: '请至少选择一个技能，或选择“不签技能”。',
  tooLong: '技能过多：列表有 {length} 个字符，网关最多接受 {max} 个。请减少选择，或选择“全部技能”。',
  noneWarning: '不签技能时，不会有队列来电。',
  empty: '没有为您配置技能队列。',
  emptyNext: '请让班长将您加入队列，然后刷新。',
  loadFailed: '无法读取您的技能',
  serving: '服务中',
  notServing: '未服务',
  changed: '尚未应用',
  discard: '放弃更改',
  pick: '选中所列',
  unpick: '取消所列',
}
