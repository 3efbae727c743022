import type { Notice, NoticeContent } from '../../domain/notice.ts'
import type { SessionEndCause } from '../../domain/session.ts'
import type { WishName } from '../../domain/wishes.ts'

/** What happened, as far as it is known. What to do stands beside it: a button, or the words of the notice. */
export const sessionEnds = {
  'signed-out-by-user': '您已签出。',
  'signed-out-at-quit': 'Deskside 关闭时已将您签出。',
  'shut-down': '平台终止了您的会话：有人在别处用您的工号签入，或班长将您签出。网关没有说明是哪一种。',
  'held-elsewhere': '有人在别处用您的工号签入。',
  'silent-too-long':
    '网关超过两分钟没有收到 Deskside 的消息，此时会将座席签出。期间是否有他人签入，重新签入时便知。',
  'not-signed-in': '网关称您已不在签入状态，但没有说明原因。',
  'guid-refused': '网关不再认识此会话，通常是因为在别处签入。',
  'switch-over-failed': '网关切换到备用系统，丢失了您的会话。',
} satisfies Record<SessionEndCause, string>

type TransferNoticeOutcome = Extract<NoticeContent, { readonly kind: 'transfer' }>['outcome']

export const notices = {
  region: '通知',
  dismiss: '关闭通知',
  showAll: '再显示 {count} 条',
  showFewer: '收起',
  /** In a short window, where a notice is cut off after a line. */
  showWhole: '显示全文',
  severities: {
    info: '信息',
    success: '完成',
    warning: '警告',
    error: '问题',
  } satisfies Record<Notice['severity'], string>,
  texts: {
    'settings-damaged': '设置文件已损坏。Deskside 以默认设置启动，旧文件保留为 {keptAs}。',
    'settings-not-saved': '无法保存您的设置，Deskside 关闭后将丢失。请检查磁盘空间和访问权限。',
    'session-ended': '会话已结束。{cause}需要继续时，请重新签入。',
    'wish-failed': '{wish}：{what}{next}',
    'linkage-failed': '话机联动失败（结果 {result}）。请确认话机已开机并已注册，然后重新开启话机联动。',
    'skills-differ': '您签入的队列与请求的不同。请查看“技能签入”。',
    'rest-over': '休息时间已到。准备好接听时，请选择“空闲”。',
    'password-expires':
      '您的密码今天过期。请更改密码。 | 您的密码 1 天后过期。请更改密码。 | 您的密码 {days} 天后过期。请更改密码。',
    'second-start': 'Deskside 已在运行，这就是它的窗口。',
    'password-change-forced': '更改密码之前不会有来电。请按呼叫中心的要求更改密码，然后重新签入。',
    transfer: '来电 {caller}：{outcome}',
    'no-call-to-transfer': '没有可转移到该队列的排队呼叫。',
    'sign-out-unconfirmed': '网关没有确认签出。您在网关上最多可能还会保持签入两分钟。',
    'wish-dropped':
      '{wish}：网关无应答期间保留了您的请求，之后已无法提出，因此没有发送。如仍需要，请重新请求。',
    'call-missed': '漏接来电：{caller}。',
    'state-forced': '班长已将您的状态改为“{state}”。',
    'link-not-understood': '打开了一个 Deskside 无法识别的链接，未执行任何操作。',
    'journal-not-kept':
      '活动日志无法写入磁盘，目前仅保存在内存中，Deskside 关闭后将丢失。请检查磁盘空间和访问权限。',
  } satisfies Record<Exclude<NoticeContent['kind'], 'command' | 'queue-threshold'>, string>,
  /** By the level that a queue has come to. */
  queueLevels: {
    amber: '“{queue}”需要关注：{waiting} 个呼叫排队，最久已等待 {seconds} 秒。',
    red: '“{queue}”需要支援：{waiting} 个呼叫排队，最久已等待 {seconds} 秒。',
  },
  /** On the desktop, where others may read it. */
  queueUnnamed: '您的一个队列排队过长。请打开 Deskside 查看。',
  /** A kept wish for a state, which cannot be asked for from every state. */
  stateDropped: '网关无应答期间您请求了“{asked}”。您现在处于“{present}”，无法提出该请求，因此没有发送。',
  unknownCaller: '未知号码',
  withheldCaller: '隐藏号码',
  /** On the desktop, where others may read it. */
  callMissedUnnamed: '您漏接了一通来电。打开 Deskside 可查看号码。',
  wishes: {
    'after-call': '话后自动空闲',
    linkage: '话机联动',
    skills: '技能签入',
    'agent-state': '座席状态',
  } satisfies Record<WishName, string>,
  transfers: {
    moved: '现已在“{to}”中排队。',
    taken: '网关接受了转移到“{to}”的请求，两个队列中都已没有该呼叫：已被接听或挂断。',
    gone: '已离开“{from}”；没有迹象表明它转移到了“{to}”。',
    refused: '没有转移到“{to}”；据目前所见仍在“{from}”中排队。',
    unknown: '是否已转移到“{to}”尚不清楚。请先查看排队列表，再决定是否重试。',
  } satisfies Record<TransferNoticeOutcome, string>,
  /** Stands for the caller when his number is not known. */
  callWithId: '未知号码（{callId}）',
}
