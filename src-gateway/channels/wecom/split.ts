import { createHash } from 'node:crypto'

/** Largest text of one message, in bytes of UTF-8. */
export const TEXT_MAX_BYTES = 2048
const GOOD_ENDS = ['\n\n', '\n', '。', '！', '？', '. ', '! ', '? ', '；', '; ', '，', ', ', ' ']

/** Cuts a text into messages that fit, at paragraphs and sentences where there are some, never within a character. */
export function splitText(text: string, maxBytes = TEXT_MAX_BYTES): string[] {
  const parts: string[] = []
  for (let rest = text.trim(); rest !== '';) {
    const fits = prefixWithin(rest, maxBytes)
    const cut = fits.length === rest.length ? rest.length : goodCut(fits)
    const part = rest.slice(0, cut).trimEnd()
    if (part !== '') parts.push(part)
    rest = rest.slice(cut).trimStart()
  }
  return parts
}

function prefixWithin(text: string, maxBytes: number): string {
  let bytes = 0
  let end = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > maxBytes) break
    end += character.length
  }
  return text.slice(0, end)
}

/** Where to cut: behind the last good end in the second half, else at the very end. */
function goodCut(fits: string): number {
  for (const end of GOOD_ENDS) {
    const at = fits.lastIndexOf(end)
    if (at + end.length > fits.length / 2) return at + end.length
  }
  return fits.length
}

/** 22 characters that stand for a reply; the same for the same reply. */
export function rootOf(messageId: string): string {
  const hex = messageId.replaceAll('-', '')
  const bytes = /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : createHash('sha256').update(messageId).digest().subarray(0, 16)
  return bytes.toString('base64url')
}

/** Our id of one message of a reply (at most 32 of `[0-9a-zA-Z_-]`): sent twice under it, it arrives once. */
export const msgidOf = (root: string, part: number): string => `${root}_${part}`
/** The reply that one of our message ids belongs to. */
export const rootOfMsgid = (msgid: string): string => msgid.slice(0, 22)
