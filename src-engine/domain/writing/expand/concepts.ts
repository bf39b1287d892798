/** What a keyword may mean. */
export type Concept =
  | 'sorry' | 'thanks' | 'hello' | 'refund' | 'return' | 'exchange' | 'resend' | 'ship' | 'arrive' | 'track' | 'money-arrives' | 'reply'
  | 'photo' | 'order-no' | 'address' | 'invoice' | 'cancel' | 'check' | 'warranty' | 'price'

/** Longest first within a language, so that 退货 is not read as 退. */
const WORDS: Readonly<Record<Concept, { zh: readonly string[]; en: readonly string[] }>> = {
  sorry: { zh: ['抱歉', '对不起', '不好意思', '致歉', '道歉'], en: ['sorry', 'apologies', 'apologise', 'apologize', 'apology'] },
  thanks: { zh: ['谢谢', '感谢', '多谢'], en: ['thanks', 'thank you', 'thx'] },
  hello: { zh: ['您好', '你好'], en: ['hello', 'hi'] },
  'money-arrives': { zh: ['原路退回', '到账', '入账'], en: ['on your account', 'back on card', 'credited'] },
  return: { zh: ['退货', '寄回'], en: ['return', 'send back'] },
  refund: { zh: ['退款', '退钱', '退'], en: ['refund', 'money back'] },
  exchange: { zh: ['换货', '换'], en: ['exchange', 'swap'] },
  resend: { zh: ['补发', '重发', '补寄'], en: ['resend', 'replacement', 'send again'] },
  ship: { zh: ['发货', '发出', '发'], en: ['dispatch', 'ship', 'shipping'] },
  arrive: { zh: ['送达', '到货', '送到'], en: ['arrive', 'arrives', 'delivery', 'delivered'] },
  track: { zh: ['物流', '快递', '到哪', '位置'], en: ['tracking', 'track', 'where', 'parcel'] },
  reply: { zh: ['回复', '答复', '回话'], en: ['reply', 'answer', 'get back'] },
  photo: { zh: ['照片', '拍照', '图片', '图'], en: ['photo', 'photos', 'picture', 'pictures'] },
  'order-no': { zh: ['订单号', '单号'], en: ['order number', 'order no'] },
  address: { zh: ['地址'], en: ['address'] },
  invoice: { zh: ['发票', '开票'], en: ['invoice', 'receipt'] },
  cancel: { zh: ['取消'], en: ['cancel'] },
  check: { zh: ['核实', '查一下', '查件', '查'], en: ['checking', 'check', 'look into'] },
  warranty: { zh: ['保修', '质保'], en: ['warranty', 'guarantee'] },
  price: { zh: ['价保', '保价', '差价'], en: ['price match', 'price protection'] },
}
const KNOWN = Object.entries(WORDS) as [Concept, (typeof WORDS)[Concept]][]
const ZH = KNOWN.flatMap(([concept, { zh }]) => zh.map((word) => [word, concept] as const)).sort((a, b) => b[0].length - a[0].length)
const EN = KNOWN.flatMap(([concept, { en }]) => en.map((word) => [word, concept] as const)).sort((a, b) => b[0].length - a[0].length)

/** Words that mean nothing alone. */
const NOISE = /^(?:的|了|会|会在|内|前|后|请|您|给|我们?|in|within|by|the|a|an|for|to|you|your|is|will|be|and|please|before|on|at)$/iu
const BREAKS = /[\s,，、;；/+.。！!？?:：]+/u

/** What keywords mean, in the order in which they stand, and what of them is not known. @param text without its figures */
export function conceptsIn(text: string, language: 'zh' | 'en'): { concepts: Concept[]; unused: string[] } {
  const found: { at: number; concept: Concept }[] = []
  let rest = text
  for (const [word, concept] of language === 'zh' ? ZH : EN) {
    const form = language === 'zh' ? new RegExp(word, 'gu') : new RegExp(`\\b${word}\\b`, 'giu')
    rest = rest.replace(form, (match: string, at: number) => {
      found.push({ at, concept })
      return ' '.repeat(match.length)
    })
  }
  const unused = rest.split(BREAKS).filter((word) => word !== '' && !NOISE.test(word))
  return { concepts: [...new Set(found.sort((a, b) => a.at - b.at).map(({ concept }) => concept))], unused }
}
