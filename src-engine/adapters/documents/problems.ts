import { AppError } from '../../../src-shared/errors.ts'

const refusal = (code: string, zh: string, en: string) => (cause?: unknown): AppError => new AppError({ code, retryable: false, say: { zh, en } }, { cause })

/** Why a file is not taken, in words that say what to do. */
export const documentUnreadable = refusal('document-unreadable', '读不出来，可能已损坏或加了密码。', 'It cannot be read: damaged, or locked with a password.')
export const documentKind = refusal('document-kind', '不支持这种文件。可以用 Markdown、TXT、HTML、PDF、DOCX、XLSX、CSV。', 'Files of this kind cannot be read. Use Markdown, TXT, HTML, PDF, DOCX, XLSX or CSV.')
export const documentScanned = refusal('document-scanned', '里面只有图片，没有文字（扫描件）。请先做文字识别。', 'It holds pictures of pages and no text (a scan). Please run text recognition on it first.')
export const documentTooLarge = refusal('import-too-large', '文件太大，请分成几个。', 'It is too large; please split it.')
