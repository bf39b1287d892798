import { calendar } from '../../guard/calendar.ts'
import { claims } from '../../guard/extract.ts'
import { fold } from '../../guard/fold.ts'

/** Figures that stand among keywords, in words of the language. */
export interface Figures { amount: string | null; /** A length of time. */ span: string | null; /** A day, or a time of day. */ day: string | null; clock: string | null }

/** `48h` and `3d` as people type them. */
const spelled = (text: string, language: 'zh' | 'en'): string => text
  .replace(/(\d+(?:\s?-\s?\d+)?)\s?(?:h|hrs?)(?![a-z])/giu, language === 'zh' ? '$1小时' : '$1 hours')
  .replace(/(\d+(?:\s?-\s?\d+)?)\s?d(?![a-z])/giu, language === 'zh' ? '$1天' : '$1 days')
  .replace(/(\d+(?:\s?-\s?\d+)?)\s?wd(?![a-z])/giu, language === 'zh' ? '$1个工作日' : '$1 working days')

/** Reads the figures out of keywords. @returns them, and the words without them */
export function figuresOf(text: string, language: 'zh' | 'en', now: string): { figures: Figures; words: string } {
  const folded = fold(spelled(text, language))
  const figures: Figures = { amount: null, span: null, day: null, clock: null }
  let words = folded
  for (const { kind, start, end, text: said } of claims(folded, calendar(now, undefined))) {
    const field = ({ amount: 'amount', duration: 'span', date: 'day', time: 'clock' } as const)[kind as 'amount']
    if (field === undefined || figures[field] !== null) continue
    figures[field] = said.trim()
    words = words.slice(0, start) + ' '.repeat(end - start) + words.slice(end)
  }
  return { figures, words }
}
