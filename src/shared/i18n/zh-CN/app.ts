/** Words that belong to the window as a whole. */
export const app = {
  name: 'Deskside',
  loading: '正在打开工作台…',
  loadFailed: '无法读取工作台',
  version: 'Deskside {version}',
  chromiumHost: '试用环境（Chromium）',
  quit: '退出',
  quitTitle: '退出 Deskside？',
  quitText: '您已签入。退出前会先签出，之后不再有来电。',
  quitConfirm: '签出并退出',
  quitInCallText: '您正在通话。退出会结束通话并签出。',
  quitInCallConfirm: '结束通话并退出',
  views: {
    label: '视图',
    desk: '工作台',
    waiting: '队列',
    roster: '团队',
    supervisor: '班长',
    activity: '日志',
  },
}

export const common = {
  cancel: '取消',
  close: '关闭',
  retry: '重试',
  refresh: '刷新',
  loading: '加载中…',
  neverRead: '尚未读取',
  readAge: '截至 {time}，{age}',
  support: '报障时请提供：{codes}',
  readGatewayWords: '请查看下方的平台说明；可重试，或将代码提供给技术支持。',
  gatewaySays: '网关提示：“{text}”',
  on: '开启',
  off: '关闭',
  notKnown: '未知',
}

/** Titles of the operating system's window list: the state comes first, so that it survives a narrow task bar. */
export const title = {
  waiting: '({count}) {state} · Deskside',
  plain: '{state} · Deskside',
  signedOut: '已签出 · Deskside',
  signingIn: '正在签入… · Deskside',
  signingOut: '正在签出… · Deskside',
  doubtful: '网关无应答 · Deskside',
  recovering: '正在同步… · Deskside',
  ended: '会话已结束 · Deskside',
  heldElsewhere: '已在别处签入 · Deskside',
}
