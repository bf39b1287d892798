import { dialog, shell, type BrowserWindow } from 'electron'
import type { DeskLanguage } from '../src-shared/domain/text.ts'
import { describeLink, externalLink } from './link-rules.ts'

const WORDS = {
  zh: { ask: (where: string) => `要离开 Deskmate 打开 ${where} 吗?`, warn: '这个链接来自聊天内容,请确认它可信。', open: '打开', cancel: '取消' },
  en: { ask: (where: string) => `Leave Deskmate and open ${where}?`, warn: 'This link comes from a chat. Open it only if you trust it.', open: 'Open', cancel: 'Cancel' },
} as const

/** Opens a link in the system's browser or mail program, after the person has seen where it leads and agreed. */
export class Links {
  private asking = false

  async open(window: BrowserWindow, raw: unknown, language: DeskLanguage): Promise<void> {
    const link = externalLink(raw)
    if (!link || this.asking) return
    this.asking = true
    try {
      const words = WORDS[language]
      const { where, full } = describeLink(link)
      const { response } = await dialog.showMessageBox(window, {
        type: 'question', message: words.ask(where), detail: `${full}\n\n${words.warn}`,
        buttons: [words.cancel, words.open], defaultId: 0, cancelId: 0, noLink: true,
      })
      if (response === 1) await shell.openExternal(link.href)
    } catch {
      // No program is set for such links: the system has said so itself.
    } finally {
      this.asking = false
    }
  }
}
