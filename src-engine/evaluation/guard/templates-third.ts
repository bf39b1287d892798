import type { Template } from './template.ts'

/** Written last and measured once: .975. What they showed has been mended since. */
export const THIRD: readonly Template[] = [
  { id: 't-zh-1', language: 'zh', stages: ['moving'], text: '在的哈~ 您这个件是{carrier}在派,{shippedOn}从我们仓走的,按轨迹看{etaRel}能到您手上,尾号{tail}。' },
  { id: 't-zh-2', language: 'zh', stages: ['waiting'], text: '给您看了后台,{status}哦。{product}拍了{qty},{colour}的对吧,合计{paid}。' },
  { id: 't-zh-3', language: 'zh', stages: ['arrived'], text: '{deliveredOn}的时候包裹{status},放在{city}那边的驿站。退换都支持,期限是{returnDays},东西别弄脏就行。' },
  { id: 't-zh-4', language: 'zh', stages: ['refunded'], text: '钱已经退了,一共{refund},到账时间{refundSpan},您原来付款的是{paid}。单号{order}。' },
  { id: 't-zh-5', language: 'zh', stages: ['waiting', 'moving'], text: '{name}麻烦确认下:{size},送{street}。会员日能享{percent},要等一等再下单也可以。' },
  { id: 't-en-1', language: 'en', stages: ['moving'], text: 'Good morning {name}! Your parcel ({track}) {status}. {carrier} says {etaOn}, and I would not expect it before that.' },
  { id: 't-en-2', language: 'en', stages: ['waiting'], text: 'Sorry for the delay. {product} x {qty}: the promise is dispatch by {shipByOn}. We charged {paid}.' },
  { id: 't-en-3', language: 'en', stages: ['arrived'], text: 'According to {carrier} your order {status}, {deliveredOn}, at {street}. You get {returnDays} for returns and a {warranty} warranty.' },
  { id: 't-en-4', language: 'en', stages: ['moving', 'arrived'], text: 'For order {order} we have on record: {colour}, {size}, {weight} each, shipping to {city}.' },
]
