import { capitalised, tidied } from '../sentences.ts'
import type { Rewriter } from './types.ts'

type Swap = readonly [RegExp, string]
const EMOJI = /[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]+/gu

const ZH: readonly Swap[] = [
  [EMOJI, ''], [/(?:\^[_-]?\^|:-?\)|:-?D|[（(](?:笑|微笑|捂脸)[）)])/gu, ''],
  [/^(?:亲+|亲爱的|宝子?|宝贝|家人们?|老板|小主|小仙女)(?:们)?(?:您好|你好)?[，,！!~～\s]*/u, '您好，'], [/(?<=[，,。！!\n])(?:亲+|宝子?|宝贝|小主)(?=[，,。！!~～]|$)/gu, ''],
  [/(?:亲亲|亲)(?=[，,。！!~～]|$)/gu, ''],
  [/你们/gu, '您'], [/(?<!迷|您)你(?!我)/gu, '您'],
  [/咱们?/gu, '我们'], [/啥时候/gu, '什么时候'], [/为啥/gu, '为什么'], [/啥/gu, '什么'], [/咋(?:样|么样)/gu, '怎么样'], [/咋办/gu, '怎么办'], [/咋/gu, '怎么'], [/肿么/gu, '怎么'], [/木有/gu, '没有'], [/酱紫/gu, '这样'],
  [/(?<![A-Za-z])(?:OK|ok|Ok)了/gu, '好了'], [/(?<![A-Za-z])(?:okk*|OKK*|Okk*|okay)(?![A-Za-z])(?:的|啦|哦|哒)?/gu, '好的'], [/(?:嗯嗯+|嗯哪|嗯呐|恩恩)/gu, '好的'], [/好滴|好哒|好嘞|好勒|好呀/gu, '好的'],
  [/没事儿?(?=[，,。！!哦啊呀哈~]|$)/gu, '没关系'], [/搞定/gu, '处理好'], [/快递小哥/gu, '快递员'], [/谢谢(?:啦|喽|咯|哈)/gu, '谢谢您'], [/不好意思(?:哈|啊|呀|哦|哒)/gu, '不好意思'], [/拜拜|88(?=[。！!~～]|$)/gu, '再见'],
  [/[，,]?(?:哈哈|嘿嘿|嘻嘻|呵呵)+[，,。！!~～]*/gu, '，'], [/(?:哦|呀|哈|噢|哟|呐|哒|喽|咯|嘛|捏)(?=[。！!~～，,？?\n]|$)/gu, ''], [/了?啦(?=[。！!~～，,\n]|$)/gu, '了'], [/呢(?=[。！!~～，,\n]|$)/gu, ''],
  [/[~～]+(?=\s*$)/gu, '。'], [/[~～]+/gu, '，'], [/[！!]+/gu, '。'], [/。{2,}/gu, '。'],
]

const EN_WORDS: readonly Swap[] = [
  [EMOJI, ''], [/(?::-?\)|;-?\)|:-?D|<3|\bxx+\b|\blol\b|\bhaha+\b)[,!.]?/giu, ''],
  [/^(?:hiya|hey|hi|yo)(?: there)?(?=[\s,!.])/iu, 'Hello'],
  [/\bthx\b|\bty\b|\bthanks\b(?! to\b)/giu, 'thank you'], [/\bp(?:ls|lz)\b/giu, 'please'], [/\bbtw\b/giu, 'by the way'], [/\bfyi\b/giu, 'for your information'], [/\basap\b/giu, 'as soon as possible'],
  [/\bur\b/giu, 'your'], [/\bu\b/gu, 'you'], [/\br\b(?= you)/gu, 'are'], [/\bgonna\b/giu, 'going to'], [/\bwanna\b/giu, 'want to'], [/\bgotta\b/giu, 'have to'], [/\blemme\b/giu, 'let me'], [/\bgimme\b/giu, 'give me'], [/\b(?:yeah|yep|yup)\b/giu, 'yes'], [/\bnope\b/giu, 'no'], [/\bok(?:ay)?\b(?=[,.!])/giu, 'understood'], [/\bguys\b/giu, 'team'], [/\bno worries\b|\bno probs?\b/giu, 'no problem'], [/\bcheers\b(?=[,.!]|$)/giu, 'thank you'],
]
const EN_FULL: readonly Swap[] = [
  [/\bwon[’']t\b/giu, 'will not'], [/\bcan[’']t\b/giu, 'cannot'], [/\bshan[’']t\b/giu, 'shall not'], [/\bain[’']t\b/giu, 'is not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need)n[’']t\b/giu, '$1 not'],
  [/\blet[’']s\b/giu, 'let us'], [/\bI[’']m\b/gu, 'I am'], [/\b(you|we|they)[’']re\b/giu, '$1 are'], [/\b(I|you|we|they|it|he|she|that|there)[’']ll\b/giu, '$1 will'], [/\b(I|you|we|they)[’']ve\b/giu, '$1 have'], [/\b(I|you|we|they)[’']d\b/giu, '$1 would'],
  [/\b(it|that|there|what|here|where|who|how)[’']s\b/giu, '$1 is'],
]
const EN_MARKS: readonly Swap[] = [[/\s*!+/gu, '.'], [/\.{2,}/gu, '.'], [/~+/gu, '']]

const swapped = (text: string, swaps: readonly Swap[]): string => swaps.reduce((now, [form, instead]) => now.replace(form, instead), text)
const told = (made: string, text: string): string | 'already' => (made === text.trim() || made === '' ? 'already' : made)

/** 您, whole words, no particles, no pictures. */
export const formalZh: Rewriter = (text) => told(tidied(swapped(text, ZH)), text)

/** Contractions in full, no slang, no pictures, no exclamation. */
export const formalEn: Rewriter = (text) => told(capitalised(tidied(swapped(swapped(swapped(text, EN_WORDS), EN_FULL), EN_MARKS))), text)
