import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { FileSaved } from '../src-shared/contract/port-name.ts'
import { isRiskyName, isRiskyStart, safeFileName } from '../src-shared/domain/file-names.ts'
import type { DeskLanguage } from '../src-shared/domain/text.ts'
import type { FileAnswer } from './engine-process.ts'
import type { Log } from './log.ts'

const WORDS = {
  zh: { ask: (name: string) => `“${name}” 打开后可能会运行程序，仍要保存吗？`, warn: '它来自聊天内容。如果不是您要的文件，请不要保存；保存后 Deskmate 也不会打开它。', cancel: '不保存', save: '仍然保存' },
  en: { ask: (name: string) => `“${name}” may run a program when it is opened. Save it anyway?`, warn: 'It comes from a chat. If you did not ask for it, do not save it. Deskmate itself never opens it.', cancel: 'Do not save', save: 'Save anyway' },
} as const

/** Asks where a file of a chat is to lie and writes it there, so that it cannot be run by itself; one that could is asked about first. */
export async function saveFile(over: BrowserWindow, file: FileAnswer | null, language: DeskLanguage, log: Log): Promise<FileSaved> {
  if (file === null) return 'unreachable'
  if (file.state !== 'ready' || file.bytes === null) return file.state === 'unreachable' ? 'unreachable' : 'gone'
  const name = safeFileName(file.name)
  if ((isRiskyName(name) || isRiskyStart(file.bytes)) && !await agrees(over, name, language)) return 'cancelled'
  const { canceled, filePath } = await dialog.showSaveDialog(over, { defaultPath: join(app.getPath('downloads'), name) })
  if (canceled || !filePath) return 'cancelled'
  try {
    await writeFile(filePath, file.bytes, { mode: 0o600 })
    return 'saved'
  } catch (thrown) {
    log.write('shell', `a file was not written: ${thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'}`)
    return 'failed'
  }
}

async function agrees(over: BrowserWindow, name: string, language: DeskLanguage): Promise<boolean> {
  const words = WORDS[language]
  const { response } = await dialog.showMessageBox(over, { type: 'warning', message: words.ask(name), detail: words.warn, buttons: [words.cancel, words.save], defaultId: 0, cancelId: 0, noLink: true })
  return response === 1
}
