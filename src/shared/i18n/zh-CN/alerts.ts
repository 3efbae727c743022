import type { alerts as alertsEn, login as loginEn } from '../en/alerts.ts'

export const alerts: typeof alertsEn = {
  kinds: {
    'call-arriving': { name: '来电到达', about: '即使您正在使用本窗口，也会播放提示音。' },
    'call-missed': { name: '未接来电', about: '来电已分配给您，但因未应答被收回。' },
    'state-forced': { name: '状态被班长更改', about: '他人更改了您的状态。' },
    'waiting-long': { name: '排队过久', about: '您的某个队列已达到红色阈值。' },
    'session-trouble': { name: '会话与签入', about: '会话结束、网关无应答，或实际状态与您的请求不一致。' },
    'transfer-result': { name: '转移结果', about: '您转移的排队呼叫的最终结果。' },
    'rest-over': { name: '休息结束', about: '即使您正在使用本窗口，也会播放提示音。' },
  },
  note: '通知',
  sound: '提示音',
  noteFor: '通知：{kind}',
  soundFor: '提示音：{kind}',
  testNoteFor: '试看通知：{kind}',
  testSoundFor: '试听提示音：{kind}',
  lead: '当您使用其他程序时，系统会显示通知；提示音由 Deskside 播放。两者都不会透露主叫号码。',
  silent: '音量为 0 时不播放提示音。',
  quietAbout: '在此时段内不播放提示音，也不显示通知，来电也不例外。窗口内照常显示所有内容。',
  from: '开始',
  to: '结束',
  quietUntil: '当前免打扰，至 {time}。',
  quietAllDay: '起止时间相同：全天免打扰。',
  quietNot: '当前不在免打扰时段。',
  noteShown: '通知已交给系统。如果没有看到，请检查系统的通知设置。',
  noNotes: '本系统不支持显示通知。',
  soundPlayed: '提示音已播放。如果没有听到，请检查系统音量和所选的扬声器。',
  soundMuted: '音量为 0。',
  soundFailed: '无法播放提示音。请检查电脑是否连接了扬声器或耳机。',
  notes: {
    call: { title: '来电到达', body: '打开 Deskside 查看来电者。' },
    silent: { title: '网关无应答', body: 'Deskside 显示的内容可能已过时，程序会自动重试。' },
    transfer: {
      title: '转移结果',
      outcomes: {
        moved: '您转移的呼叫已在目标队列中排队。',
        taken: '您转移的呼叫已不在排队：已被接听或挂断。',
        gone: '您想转移的呼叫已不在排队。',
        refused: '呼叫未转移，仍在原队列中排队。',
        unknown: '尚不清楚呼叫是否已转移。请打开 Deskside 查看。',
      },
    },
    more: '自上次通知以来又有 {count} 条。打开 Deskside 查看。',
    test: '这就是此类通知的样子，并没有发生任何事情。',
  },
}

export const login: typeof loginEn = {
  notInstalled: '不提供：当前 Deskside 由源代码运行，未安装。',
  notOnThisSystem: '本系统不提供：请使用系统自带的自启动功能。',
  on: '系统显示：已开启。',
  off: '系统显示：已关闭。',
  failed: '系统不允许更改此项。请检查系统的自启动设置。',
}
