import type { Template } from './template.ts'

/** Written first, put away, and measured once when the guard was done: .972. What they showed has been mended since. */
export const HELD_OUT: readonly Template[] = [
  { id: 'h-zh-1', language: 'zh', stages: ['moving'], text: '{name}您好,刚看了一下,您{placedOn}拍的{product}({colour}){shippedOn}已由{carrier}揽收,面单号是{track},估计{etaDay}能送到{city}。' },
  { id: 'h-zh-2', language: 'zh', stages: ['moving'], text: '久等了~ 包裹{status},{etaRel}应该就能派送,到时候快递员会先打电话。您这单一共付了{paid},含{qty}。' },
  { id: 'h-zh-3', language: 'zh', stages: ['waiting'], text: '收到,{order}这单我看到了:{size}、{colour},数量{qty}。仓库承诺{shipByOn} {at}前出库,出库后走{carrier}。' },
  { id: 'h-zh-4', language: 'zh', stages: ['arrived'], text: '{name},系统里显示{deliveredOn}{status},签收地在{city}{street}。若是没收到本人手上,您回复我一声,我这边联系网点。' },
  { id: 'h-zh-5', language: 'zh', stages: ['refunded'], text: '您尾号{tail}的订单,退款{refund}{status},通常{refundSpan}能在账户里看到,退回原来的付款方式。' },
  { id: 'h-zh-6', language: 'zh', stages: ['arrived', 'moving'], text: '{product}收到后{returnDays}内不喜欢都能退,吊牌别剪就行;另外它的质保是{warranty},单件重{weight}。' },
  { id: 'h-zh-7', language: 'zh', stages: ['waiting', 'moving'], text: '咱们会员日是{percent},这单没有用到券,实收{paid},您核对下。收货区域填的是{city},没错吧?' },
  { id: 'h-en-1', language: 'en', stages: ['moving'], text: 'Hello {name}, thanks for your patience. {carrier} picked your parcel up on {shippedOn}; the tracking number is {track} and it should be with you on {etaDay}.' },
  { id: 'h-en-2', language: 'en', stages: ['waiting'], text: 'I can see order {order} here: {qty}, {colour}, {size}. Our warehouse has until {shipByOn} at {at} to hand it over, and it will travel with {carrier}.' },
  { id: 'h-en-3', language: 'en', stages: ['refunded'], text: 'Good news: the {refund} for the order ending in {tail} {status}. Banks usually show it within {refundSpan}.' },
  { id: 'h-en-4', language: 'en', stages: ['arrived'], text: 'Hi {name}, the courier says the {product} {status} on {deliveredOn} in {city}, {street}. Could you look with your neighbours first?' },
  { id: 'h-en-5', language: 'en', stages: ['arrived', 'moving'], text: 'You may send the {product} back within {returnDays} of receiving it, and it carries a warranty of {warranty}. One piece weighs {weight}.' },
  { id: 'h-en-6', language: 'en', stages: ['waiting', 'moving'], text: 'You placed this order on {placedOn} and paid {paid} in total. Members get {percent} on member day; it was not used here.' },
  { id: 'h-en-7', language: 'en', stages: ['moving'], text: 'Right now the parcel {status}, so {etaRel} is still the estimate. It is going to {street}, {city}.' },
]
