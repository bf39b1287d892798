import type { autopilotEn } from './autopilot.en.ts'

/** 自动处理页面的文字，中文。 */
export const autopilotZh: { readonly [Key in keyof typeof autopilotEn]: string } = {
  'autopilot': '自动处理',
  'autopilot.tabs': '页面',
  'autopilot.tab.doings': '做了什么',
  'doings.none': '还没有自动处理过会话。它自己回的每一条都会列在这里，附上放行的规则。',
  'doings.failed': '没能读出来，数据都在，请再试一次。',
  'doings.open': '打开和{{name}}的会话',
  'doings.gone': '原话已经不在本机了。',
  'doing.undo': '马上发出',
  'doing.sending': '正在发送',
  'doing.done': '已发出',
  'doing.undone': '被人拦下',
  'doing.handed-over': '转给了人',
  'doing.rules': '依据：{{rules}}',
}
