import type { Row, RowReader } from './rows.ts'
import { TIME_FORM } from './times.ts'

/** Columns of a text log's rows; `part` counts the talks that a line of its own begins. */
export const LOG_COLUMNS = ['part', 'time', 'sender', 'text'] as const

const LONGEST_LINE = 50_000
const NAME = String.raw`(?<name>[^\s()（）\[\]【】][^()（）\[\]【】\n]{0,59}?)`
/** How a line begins a message: the name before or after the time, the words behind it or on the next lines. A colon with nothing behind it may stand in a shop's account. */
const HEADS: readonly RegExp[] = [
  new RegExp(String.raw`^\s*[\[【](?<time>${TIME_FORM})[\]】]\s*${NAME}\s*[:：]\s*(?<text>.*)$`, 'u'),
  new RegExp(String.raw`^\s*${NAME}\s*[(（\[【]\s*(?<time>${TIME_FORM})\s*[)）\]】]\s*[:：]?\s*(?<text>.*)$`, 'u'),
  new RegExp(String.raw`^\s*(?<time>${TIME_FORM})\s+${NAME}\s*(?:：\s*|:\s+)(?<text>.+)$`, 'u'),
  new RegExp(String.raw`^\s*(?<time>${TIME_FORM})\s+${NAME}\s*[:：]?\s*(?<text>)$`, 'u'),
  new RegExp(String.raw`^\s*${NAME}\s+(?<time>${TIME_FORM})\s*[:：]?\s*(?<text>)$`, 'u'),
]
/** A line that begins another talk. */
const BEGINS = /^\s*(?:[-=*_—]{5,}|(?:消息对象|会话(?:对象|编号|ID)?|联系人|聊天对象|与.{1,40}的聊天记录|Conversation|Ticket|Chat with)\s*[:：#]?.*)$/iu

/** Does this text look like a log of a chat? Two of its first lines begin a message. */
export function isTextLog(text: string): boolean {
  return text.split('\n', 60).filter((line) => line.length < 500 && HEADS.some((head) => head.test(line))).length >= 2
}

/** Reads a chat written down as text. Lines that begin no message belong to the one before. */
export function createTextLogReader(onRow: (row: Row) => void): RowReader {
  let rest = ''
  let line = 0
  let part = 0
  let open: { line: number; time: string; sender: string; text: string[] } | null = null

  function close(): void {
    if (open) onRow({ line: open.line, cells: [String(part), open.time, open.sender, open.text.join('\n').trim()], broken: false })
    open = null
  }
  function take(raw: string): void {
    line++
    const text = raw.replace(/\r$/u, '').slice(0, LONGEST_LINE)
    const head = text.length < 5000 ? HEADS.map((form) => form.exec(text)).find((found) => found !== null) : undefined
    if (head?.groups) {
      close()
      open = { line, time: head.groups['time'] ?? '', sender: (head.groups['name'] ?? '').trim(), text: [head.groups['text'] ?? ''] }
    } else if (BEGINS.test(text)) {
      close()
      part++
    } else if (open) open.text.push(text)
    else if (text.trim() !== '') onRow({ line, cells: [text], broken: true })
  }
  return {
    push(text) {
      rest += text
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(take)
    },
    end() {
      if (rest !== '') take(rest)
      close()
    },
  }
}
