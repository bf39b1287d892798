import { isUnspaced } from './distance.ts'

/** Sentences; a line break ends one too. Points inside figures do not. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[。！!？?；;\n])|(?<=(?<!\d)\.)\s/u).map((one) => one.trim()).filter((one) => one !== '')

/** Said to be friendly, to win time or to end: nothing for the next customer. */
const COURTESY = /^(?:[\s,，.。!！~～]|好的?呢?|嗯+|哈+|收到|在的?|亲+(?:爱的)?|您好|你好|hi+|hello|hey|不客气|没事的?|应该的|可以的?|是的?|对的?|哦|哈|啦|呢|谢谢|感谢|再见|晚安|ok(?:ay)?|sure|done|yes|no|thanks?|thank you|bye)*$/iu
const THANKS = /谢谢|感谢|不客气|祝您|生活愉快|早点休息|再见|晚安|没事的|you'?re welcome|no worries|have a (?:great|nice|good)|thanks? (?:you )?(?:for|so)|good (?:morning|evening|afternoon)|how (?:can|may) i help|有什么可以帮/iu
const SORRY = /抱歉|对不起|不好意思|久等|(?<![a-z])(?:sorry|apolog|regret|afraid i)/iu
const WAITS = /稍等|等一下|等我|我(?:先|马上|这边|再|得|来)?(?:去)?(?:看一?下|看看|查一?下|核实|问一?下)|(?:这个|这边)我?得?问|问到了|马上(?:去|给|为|帮)|尽快|第一时间|稍后|(?<![a-z])(?:one moment|a moment|let me|hold on|bear with|get back to you|come back to you|look into|as soon as|wait for your|ask a colleague)/iu

/** Told of what was done for this one customer, or what goes on with their parcel. */
const DONE_ZH = /(?:已经?|刚刚?|这边|我们?|给您|帮您|为您)[^，。]{0,4}?(?:帮您?|给您?|为您?|替您)?[^，。]{0,4}?(?:催|登记|反馈|申请了|退了|改成|改好|补上|补发|发出|寄出|出库|退回|到账|解绑|取消了|投诉|核实|查到|联系了|打了电话|问过|放到您|安排好)|回复说|(?:您的?|您这个|您那[单件]?|这个)(?:包裹|快递|订单|账号|差评|退款)[^，。]{0,12}(?:现在|已经?|目前在|正在|我们看到|预计|是)|(?:今天|明天)[^，。]{0,8}(?:给您|寄|发出|送到|补)|师傅(?:明天|今天|\{date\})|给您(?:退|申请|补|登记|打)|我(?:已经|刚|问过|让他们)|查到是/u
const DONE_EN = /(?<![a-z])(?:i(?:'ve| have| just)? ?(?:just )?(?:refund|cancel|chang|add|tri|ask|pass|report|sen[dt]|book|resen|reorder|extend|escalat|check|remov|updat)\w*|we (?:have )?(?:received|shipped|sent) your|your (?:parcel|order|replacement|refund|package|item|account)[^.]{0,12} (?:is|has|was|should|will)(?! (?:be )?(?:refunded|free|covered))|(?:the )?(?:warehouse|driver|technician|courier|manager) (?:says|said|told|left|will come)|(?:we|i) will (?:send|call|refund|get back|come back)|is on its way|for you as asked)/iu
/** The reply asks this customer something; the answer is nobody else's. */
const ASKS = /[?？]\s*$|(?:吗|呢)[。.!！~]?$|麻烦您?(?:把|提供|发|拍|重新)|您(?:看|是)(?:这样|哪)|^(?:could|can|would|is|are|do|did|which|what|when|where|please send|please give)(?![a-z])/iu
/** Says what holds for everybody: a rule, a condition, a way to do something, a property. */
const GENERAL_ZH = /支持|可以|不能|不要|不在|不支持|需要|必须|一般|通常|建议|如果|的话|只能|以内|以后|之前|才会|就可以|就能|就好|适合|属于|包含|不含|保修|七天|无理由|每\d?|点“|选“|里点|设置|长按|按住|清零|自动|承担|不用|用[^，。]{1,6}(?:擦|洗|刮|煮)|先[^，。]+再|是指|不同|最多|最少|优先|默认/u
const GENERAL_EN = /(?<![a-z])(?:can(?:not|'t)?|must|should|need(?:s)?|have to|has to|if|unless|usually|normally|always|within|only|every|before|after|until|not (?:covered|refunded)|free|covers?|fits?|do(?:es)?n'?t|do not|does not|choose|press|hold|open|switch|use|takes?|works?|are (?:paid|sold|applied)|is (?:paid|applied|included)|be (?:returned|exchanged|combined|changed))(?![a-z])/giu

/** What has to be left once courtesies and gaps are taken away: signs in Chinese, words elsewhere. */
const LEAST = { signs: 12, words: 7 }
/** More gaps than this and hardly anything is general. */
const MOST_GAPS = 3

const size = (text: string): { enough: boolean } => {
  const bare = text.replace(/\{[a-z]+\}/gu, ' ')
  if (isUnspaced(bare)) return { enough: (bare.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= LEAST.signs }
  return { enough: (bare.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0) >= LEAST.words }
}
const countOf = (text: string, pattern: RegExp): number => text.match(new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`))?.length ?? 0

/** The sentences of a reply that may serve others; courtesies, questions to this customer and reports of this one case are left out. */
export function generalSentences(text: string): string[] {
  return sentencesOf(text).filter((one) => {
    if (COURTESY.test(one) || ASKS.test(one) || WAITS.test(one)) return false
    const zh = isUnspaced(one)
    if (zh ? DONE_ZH.test(one) : DONE_EN.test(one)) return false
    if ((THANKS.test(one) || SORRY.test(one)) && countOf(one, zh ? GENERAL_ZH : GENERAL_EN) === 0) return false
    return true
  })
}

/**
 * Is a generalised reply worth showing to whoever decides? It is long enough without its courtesies, says something that holds
 * for others, and is neither a report of one case nor a question.
 */
export function isWorthLearning(text: string): boolean {
  const rest = generalSentences(text)
  const whole = rest.join(' ')
  if (!size(whole).enough || countOf(whole, /\{[a-z]+\}/u) > MOST_GAPS) return false
  return countOf(whole, isUnspaced(whole) ? GENERAL_ZH : GENERAL_EN) > 0
}
