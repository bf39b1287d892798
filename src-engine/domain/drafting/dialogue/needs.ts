import type { Entity } from '../../../../src-shared/domain/triage.ts'
import type { Turn } from '../types.ts'
import { orderNumbersIn } from './order-number.ts'

/** What we may ask a customer for. */
export const NEEDS = ['order_no', 'phone_tail', 'photo', 'reason', 'wish', 'variant', 'address', 'time'] as const
export type Need = (typeof NEEDS)[number]

/** A need in words of ours that ask for it. */
const ASKED: Readonly<Record<Need, RegExp>> = {
  order_no: /订单号|单号.{0,4}(?:发|告诉|提供)|哪一?(?:笔|单)|which order|order number/i,
  phone_tail: /后四位|last (?:four|4) digits/i,
  photo: /(?:拍|发|传|提供|补)[^。？]{0,12}(?:照片|图|视频)|拍(?:一下|个|张|几张)|照片[^。]{0,6}(?:发|传|更好)|(?:send|take|share|attach|upload)[^.?]{0,30}(?:photo|picture|video)|(?:photo|picture)s? of/i,
  reason: /原因|为什么|怎么用的时候|哪里不(?:满意|合适)|(?<![a-z])reason|why (?:do|would|are) you|what (?:is|went|seems) (?:the problem|wrong)/i,
  wish: /(?:退货?|退款|换货?|补发|重发|重新发)[^。]{0,10}(?:还是|或者?|、)[^。]{0,8}(?:退|换|补|重)|(?:refund|return|exchange|replace\w*|resend)[^.]{0,30} or [^.]{0,30}(?:refund|exchange|replace\w*|resend)/i,
  variant: /(?:哪|什么|几)(?:个|一?款|种)?(?:规格|颜色|尺码|款|码)|换哪一?款|想(?:改成|换)[^。]{0,10}(?:规格|颜色|款|码)|which (?:version|size|colou?r|model|one would)|what (?:size|colou?r)/i,
  address: /(?:新)?地址[^。]{0,12}(?:发|告诉|提供|写)|(?:发|告诉|提供)[^。]{0,10}(?:新)?地址|收件人、电话|(?:send|give|share|tell)[^.]{0,20}address|new address/i,
  time: /(?:哪天|什么时间|什么时候|几点)[^。]{0,8}(?:送|发|方便|在家|合适)|送货的?(?:时间|要求)|which day|what time|when (?:should|would|are|can)/i,
}
export const needsAskedIn = (text: string): Need[] => NEEDS.filter((need) => ASKED[need].test(text))

const PICTURE = /[拍发传](?:了|过|给)(?:你|您)?(?:一?张)?(?:图|照片|视频)|(?:图|照片|视频)(?:片)?(?:已经?)?(?:发|传|拍)(?:了|过|给)|\[(?:图片|照片|视频|image|photo|picture|video)\]|(?<![a-z])(?:sent|attached|took|uploaded) (?:a |the |some |my |\w+ )?(?:photos?|pictures?|pics?|video)|(?:photo|picture|pic|video)s? (?:is |are )?(?:attached|above|below|sent)|(?<![a-z])here(?:'s| is| are) (?:the |a |my )?(?:photos?|pictures?|pics?)/i
/** Something to say of goods that is a reason to give them back. */
const REASON = /不(?:喜欢|合适|合身|想要|需要|满意|好用|舒服|能用|亮|响|转|制冷|加热|充电)|买(?:错|多|重)|拍错|太(?:大|小|长|短|紧|松|重|薄|硬|软|吵|暗|贵)了?|偏(?:大|小)|色差|坏了?|破了?|碎|裂|漏|开胶|掉色|异味|起球|质量|发错|少发|缺|充不(?:上|进)|没反应|开不了|用不(?:了|着)|(?<![a-z])(?:too (?:big|small|large|long|short|tight|loose|heavy|noisy|dark)|does ?n[o']t (?:fit|work|turn|charge|match)|do ?n[o']t (?:like|need|want)|broken|cracked|damaged|defective|faulty|leak\w*|torn|scratch\w*|wrong (?:size|item|colou?r|one)|changed my mind|by mistake|stopped working|won't (?:turn|charge|start)|smells?)(?![a-z])/i
const WISH = /(?:要|想|就|给我|申请|可以|能|还是|选|走)[^。？?]{0,6}(?:退货退款|退货|退款|退了|退掉|换货|换一?个|换新|换成|补发|重发|重新发|维修)|^(?:退货退款|退货|退款|换货|换一个|补发|重发|退|换)(?:吧|了|就行|就好|一下)?[。!！]?$|(?<![a-z])(?:want|like|prefer|need|get|just|choose|please|rather)[^.?]{0,24}(?:refund|return|exchange|replacement|replace|resend|new one)|^(?:a )?(?:refund|return|exchange|replacement)(?:,? please)?[.!]?$/i
const SIZE_OR_COLOUR = /(?<![A-Za-z])(?:XX?S|[SML]|X{1,3}L|[2-6]XL)(?:码|号)?(?![A-Za-z])|\d{2}(?:\.5)?\s?码|[黑白红蓝绿黄灰粉紫棕橙米银金](?:色|的)|(?<![a-z])(?:black|white|red|blue|green|yellow|gr[ae]y|pink|purple|brown|orange|beige|silver|small|medium|large)(?![a-z])/i
const ADDRESS = /(?:[路街道巷村].{0,12}\d+\s*[号栋弄室]|\d+[栋幢].{0,6}\d+)|(?<![\d-])\d{1,5} [A-Z][a-z]+(?: [A-Z][a-z]+)* (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Boulevard|Blvd|Court|Way)(?![a-z])/
const TIME = /[周星期礼拜][一二三四五六日天]|今天|明天|后天|今晚|晚上|上午|下午|早上|中午|\d{1,2}[点:：]\d{0,2}|(?<![a-z])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|evening|morning|afternoon|tonight|tomorrow|after \d)(?![a-z])/i

const ENTITIES: Partial<Record<Entity['type'], Need>> = { order_no: 'order_no', phone_last4: 'phone_tail', phone: 'phone_tail', address: 'address', size: 'variant', colour: 'variant' }
/** Topics that are themselves the reason to give goods back, and that ask for one way out. */
const REASONS: ReadonlySet<string> = new Set(['damaged', 'quality_defect', 'wrong_item', 'missing_item', 'gift_missing', 'not_as_described', 'expiry_hygiene', 'authenticity'])
const WISHES: ReadonlySet<string> = new Set(['exchange_request', 'resend_request', 'refund_only', 'return_request'])

/** What a customer's turn gives of what we may ask; `asked`: what our words before it asked for, so that a bare answer counts. */
export function needsGivenIn(turn: Turn, asked: readonly Need[]): Need[] {
  const text = turn.text.normalize('NFKC')
  const topics = turn.verdict?.topics.map(({ label }) => label) ?? []
  const given = new Set<Need>((turn.verdict?.entities ?? []).flatMap(({ type }) => ENTITIES[type] ?? []))
  const is = (need: Need, fits: boolean): void => { if (fits) given.add(need) }
  is('order_no', orderNumbersIn(text).length > 0 || (asked.includes('order_no') && /^\D{0,6}[A-Za-z#-]*\d[\d-]{4,24}\D{0,6}$/.test(text)))
  is('phone_tail', /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) || (asked.includes('phone_tail') && /(?<!\d)\d{4}(?!\d)/.test(text)))
  is('photo', PICTURE.test(text) || (turn.verdict?.acts.some(({ label }) => label === 'media_only') ?? false))
  is('reason', REASON.test(text) || topics.some((topic) => REASONS.has(topic)) || (asked.includes('reason') && isAnswer(text)))
  is('wish', WISH.test(text) || topics.some((topic) => WISHES.has(topic)))
  is('variant', SIZE_OR_COLOUR.test(text) && (asked.includes('variant') || topics.some((topic) => topic === 'exchange_request' || topic === 'order_modify')))
  is('address', ADDRESS.test(text))
  is('time', asked.includes('time') && TIME.test(text))
  // A size in a question about goods is none that we were given.
  if (!asked.includes('variant') && !topics.some((topic) => topic === 'exchange_request' || topic === 'order_modify' || topic === 'wrong_item')) given.delete('variant')
  return NEEDS.filter((need) => given.has(need))
}

/** Says something, and is no question in return, no thanks and no bare yes. */
const isAnswer = (text: string): boolean => [...text.trim()].length >= 3 && !/[?？]|吗|呢$|怎么|多久|几[天点时个]|什么时候|谢谢|好的|^(?:and |so |but )?(?:ok|okay|yes|thanks?|how|what|when|where|who|which|can|do|does|is|are|will|could|any)\b/i.test(text.trim())
