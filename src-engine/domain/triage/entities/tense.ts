import { after, before } from './reading.ts'

const PAST_ZH = /^[^,.!? ]{0,5}(?:买的|拍的|下的单|下单的|付的|寄的|发的|收到的|到的|说的|申请的)/u
const PAST_EN = /(?:\b(?:since|was|were|got|sent|bought|paid|came|went|said|told|placed|arrived)|(?!need)[a-z]{2,}ed|it'?s|its)\b(?![^.!?]*\bto $)[^.!?,]{0,26}$/u
/** Said of something still to come, whatever stands in the past tense beside it. */
const AHEAD_EN = /\b(?:will|can|could|would|may|be|estimated|expected|scheduled|arrives?)\b[^.!?,]*$/u
const AHEAD_ZH = /(?:等到|预计|要到|出差到|等)$/u
const AHEAD_ZH_AFTER = /^ ?(?:才|再)(?:有|能|到|发|会)/u

/** Whether what is told of the day at this place is over ("周五买的", "paid on Friday"). */
export const isPast = (text: string, from: number, to: number): boolean =>
  PAST_ZH.test(after(text, to, 12)) || (PAST_EN.test(before(text, from, 40)) && !AHEAD_EN.test(before(text, from, 60)))

/** Whether it is still to come ("等到12号才有货"). */
export const isToCome = (text: string, from: number, to: number): boolean => AHEAD_ZH.test(before(text, from, 4)) || AHEAD_ZH_AFTER.test(after(text, to, 4))
