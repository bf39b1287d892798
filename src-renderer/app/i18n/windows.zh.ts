import type { windowsEn } from './windows.en.ts'

export const windowsZh: Record<keyof typeof windowsEn, string> = {
  'window.own': '单独开一个窗口',
  'window.desk': '回到工作台',
  'help.window.own': '单独开窗口，再按回到工作台',
}
