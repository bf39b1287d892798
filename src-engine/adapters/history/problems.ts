import { AppError } from '../../../src-shared/errors.ts'

const refusal = (code: string, zh: string, en: string) => (cause?: unknown): AppError => new AppError({ code, retryable: false, say: { zh, en } }, { cause })

/** Why an export is not taken, in words that say what to do. */
export const historyUnreadable = refusal('history-unreadable', '这个文件读不出来，什么都没有导入。请重新导出成 CSV、XLSX、HTML、TXT 或 JSON。', 'That file cannot be read; nothing was imported. Export it again as CSV, XLSX, HTML, TXT or JSON.')
export const historyTooLarge = refusal('history-too-large', '这个文件太大，什么都没有导入。请按月份分开导出，或改用 CSV：CSV 不限大小。', 'That file is too large; nothing was imported. Export it month by month, or as CSV, which may be any size.')
export const historyNoTalk = refusal('history-no-talk', '没有在文件里找到聊天记录，什么都没有导入。', 'There is no conversation in that file; nothing was imported.')
export const historyNoMapping = refusal('history-no-mapping', '看不出哪一列是聊天内容、哪一列是谁说的。请指定后再导入。', 'Which column holds the words and which says who wrote cannot be told. Say it, then import again.')
