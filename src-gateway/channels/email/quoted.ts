import { QUOTE_MARK } from './html-text.ts'

/** A longer line is nobody's attribution. */
const LONG = 400

const SEPARATOR = /^[-_=\s]{2,}\s*(?:原始邮件|原邮件|原始郵件|回复的原邮件|Original Message|Original|Reply Message|Ursprüngliche Nachricht|Message d'origine)\s*[-_=\s]{2,}$/i
const FORWARD = /^[-_=\s]{2,}\s*(?:转发邮件信息|转发的邮件|转发的消息|已转发的郵件|Forwarded message|Forwarded by .{0,80}|Begin forwarded message)\s*:?\s*[-_=\s]{2,}$|^Begin forwarded message:$/i
const HEADER_FROM = /^[*\s]*(?:发件人|寄件者|寄件人|From|Von|De)[*\s]*[:：]/i
const HEADER_OTHER = /^[*\s]*(?:发送时间|发送日期|日期|时间|寄件日期|收件人|收件者|抄送|主题|主旨|Sent|Date|To|Cc|Subject|Gesendet|Betreff|Datum|An|Envoyé|Objet|À)[*\s]*[:：]/i
const WROTE = /(?:写道|寫道|wrote|schrieb(?: .{1,120})?|a écrit|escribió|のメール)\s*[:：]$/
/** An attribution that goes on in the next line begins so. */
const BEGINS = /^(?:On|At|Am|Le|El|在|于) ?/
const DEVICE = /^(?:发自我的|從我的|从我的|Sent from (?:my|Mail for|Outlook)|Get Outlook for|获取 ?Outlook for|下载 ?Outlook|来自我的).{0,60}$/i
const SIGNATURE = /^-- ?$/
const RULE = /^[-_=—\s]{5,}$/

/**
 * What a customer wrote now: the mail without the older one below it and without a signature. Answers written between
 * the quoted lines keep them; a forwarded mail is the message and stays. Where nothing would be left, all is.
 */
export function cutQuoted(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const shown = trimEnd(cutSignature(cutOlder(lines))).join('\n').trim()
  return shown === '' ? text.trim() : shown
}

function cutOlder(lines: readonly string[]): string[] {
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim()
    if (line === '' || line.length > LONG) continue
    if (FORWARD.test(line)) return [...lines]
    if (line === QUOTE_MARK || SEPARATOR.test(line) || isHeaderBlock(lines, i)) return [...lines.slice(0, i)]
    const length = attributionLength(lines, i)
    if (length > 0) return withoutQuote(lines, i, i + length)
    if (line.startsWith('>')) return withoutQuote(lines, i, i)
  }
  return [...lines]
}

/** "From: … Sent: … To: … Subject: …", as Outlook and Foxmail put it above the older mail. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!HEADER_FROM.test(lines[at] ?? '')) return false
  return lines.slice(at + 1, at + 7).filter((line) => line.length <= LONG && HEADER_OTHER.test(line)).length >= 2
}

/** How many lines "On …, … wrote:" takes from here: 0 for none, at most 3, because mail programs wrap it. */
function attributionLength(lines: readonly string[], at: number): number {
  let joined = ''
  for (let length = 1; length <= 3 && at + length <= lines.length; length++) {
    const line = (lines[at + length - 1] ?? '').trim()
    if (line === '' || line.startsWith('>')) return 0
    // What stands before an attribution that fits on its line is the customer's.
    if (length > 1 && (!BEGINS.test(joined) || (BEGINS.test(line) && isAttribution(line)))) return 0
    joined = joined === '' ? line : `${joined} ${line}`
    if (joined.length > LONG) return 0
    if (isAttribution(joined)) return length
  }
  return 0
}

const isAttribution = (text: string) => WROTE.test(text) && /@|\b\d{4}(?:\D|$)|\d{1,2}[:：]\d{2}/.test(text)

/**
 * `begin`: first line that goes; `quote`: where the quoted lines begin. Answers below one quoted block stay without it,
 * answers between several stay with them; after an attribution without `>` all is older.
 */
function withoutQuote(lines: readonly string[], begin: number, quote: number): string[] {
  const isQuoted = (line: string) => line.trimStart().startsWith('>')
  const first = lines.findIndex((line, index) => index >= quote && line.trim() !== '')
  if (first < 0 || !isQuoted(lines[first] ?? '')) return [...lines.slice(0, begin)]
  const rest = lines.slice(first)
  const written = rest.filter((line) => line.trim() !== '')
  const runs = written.filter((line, index) => isQuoted(line) && !isQuoted(written[index - 1] ?? '')).length
  const last = rest.findLastIndex((line) => line.trim() !== '' && !isQuoted(line))
  if (last < 0) return [...lines.slice(0, begin)]
  if (runs === 1) return [...lines.slice(0, begin), ...rest.filter((line) => !isQuoted(line))]
  return [...lines.slice(0, begin), ...rest.slice(0, last + 1)]
}

function cutSignature(lines: readonly string[]): string[] {
  const signature = lines.findIndex((line) => SIGNATURE.test(line))
  const kept = trimEnd(signature < 0 ? lines : lines.slice(0, signature))
  while (kept.length > 0 && (DEVICE.test((kept.at(-1) ?? '').trim()) || RULE.test(kept.at(-1) ?? ''))) {
    kept.pop()
    while (kept.at(-1)?.trim() === '') kept.pop()
  }
  return kept
}

function trimEnd(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return lines.slice(0, last + 1)
}
