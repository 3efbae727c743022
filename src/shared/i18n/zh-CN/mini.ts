import type { mini as miniEn } from '../en/mini.ts'

export const mini: typeof miniEn = {
  name: '迷你条',
  open: '打开完整窗口',
  openWithNotes: '打开完整窗口：{count} 条通知 | 打开完整窗口：{count} 条通知',
  waiting: '无呼叫排队 | {count} 个呼叫排队 | {count} 个呼叫排队',
  waitingUnknown: '排队呼叫数未知',
  signIn: '签入',
  look: '查看详情',
  phases: {
    'signed-out': '已签出',
    'signing-in': '正在签入…',
    'signing-out': '正在签出…',
    doubtful: '网关无应答',
    recovering: '正在同步…',
    'taken-over': '会话被外部结束',
    ended: '会话已结束',
  },
  failed: '操作未成功。请打开完整窗口查看原因。',
}
