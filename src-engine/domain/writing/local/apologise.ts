import { capitalised } from '../sentences.ts'
import { fresh, opening } from './opening.ts'
import type { Circumstances, Rewriter } from './types.ts'

/** What somebody went through, by the topics that mean it, and the words by which a text speaks of it. */
interface Matter { topics: readonly string[]; zh: RegExp; en: RegExp; sayZh: readonly string[]; sayEn: readonly string[] }

/** An apology is for the experience: it names no cause, no fault and no remedy. */
const MATTERS: readonly Matter[] = [
  {
    topics: ['ship_when', 'where_is_order', 'logistics_stuck', 'parcel_lost', 'delivered_not_received', 'delivery_service'], zh: /物流|快递|包裹|发货|派送|送达|签收/u, en: /\b(?:parcel|package|deliver\w*|shipp\w*|courier|tracking)\b/iu,
    sayZh: ['让您一直等包裹，抱歉。', '包裹的事让您挂心了，抱歉。'], sayEn: ['I am sorry that you are still waiting for your parcel.', 'I am sorry for the worry about your parcel.'],
  },
  {
    topics: ['refund_progress', 'refund_amount', 'refund_only', 'refund_rejected', 'return_request', 'return_arrived', 'exchange_request'], zh: /退款|退货|到账|退回|换货/u, en: /\b(?:refund\w*|return\w*|exchange\w*)\b/iu,
    sayZh: ['这件事让您多费心了，抱歉。', '让您来回跑这一趟，抱歉。'], sayEn: ['I am sorry for the trouble this has been for you.', 'I am sorry that this takes so much of your time.'],
  },
  {
    topics: ['damaged', 'quality_defect', 'wrong_item', 'missing_item', 'gift_missing', 'not_as_described'], zh: /破损|坏|瑕疵|少发|漏发|发错|不一样/u, en: /\b(?:damage\w*|broken|defect\w*|missing|wrong item|scratch\w*)\b/iu,
    sayZh: ['收到的东西没让您满意，抱歉。', '打开包裹是这样，扫了您的兴，抱歉。'], sayEn: ['I am sorry that what arrived is not what you hoped for.', 'I am sorry that opening the parcel was a disappointment.'],
  },
  {
    topics: ['promise_broken', 'service_complaint'], zh: /等了|答复|回复您|没人/u, en: /\b(?:wait(?:ing|ed)?|repl(?:y|ied)|answer(?:ed)?)\b/iu,
    sayZh: ['让您等到现在，抱歉。', '让您一次次来问，抱歉。'], sayEn: ['I am sorry to have kept you waiting.', 'I am sorry that you had to ask more than once.'],
  },
]
const ANY_ZH = ['给您添麻烦了，抱歉。', '这次的体验让您失望了，抱歉。', '您的心情我明白，抱歉。']
const ANY_EN = ['I am sorry for the trouble.', 'I am sorry that this was a disappointment.', 'I understand how you feel, and I am sorry.']
const SORRY_ZH = /抱歉|对不起|不好意思|过意不去|道歉|致歉/u
const SORRY_EN = /\b(?:sorry|apolog\w+)\b/iu

/** What the words themselves speak of goes before what the conversation was about. */
function matterOf(text: string, language: 'zh' | 'en', { topics }: Circumstances): Matter | undefined {
  return MATTERS.find((matter) => matter[language].test(text)) ?? MATTERS.find((matter) => topics.some((topic) => matter.topics.includes(topic)))
}

function apologised(text: string, language: 'zh' | 'en', circumstances: Circumstances): string | null {
  const zh = language === 'zh'
  const matter = matterOf(text, language, circumstances)
  const choices = [...(matter ? (zh ? matter.sayZh : matter.sayEn) : []), ...(zh ? ANY_ZH : ANY_EN)]
  const words = fresh(choices, circumstances.said, text)
  const { greeting, rest } = opening(text, language)
  return words === null ? null : `${greeting}${words}${zh ? '' : ' '}${zh ? rest.trim() : capitalised(rest.trim())}`.trim()
}

/** One apology after the greeting, for what the customer went through. */
export const apologiseZh: Rewriter = (text, circumstances) => (SORRY_ZH.test(text) ? 'already' : (apologised(text, 'zh', circumstances) ?? 'nothing'))
export const apologiseEn: Rewriter = (text, circumstances) => (SORRY_EN.test(text) ? 'already' : (apologised(text, 'en', circumstances) ?? 'nothing'))

/** The apology alone. @returns '' when every one was said already */
export const apology = (text: string, language: 'zh' | 'en', circumstances: Circumstances): string => apologised('', language, { ...circumstances, topics: topicsOf(text, language, circumstances) }) ?? ''

const topicsOf = (text: string, language: 'zh' | 'en', circumstances: Circumstances): readonly string[] => matterOf(text, language, circumstances)?.topics ?? circumstances.topics
