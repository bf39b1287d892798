import { isChinese } from '../sentences.ts'
import { fresh, opening } from './opening.ts'
import type { Rewriter } from './types.ts'

/** From here on nothing cheerful is said. */
const UPSET = 2
const CLOSING_ZH = ['还有不清楚的，直接问我就行。', '有别的想法也告诉我。', '您看这样可以吗？']
const CLOSING_EN = ['If anything is unclear, just ask me here.', 'Tell me if you would like it another way.', 'Does that work for you?']
const UPSET_ZH = ['您着急的心情我明白。', '换作是我也会着急。', '让您一次次来问，辛苦您了。']
const UPSET_EN = ['I understand why you are upset.', 'In your place I would be upset too.', 'You should not have to ask again and again.']
const CLOSED_ZH = /(?:问我|告诉我|联系我|找我|可以吗[？?]|吗[？?])[^。]{0,6}[。！!？?]?\s*$/u
const CLOSED_EN = /(?:ask|tell me|let me know|does that|contact|\?)[^.]{0,30}[.!?]?\s*$/iu
/** Orders become requests. */
const SOFTER_ZH: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<=^|[，,。！!\n])(?:你|您)?(?:必须|一定要|得)(?=先|把|提供|发|拍|填)/gu, '麻烦您'], [/(?<=^|[。！!\n，,])(?=(?:发|拍|填|提供|核对|看)一?下)/gu, '麻烦您'], [/(?<!迷|您)你(?!我|们)/gu, '您'],
]
const SOFTER_EN: ReadonlyArray<readonly [RegExp, string]> = [[/\byou (?:must|have to|need to) (?=(?:send|give|provide|check|fill|take))/giu, 'please '], [/(^|[.!]\s+)(?=(?:Send|Provide|Check|Fill|Take) )/gu, '$1Please ']]

/** `Please Send` is `Please send`. */
const lowered = (text: string): string => text.replace(/\b(Please|please) ([A-Z])(?=[a-z])/gu, (_whole, please: string, letter: string) => `${please} ${letter.toLowerCase()}`)

/** A Chinese name in a Chinese text, a Latin one in an English text; else nobody is named. */
const addressed = (name: string, language: 'zh' | 'en'): string => {
  if (language === 'zh') return isChinese(name) && [...name].length <= 4 ? `${name}您好，` : '您好，'
  const [first] = name.split(/\s+/u)
  return first !== undefined && /^[\p{Script=Latin}'-]{2,20}$/u.test(first) ? `Hi ${first}, ` : 'Hello, '
}

function warmed(text: string, language: 'zh' | 'en', { name, emotion, said }: Parameters<Rewriter>[1]): string {
  const zh = language === 'zh'
  const { greeting, rest } = opening(text, language)
  const softer = (zh ? SOFTER_ZH : SOFTER_EN).reduce((now, [form, instead]) => now.replace(form, instead), rest.trim())
  const heart = emotion >= UPSET ? fresh(zh ? UPSET_ZH : UPSET_EN, said, text) : null
  const closing = emotion >= UPSET || (zh ? CLOSED_ZH : CLOSED_EN).test(softer) ? null : fresh(zh ? CLOSING_ZH : CLOSING_EN, said, text)
  const between = zh ? '' : ' '
  const body = [heart, zh ? softer : lowered(softer)].filter((part) => part !== null && part !== '').join(between)
  const ended = closing && !/[。！!？?.\n]$/u.test(body) ? `${body}${zh ? '。' : '.'}` : body
  const greeted = greeting === '' ? addressed(name, language) : greeting
  return `${greeted}${greeted.trim().endsWith(',') ? ended.replace(/^Please /u, 'please ') : ended}${closing ? `${between}${closing}` : ''}`.trim()
}

const told = (made: string, text: string): string | 'already' => (made === text.trim() ? 'already' : made)

/** Form of address, a request for an order, one closing; for an upset customer a word of understanding instead. */
export const warmerZh: Rewriter = (text, circumstances) => told(warmed(text, 'zh', circumstances), text)
export const warmerEn: Rewriter = (text, circumstances) => told(warmed(text, 'en', circumstances), text)
