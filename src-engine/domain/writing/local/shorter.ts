import { capitalised, core, hasFigure, sentencesOf, tidied } from '../sentences.ts'
import type { Rewriter } from './types.ts'

/** Sentences that say nothing of the matter; matched whole, without their marks. */
const EMPTY_ZH = [
  /^(?:亲爱的|亲|您好|你好|哈喽|嗨|在的|在|呀|哦|呢|哈|啊)*$/u,
  /^(?:非常|十分)?感谢您?(?:的)?(?:耐心)?(?:等待|理解|支持|配合|谅解|来信|咨询|反馈)(?:(?:与|和|及)(?:支持|理解|配合|谅解))?(?:哦|呀|哈|呢)?$/u,
  /^(?:请|麻烦)?您?(?:再)?(?:耐心)?(?:等待|稍等|等)(?:一下|片刻)?(?:哦|呀|哈|呢)?$/u,
  /^祝您?(?:生活|购物|工作)?(?:愉快|开心|顺利|一切顺利)(?:哦|呀|哈)?$/u,
  /^(?:如)?(?:还)?有?(?:任何|其他|什么)(?:问题|疑问|需要)(?:的话)?.{0,4}(?:随时|都?可以)?(?:联系|咨询|找|问)(?:我们?|客服)(?:哦|呀|哈|就行|就好)?$/u,
  /^(?:请问)?还有(?:什么|其他)?(?:可以|能)?(?:帮|为)您?(?:的|服务的|做的)?(?:吗|呢)?$/u,
  /^(?:很高兴|很荣幸)为您服务$/u,
  /^(?:我)?(?:非常|很|完全)?(?:能够?|可以)?理解您(?:现在)?的心情(?:哦|呢)?$/u,
]
const EMPTY_EN = [
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?:\s+(?:there|dear|customer|sir|madam|valued customer))*$/iu,
  /^i hope (?:this (?:message|email) finds you well|you are (?:doing )?well|you're (?:doing )?well)$/iu,
  /^thank(?:s| you)(?: so much| very much)? for (?:reaching out|contacting us|getting in touch|your (?:message|patience|understanding|email))(?: to us)?(?: and (?:your )?(?:patience|understanding))?$/iu,
  /^please (?:do not|don't) hesitate to (?:contact|reach out|ask|get in touch).*$/iu,
  /^(?:please )?feel free to (?:contact|reach out|ask).*$/iu,
  /^(?:have|wish you) a (?:great|nice|good|lovely|wonderful) (?:day|evening|weekend|week).*$/iu,
  /^(?:if )?(?:you have|should you have) any (?:other |further )?questions.*$/iu,
  /^is there anything else (?:i|we) can (?:help|do|assist).*$/iu,
  /^(?:i|we) (?:completely |fully |totally )?understand (?:your frustration|how you feel)$/iu,
  /^(?:we (?:really |truly )?)?appreciate your (?:patience|understanding).*$/iu,
]

/** Words inside a sentence that can go, with what stands in their place. */
const WORDS_ZH: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:亲+|亲爱的)?(?:您好|你好|哈喽|嗨)(?:呀|哦|啊)?[，,！!。~～\s]+/u, ''], [/^亲+[，,！!~～\s]+/u, ''],
  [/(?:其实|那个|就是说|这样的话|也就是说|总的来说)[，,]?/gu, ''],
  [/(?<=[我们您给帮])这边(?=\p{Script=Han})|这边(?=已|帮|给|会|先|再)/gu, ''],
  [/(?:为|给|帮)您进行(?=\p{Script=Han}{2})/gu, '为您'], [/进行(?=查询|核实|处理|登记|退款|更换|补发|反馈)/gu, ''],
  [/非常非常|真的非常|特别特别/gu, '非常'], [/一下下/gu, '一下'],
  [/(?:哦|呀|呢|哈|噢|哟|呐)(?=[。！!~～，,]|$)/gu, ''], [/(?:呢|呀)(?=[？?])/gu, ''], [/[~～]+\s*$/gu, '。'], [/[~～]+/gu, ''], [/[！!]{2,}/gu, '！'],
]
const WORDS_EN: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:hi|hello|hey|dear)(?:\s+(?:there|customer|valued customer|sir or madam|sir|madam|[A-Z][a-z]+))*\s*[,!.]+\s*/u, ''], [/^(?:Hi|Hello|Hey|Dear)(?:\s+(?:there|customer|valued customer|[A-Z][a-z]+))*\s*[,!.]+\s*/u, ''],
  [/\b(?:I would like to|I'd like to|I wanted to|I just wanted to|we would like to) (?:inform|let) you (?:know )?that\s+/giu, ''],
  [/\bplease (?:be advised|note|be informed|kindly note) that\s+/giu, ''], [/\bit (?:should|must) be noted that\s+/giu, ''],
  [/\bin order to\b/giu, 'to'], [/\bdue to the fact that\b/giu, 'because'], [/\bat this (?:point|moment) in time\b/giu, 'now'], [/\bin the event that\b/giu, 'if'],
  [/\bhas the ability to\b/giu, 'can'], [/\b(?:are|is) able to\b/giu, 'can'], [/\bfor the purpose of\b/giu, 'for'], [/\bwith regards? to\b/giu, 'about'], [/\ba large number of\b/giu, 'many'],
  [/\b(?:basically|actually|literally|honestly|essentially|really|very|simply|kindly|just),?\s+(?=\w)/giu, ''], [/\s*!{2,}/gu, '!'],
]

const CLAUSE = /[^，,]+(?:[，,]\s*|$)|[，,]\s*/gu

function shorten(text: string, empty: readonly RegExp[], words: ReadonlyArray<readonly [RegExp, string]>): string {
  const seen: string[] = []
  const isEmpty = (piece: string): boolean => {
    const bare = piece.replace(/^[\s，,]+|[\s。！!？?.，,~～…]+$/gu, '')
    return bare === '' || (!hasFigure(bare) && empty.some((form) => form.test(bare)))
  }
  /** Said already, alone or within longer words before. */
  const isSaid = (piece: string): boolean => {
    const same = core(piece)
    if (same.length > 3 && seen.some((known) => known.includes(same))) return true
    if (same !== '') seen.push(same)
    return false
  }
  const kept = sentencesOf(text).flatMap((sentence) => {
    const lighter = words.reduce((now, [form, instead]) => now.replace(form, instead), sentence)
    if (isEmpty(lighter)) return lighter.includes('\n') ? ['\n'] : []
    const end = /[。！!？?.…]*\s*$/u.exec(lighter)?.[0] ?? ''
    const clauses = [...lighter.slice(0, lighter.length - end.length).matchAll(CLAUSE)].map(([clause]) => clause).filter((clause) => !isEmpty(clause) && !isSaid(clause))
    return clauses.length === 0 ? [] : [clauses.join('').replace(/[，,]\s*$/u, '') + end]
  })
  return tidied(kept.join(''))
}

const shorterOf = (empty: readonly RegExp[], words: ReadonlyArray<readonly [RegExp, string]>): Rewriter => (text) => {
  const shorter = shorten(text, empty, words)
  return shorter === '' ? 'nothing' : [...shorter].length < [...text.trim()].length ? shorter : 'already'
}

/** Greetings, closings, fillers and what is said twice go; a sentence with a figure stays. */
export const shorterZh = shorterOf(EMPTY_ZH, WORDS_ZH)
const shortenEn = shorterOf(EMPTY_EN, WORDS_EN)
export const shorterEn: Rewriter = (text, circumstances) => {
  const made = shortenEn(text, circumstances)
  return made === 'nothing' || made === 'already' ? made : capitalised(made)
}
