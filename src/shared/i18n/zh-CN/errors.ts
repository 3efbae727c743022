import type { ErrorCode, FieldName, FieldProblem, RefusalReason } from '../../app-error.ts'
import type { Unavailable } from '../../domain/desk-snapshot.ts'
import type { ErrorText } from '../en/errors.ts'

/** Texts by error code; `refused` is only used when the gateway gave no reason we know a better text for. */
export const errors = {
  'invalid-input': {
    what: '表单中有内容不正确。',
    next: '请更正标出的字段，然后重试。',
  },
  'forbidden-sender': {
    what: '此窗口无权执行该操作。',
    next: '请关闭并重新启动 Deskside；若再次出现，请告知技术支持。',
  },
  'not-connected': { what: '您尚未签入。', next: '请先签入。' },
  'timed-out': {
    what: '网关未及时应答。',
    next: '请重试。若一直很慢，请告知技术支持。',
  },
  unreachable: {
    what: '无法连接网关。',
    next: '请检查地址以及网络或 VPN，然后重试。',
  },
  'untrusted-certificate': {
    what: '此电脑不信任网关的证书。',
    next: '请在“高级”中选择贵公司的 CA 证书文件，或向 IT 部门索取。',
  },
  'insecure-address': {
    what: '该地址未加密。',
    next: '请使用以 https 开头的地址。',
  },
  'malformed-answer': {
    what: '收到的应答无法识别。',
    next: '请确认该地址是网关的地址，而不是代理或门户页面。',
  },
  'outcome-unknown': {
    what: '没有收到应答，操作可能已执行，也可能没有。',
    next: '请先看清当前显示的情况，再决定是否重新请求。',
  },
  refused: { what: '网关拒绝了请求。', next: '请重试，或将代码提供给技术支持。' },
  'session-ended': { what: '您的会话已结束。', next: '请重新签入。' },
  superseded: { what: '此请求已被更新的请求取代。', next: '无需处理。' },
  'storage-failed': {
    what: '此电脑上的文件无法读取或写入。',
    next: '请检查磁盘可用空间和访问权限，然后重试。',
  },
  internal: {
    what: 'Deskside 内部出错。',
    next: '请重试。若再次出现，请将参考号提供给技术支持。',
  },
} satisfies Record<ErrorCode, ErrorText>

export const refusals = {
  'already-signed-in': {
    what: '此座席已在别处签入。',
    next: '可强制签入以结束另一会话，或到那里签出。',
  },
  'signed-in-and-protected': {
    what: '此座席已在别处签入，且该会话不允许强制签入。',
    next: '请到那里签出，或询问班长。',
  },
  'wrong-credentials': {
    what: '工号或密码错误。',
    next: '请重新输入密码。尝试次数过多会锁定账号。',
  },
  'wrong-sign-in-data': {
    what: '网关不接受所填的内容。',
    next: '请检查坐席工号和话机号码，并确认话机模式与平时相同。',
  },
  'password-expired': { what: '密码已过期。', next: '请先更改密码，再签入。' },
  'account-locked': {
    what: '尝试次数过多，账号已锁定。',
    next: '请稍候，或请管理员解锁。',
  },
  'phone-not-usable': {
    what: '该电话号码无法使用。',
    next: '请检查号码是否正确、话机是否已注册、是否有他人占用。',
  },
  'agent-type-not-allowed': {
    what: '此类型的座席不能在这里签入。',
    next: '请管理员检查座席类型。',
  },
  'sign-in-in-progress': {
    what: '此座席正在签入。',
    next: '请稍等几秒，然后重试。',
  },
  'bad-request': { what: '网关无法理解该请求。', next: '请将代码提供给技术支持。' },
  'switch-over': {
    what: '网关正在切换到备用系统。',
    next: '请稍等片刻，然后重试。',
  },
  'platform-refused': {
    what: '呼叫平台拒绝了请求。',
    next: '请重试，或将代码提供给技术支持。',
  },
  'platform-unavailable': {
    what: '呼叫平台不可用。',
    next: '请等一分钟后重试。若持续如此，请告知技术支持。',
  },
  'not-in-this-state': {
    what: '当前状态下无法执行该操作。',
    next: '请先更改状态，然后重试。',
  },
  'in-a-call': { what: '您正在通话。', next: '请先结束通话。' },
  'no-longer-fits': {
    what: '该操作与网关当前掌握的情况不符。',
    next: '请查看当前显示的内容，然后重试。',
  },
  'call-gone': {
    what: '该呼叫已不存在。',
    next: '它已被其他座席接听、挂断或转移。无需处理。',
  },
  'nothing-found': { what: '没有找到任何内容。', next: '请刷新，并检查所请求的内容。' },
  'no-right': { what: '您无权执行该操作。', next: '请向管理员申请权限。' },
  'wrong-app-key': {
    what: 'App Key 或 App Secret 错误。',
    next: '请与管理员核对后重新连接。',
  },
  'just-changed': {
    what: '您的状态或通话刚刚发生变化，因此未执行。',
    next: '请查看当前显示的内容，然后再按一次。',
  },
  'not-now': { what: '当前无法执行。', next: '原因请查看窗口。' },
  'unknown-code': {
    what: '网关拒绝了请求，返回的代码 Deskside 不认识。',
    next: '请将代码提供给技术支持。',
  },
} satisfies Record<RefusalReason, ErrorText>

/** Text beside a field. `{min}` and `{max}` are the range of agent IDs. */
export const fieldProblems = {
  required: '请填写此项。',
  'not-a-number': '只能输入数字。',
  'out-of-range': '请输入 {min} 到 {max} 之间的数字。',
  'too-long': '内容过长。',
  'not-an-address': '这不是有效的地址。例如：https://gateway.example.com:8043',
  'insecure-address': '请使用 https。仅连接本机时允许 http。',
  'not-readable': '无法读取该文件。',
  'not-a-certificate': '文件中没有 PEM 证书。',
  'does-not-match': '内容不一致。',
  malformed: '格式不可用。',
} satisfies Record<FieldProblem, string>

/** Text beside a field that can say more than the rule does. */
export const phoneMalformed = '只能使用数字、*、# 和 +，不含空格。例如：8101'

export const fieldNames = {
  gatewayAddress: '网关地址',
  managementAddress: '管理服务地址',
  caFile: 'CA 证书文件',
  agentId: '工号',
  password: '密码',
  phone: '电话号码',
  skillIds: '技能队列',
  confirmation: '输入队列名称以确认',
  accounts: '账号',
  appKey: 'App Key',
  appSecret: 'App Secret',
  input: '输入内容',
} satisfies Record<FieldName, string>

/** Why a control cannot be used now. */
export const unavailable = {
  'not-signed-in': '请先签入。',
  'session-changing': '请等待签入或签出完成。',
  'gateway-silent': '网关无应答，恢复后即可使用。',
  'in-a-call': '通话期间无法使用。',
  'phone-mode-forbids': '您的话机模式要求话后必须整理。',
  'no-skills-configured': '没有为您配置技能队列。请询问班长。',
  'no-waiting-calls': '没有排队呼叫。',
  'no-target-queue': '没有其他同类队列可供转移。',
} satisfies Record<Unavailable, string>
