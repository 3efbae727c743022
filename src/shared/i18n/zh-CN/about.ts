import type { about as english } from '../en/about.ts'

export const about: typeof english = {
  version: 'Deskside {version}',
  host: '运行环境',
  hosts: {
    electron: 'Electron',
    chromium: '试用环境（Node 加 Chromium 窗口）：用于开发、测试和试用，不用于生产',
  },
  electron: 'Electron',
  chromium: 'Chromium',
  node: 'Node',
  system: '系统',
  notKnown: '未知',
  copy: '复制给技术支持',
  copied: '已复制版本、系统和统计数字，不含任何人的姓名或号码。',
  openFolder: '打开文件夹',
  failed: '操作未成功',
  loadFailed: '无法读取版本信息',
  licenceSearch: '搜索许可证',
  clearSearch: '清除搜索内容',
  licenceCount: '没有软件包 | 1 个软件包 | {count} 个软件包',
  noLicence: '没有相符的软件包。',
  licencesLoading: '正在读取许可证…',
  noText: '该软件包未附带许可证文本。',
  hostLicences: 'Electron 和 Chromium 自带许可证，位于程序所在的文件夹。',
}
