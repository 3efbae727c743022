import type { RosterColumn } from '../../preferences/preference-schemas.ts'

export const roster = {
  name: '在线座席',
  filter: '筛选座席',
  filterHint: '工号或姓名',
  queue: '队列',
  allQueues: '全部队列',
  queueOption: '{name}（{count}）',
  /** Headings of the table and of the file it is saved as. */
  columns: {
    agent: '工号',
    name: '姓名',
    state: '状态',
    'state-time': '状态时长',
    'signed-in': '签入时间',
    queues: '队列',
  } satisfies Record<RosterColumn, string>,
  sort: '按{column}排序',
  total: '无座席在线 | 1 名座席在线 | {count} 名座席在线',
  shown: '{shown} / {count} 名座席',
  unnamed: '–',
  you: '本人',
  empty: '各队列均无座席在线。',
  emptyNext: '未签入任何队列的座席不在此列表中。',
  noMatch: '没有匹配的座席。',
  noMatchNext: '请更改筛选条件或队列。',
  clear: '清除筛选',
  loading: '正在读取在线座席…',
  loadFailed: '无法读取在线座席',
}
