import { createHash } from 'node:crypto'

/** Words of several languages for one thing, as a model of many languages knows them. */
const MEANINGS: readonly RegExp[] = [/\u9000\u6b3e|refund|money back|geld zur\u00fcck|erstattung/gu, /\u53d1\u7968|invoice|rechnung/gu, /\u5c3a\u7801|size|gr\u00f6\u00dfe/gu, /\u8fd0\u8d39|postage|versandkosten/gu]

/** A vector that is the same for the same text on any machine: things weigh much, other words little. */
export function vectorOf(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0)
  const add = (what: string, weight: number): void => {
    createHash('sha256').update(what).digest().forEach((byte, at) => { vector[at % dimensions] = (vector[at % dimensions] ?? 0) + (weight * (byte - 127.5)) / 127.5 })
  }
  MEANINGS.forEach((meaning, at) => { for (const _ of text.toLowerCase().matchAll(meaning)) add(`meaning ${String(at)}`, 5) })
  for (const word of text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []) add(word, 0.3)
  return vector
}
