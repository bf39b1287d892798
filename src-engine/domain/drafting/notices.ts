import { fixedAnswer } from './answers/fixed.ts'
import type { Matter } from './matter.ts'
import type { CitablePassage } from './tools.ts'
import type { Bubble, DraftInput, Line } from './types.ts'

/** Greeting and apology at the head of a reply: what an incident says comes after them. */
const HEAD = /^(?:hello$|sorry|angry\.sorry$|threat\.sorry$)/
const isTone = (line: Line | undefined): boolean => line !== undefined && 'key' in line && HEAD.test(line.key)

/** Days and hours as templates write them, in Chinese and English. */
const DATE = /\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? ?\d{0,2}\b|今天|明天|后天|\btomorrow\b|\btoday\b/i
/** An incident that says when, or that it will be later. */
const SAYS_WHEN = /延|晚|推迟|暂停|停运|停发|delay|late|postpone|suspend/i
const GREETS = /^(?:您好|你好|亲|hello|hi\b|dear\b)/i

/** Would this line tell a time of its own? */
const tellsWhen = (line: Line): boolean => 'key' in line && Object.values(line.vars ?? {}).some((value) => DATE.test(value))

/** Beside an incident that says when nothing else does: the order's own dates are those that it has overtaken. */
function withoutOwnDates(bubbles: readonly Bubble[], notices: NonNullable<DraftInput['notices']>): Bubble[] {
  if (!notices.some(({ text }) => SAYS_WHEN.test(text) || DATE.test(text))) return [...bubbles]
  return bubbles.map((bubble) => bubble.filter((line) => !tellsWhen(line))).filter((bubble) => bubble.length > 0)
}

/**
 * Says first what an incident tells this customer and they have not heard, then what was to be said anyway, without dates that
 * the incident has overtaken. Not where a fixed text speaks (danger, a stranger's trick): nothing stands before that.
 */
export function withNotice<T extends { bubbles: Bubble[] }>(made: T, input: DraftInput, matter: Matter): T {
  const notices = (input.notices ?? []).filter(({ text }) => text !== '')
  if (notices.length === 0 || (matter.language !== 'zh' && matter.language !== 'en') || fixedAnswer(input, matter)) return made
  const own = withoutOwnDates(made.bubbles, notices)
  const notice = notices.find(({ told }) => !told)
  // All was told: what is left to say, or the words once more where nothing is; whoever has read them is not told them twice.
  if (!notice && own.some((bubble) => bubble.some((line) => !isTone(line)))) return { ...made, bubbles: own }
  const { id, title, text } = notice ?? notices[0] ?? { id: '', title: '', text: '' }
  const line: Line = { verbatim: text, sources: [{ kind: 'incident', id, title }] }
  const [head = [], ...rest] = own
  const [first, ...others] = head
  if (first === undefined || !isTone(first)) return { ...made, bubbles: [[line], ...own] }
  const greetsTwice = 'key' in first && first.key === 'hello' && GREETS.test(text)
  return { ...made, bubbles: [greetsTwice ? [line] : [first, line], ...(others.length > 0 ? [others] : []), ...rest] }
}

/** What the endpoint may cite of incidents. */
export const noticePassages = ({ notices = [] }: Pick<DraftInput, 'notices'>): CitablePassage[] =>
  notices.filter(({ text }) => text !== '').map(({ id, title, text, allowed }) => ({ id, title, text: [text, allowed].filter(Boolean).join('\n'), kind: 'incident' }))

/** Sources of the guard: dates and amounts that an incident names are the shop's word. */
export const noticeSources = ({ notices = [] }: Pick<DraftInput, 'notices'>): { id: string; text: string; audience: 'customer' }[] =>
  notices.map(({ id, text, allowed }) => ({ id, text: [text, allowed].filter(Boolean).join('\n'), audience: 'customer' }))
