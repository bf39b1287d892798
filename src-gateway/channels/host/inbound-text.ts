import { MESSAGE_MAX_LENGTH } from '../../../src-shared/domain/message.ts'

/** Messages that one long text becomes at most; what is longer still is kept as a file. */
export const PARTS_MAX = 5

const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Halves of surrogate pairs that lost the other: JSON of them is refused further on. */
export const wellFormed = (text: string): string => text.replace(LONE_HALF, '\ufffd')

/** Without what no screen shows: control characters other than line breaks and tabs, and lone halves of surrogate pairs. */
export function cleanText(text: string): string {
  return wellFormed(text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, ''))
}

/** One line for a name, at most 80 code units; `otherwise` where nothing is left. */
export function cleanName(name: string, otherwise: string): string {
  const line = (text: string) => wellFormed(cleanText(text).replace(/\s+/g, ' ').trim().slice(0, 80))
  return line(name) || line(otherwise) || '?'
}

/** A text as messages of the log, cut at the last line break or space of each; `rest`: whether more would follow. */
export function partsOf(text: string): { parts: string[]; rest: boolean } {
  const parts: string[] = []
  let left = text.trim()
  while (left.length > MESSAGE_MAX_LENGTH && parts.length < PARTS_MAX - 1) {
    const at = cutPlace(left)
    parts.push(left.slice(0, at).trimEnd())
    left = left.slice(at).trimStart()
  }
  const rest = left.length > MESSAGE_MAX_LENGTH
  parts.push(rest ? left.slice(0, cutPlace(left)).trimEnd() : left)
  return { parts, rest }
}

function cutPlace(text: string): number {
  const window = text.slice(0, MESSAGE_MAX_LENGTH)
  const gap = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '))
  if (gap > MESSAGE_MAX_LENGTH / 2) return gap
  const lead = window.charCodeAt(MESSAGE_MAX_LENGTH - 1)
  return lead >= 0xd800 && lead <= 0xdbff ? MESSAGE_MAX_LENGTH - 1 : MESSAGE_MAX_LENGTH
}
