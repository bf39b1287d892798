import type { Concept } from './concepts.ts'
import type { Figures } from './figures.ts'

export interface Say {
  hello: string
  sorry: string
  thanks: string
  /** A sentence with the figures that belong to it, which are taken out of `left`; null: none of them does. */
  state(concept: Concept, left: Figures): string | null
  /** What can be said without any source: what we do, or what we ask for. */
  plain(concept: Concept): string
}

const take = (left: Figures, field: keyof Figures): string | null => {
  const value = left[field]
  left[field] = null
  return value
}

/** Day and hour, or a length of time; '' when there is neither. */
function whenZh(left: Figures): string {
  const day = take(left, 'day')
  const clock = take(left, 'clock')
  if (day !== null || clock !== null) return `${day ?? ''}${clock ?? ''}`
  const span = take(left, 'span')
  return span === null ? '' : `${span}${/[内前后]$/u.test(span) ? '' : '内'}`
}
function whenEn(left: Figures): string {
  const day = take(left, 'day')
  const clock = take(left, 'clock')
  if (day !== null || clock !== null) return ` ${[clock && `at ${clock}`, day && (/^(?:to|yester)/iu.test(day) ? day : `on ${day}`)].filter(Boolean).join(' ')}`
  const span = take(left, 'span')
  return span === null ? '' : ` within ${span}`
}

const PLAIN_ZH: Partial<Record<Concept, string>> = {
  refund: '退款的事我来跟进。', return: '退货我来帮您登记。', exchange: '换货我来帮您登记。', resend: '补发我来帮您登记。', ship: '发货时间我去核实，核实后在这里告诉您。', arrive: '送达时间我去核实，核实后在这里告诉您。',
  track: '包裹的位置我去核实，核实后在这里告诉您。', reply: '有结果我在这里回复您。', photo: '麻烦您拍张照片发给我。', 'order-no': '麻烦您发一下订单号。', address: '麻烦您把收件人、电话和详细地址发给我。',
  invoice: '发票我来帮您登记。', cancel: '要取消的话，请回复“确认取消”。', check: '我去核实，核实后在这里告诉您。', warranty: '保修的情况我去核实，核实后在这里告诉您。', price: '价保我去核实，核实后在这里告诉您。',
}
const PLAIN_EN: Partial<Record<Concept, string>> = {
  refund: 'I am looking after your refund.', return: 'I will register the return for you.', exchange: 'I will register the exchange for you.', resend: 'I will register the replacement for you.', ship: 'I will check when it ships and tell you here.',
  arrive: 'I will check when it arrives and tell you here.', track: 'I will check where your parcel is and tell you here.', reply: 'I will reply to you here when there is news.', photo: 'Please send me a photo of it.', 'order-no': 'Please send me the order number.',
  address: 'Please send me the name, phone number and full address.', invoice: 'I will register the invoice for you.', cancel: 'To cancel, please reply “cancel it”.', check: 'I will check and tell you here.', warranty: 'I will check the warranty and tell you here.', price: 'I will check the price protection and tell you here.',
}
const has = (left: Figures, ...fields: (keyof Figures)[]): boolean => fields.some((field) => left[field] !== null)

export const SAY_ZH: Say = {
  hello: '您好，', sorry: '给您添麻烦了，抱歉。', thanks: '谢谢您。',
  plain: (concept) => PLAIN_ZH[concept] ?? '',
  state(concept, left) {
    if (concept === 'refund' && has(left, 'amount', 'span', 'day')) {
      const amount = take(left, 'amount')
      const when = whenZh(left)
      return when === '' ? `退款${amount ?? ''}我来跟进。` : `退款${amount ?? ''}${when}到账。`
    }
    if (!has(left, 'span', 'day', 'clock')) return null
    switch (concept) {
      case 'ship': return `${whenZh(left)}发货。`
      case 'arrive': return `${whenZh(left)}送达。`
      case 'resend': return `补发${whenZh(left)}发出。`
      case 'reply': case 'check': return `我${whenZh(left)}${concept === 'reply' ? '回复您' : '核实好回复您'}。`
      case 'warranty': return `保修${take(left, 'span') ?? ''}。`
      default: return null
    }
  },
}

export const SAY_EN: Say = {
  hello: 'Hello,', sorry: 'I am sorry for the trouble.', thanks: 'Thank you.',
  plain: (concept) => PLAIN_EN[concept] ?? '',
  state(concept, left) {
    if (concept === 'refund' && has(left, 'amount', 'span', 'day')) {
      const amount = take(left, 'amount')
      const when = whenEn(left)
      return when === '' ? `I am looking after your refund of ${amount ?? ''}.` : `Your refund${amount ? ` of ${amount}` : ''} arrives${when}.`
    }
    if (!has(left, 'span', 'day', 'clock')) return null
    switch (concept) {
      case 'ship': return `It ships${whenEn(left)}.`
      case 'arrive': return `It arrives${whenEn(left)}.`
      case 'resend': return `The replacement ships${whenEn(left)}.`
      case 'reply': return `I will reply to you${whenEn(left)}.`
      case 'check': return `I will check and reply to you${whenEn(left)}.`
      case 'warranty': return `The warranty is ${take(left, 'span') ?? ''}.`
      default: return null
    }
  },
}
