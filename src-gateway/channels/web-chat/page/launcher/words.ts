export type LauncherLanguage = 'zh' | 'en'

/** Chinese, or else English. */
export const languageOf = (tag: string): LauncherLanguage => (tag.toLowerCase().startsWith('zh') ? 'zh' : 'en')

export function launcherLabel(language: LauncherLanguage, unread: number): string {
  if (language === 'zh') return unread === 0 ? '打开在线客服' : `打开在线客服，${unread} 条新消息`
  return unread === 0 ? 'Open the chat' : `Open the chat, ${unread} new ${unread === 1 ? 'message' : 'messages'}`
}

export const closeLabel = (language: LauncherLanguage): string => (language === 'zh' ? '收起在线客服' : 'Close the chat')
