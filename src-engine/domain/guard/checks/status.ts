import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding } from '../finding.ts'
import { isTimeKey } from '../source-keys.ts'
import { roleOfPath } from '../roles.ts'
import type { Sources } from '../sources.ts'
import { spanOf, type Looked } from './looked.ts'

type State = 'unpaid' | 'unshipped' | 'shipped' | 'moving' | 'arrived' | 'refunding' | 'refunded' | 'cancelled' | 'lost'

/** What a reply says of the order. */
const CLAIMS: ReadonlyArray<[State, RegExp]> = [
  ['unshipped', /(?:还没有?|尚未|暂未|还未|未)(?:安排)?(?:发货|发出|出库|寄出)|待发货|(?<![a-z])(?:(?:has|have) not (?:yet )?(?:been )?(?:shipped|dispatched)|(?:hasn't|haven't) (?:been )?(?:shipped|dispatched)|(?:is|still) (?:waiting|awaiting) (?:to be shipped|shipment|dispatch)|not (?:yet )?(?:shipped|dispatched))(?: yet)?/gi],
  ['arrived', /(?:已经?|显示)(?:被)?(?:本人)?(?:签收|送达|妥投)了?|(?<![a-z])(?:(?:was|been|is|shows? as) delivered|has arrived|already arrived)(?![a-z])/gi],
  ['moving', /(?:正在)?(?:运输|派送)(?:中|途中)|在途中?|在路上|正在派送|(?<![a-z])(?:in transit|on (?:its|the) way(?! to (?:the|our) (?:shop|warehouse|store))|out for delivery)(?![a-z])/gi],
  ['shipped', /已经?(?:发货|发出|寄出|出库)了?|(?<![a-z])(?:(?:has|have) (?:already )?(?:been )?(?:shipped|dispatched)|was (?:shipped|dispatched))(?![a-z])/gi],
  ['refunded', /退款已经?(?:到账|完成|退回)|已经?(?:给您)?(?:全额)?(?:退款成功|退款完成)|(?<![a-z])refund (?:has been|was|is) (?:completed|paid)(?![a-z])/gi],
  ['cancelled', /订单已经?(?:被)?取消|(?<![a-z])order (?:has been|was|is) cancell?ed(?![a-z])/gi],
  ['lost', /包裹(?:已经?)?(?:丢失|丢件|丢了)|(?<![a-z])(?:parcel|package) (?:is|was|has been) lost(?![a-z])/gi],
]
/** Before it: a condition, a question or a denial; behind it: the same, or goods in general. */
const UNSURE_BEFORE = /(?:如果|若|如|要是|(?<!久)等(?!了)|待|是否|有没有|没|未|不|一旦|还是|万一|(?<![a-z])(?:if|once|when|after|until|unless|whether|not|never|will be|be))\s*[^,,。.!?;]{0,8}$/i
const UNSURE_BEHIND = /^(?:后|之后|的话|前|吗|没有|的(?:订单|商品|包裹|件)|\s?\?)/i

/** States that a record may be in, by the words of shop systems. Most telling first. */
const RECORDS: ReadonlyArray<[RegExp, State]> = [
  [/refund(?:ing|_?requested|_?pending)|退款中|待退款/i, 'refunding'], [/refunded|已退款|退款成功|退款完成|到账/i, 'refunded'], [/cancel|closed|已取消|已关闭/i, 'cancelled'],
  [/un_?delivered|未送达|delivery_?failed/i, 'moving'], [/delivered|received|signed|completed|已签收|已送达|妥投|已收货|交易成功|已完成/i, 'arrived'],
  [/not.?shipped|un.?shipped|un.?fulfilled|待发货|未发货|备货|打包|wait_seller_send|allocat|processing|awaiting/i, 'unshipped'],
  [/in.?transit|transit|out.?for.?delivery|运输|派送|在途|picked.?up|揽收|stuck|wait_buyer_confirm/i, 'moving'], [/shipped|dispatched|fulfilled|sent|已发货|已发出/i, 'shipped'],
  [/lost|丢失/i, 'lost'], [/un_?paid|待付款|未付款|pending_?payment/i, 'unpaid'], [/^paid$|^pending$|已付款|待处理|^confirmed$/i, 'unshipped'],
]
const STATUS_KEY = /status|state|stage|progress|fulfil|node|状态|进度|物流|event|text|message|desc|轨迹|动态/i
/** What each claim can be true of. */
const TRUE_OF: Readonly<Record<State, readonly State[]>> = {
  unpaid: ['unpaid'], unshipped: ['unshipped', 'unpaid'], shipped: ['shipped', 'moving', 'arrived', 'lost'], moving: ['moving', 'shipped'], arrived: ['arrived'],
  refunding: ['refunding'], refunded: ['refunded'], cancelled: ['cancelled', 'refunded', 'refunding'], lost: ['lost'],
}
const SHOWN: Readonly<Record<State, { zh: string; en: string }>> = {
  unpaid: { zh: '待付款', en: 'not paid yet' }, unshipped: { zh: '还没发货', en: 'has not shipped yet' }, shipped: { zh: '已发货', en: 'has been shipped' }, moving: { zh: '运输中', en: 'in transit' },
  arrived: { zh: '已签收', en: 'was delivered' }, refunding: { zh: '退款中', en: 'refund in progress' }, refunded: { zh: '已退款', en: 'refund was completed' }, cancelled: { zh: '已取消', en: 'cancelled' }, lost: { zh: '包裹丢失', en: 'lost' },
}

/** Of several states in the records the furthest is shown. */
const FURTHEST: readonly State[] = ['cancelled', 'refunded', 'refunding', 'lost', 'arrived', 'moving', 'shipped', 'unshipped', 'unpaid']

interface Known { state: State; where: string; record: number }

/** What the records say: their status fields, and days on which something happened. */
function statesOf(sources: Sources): Known[] {
  const named = sources.words.filter((words) => !words.foreign && words.record >= 0 && STATUS_KEY.test(words.key) && words.text.length < 60)
    .flatMap(({ text, where, record }): Known[] => {
      const state = RECORDS.find(([form]) => form.test(text))?.[1]
      return state === undefined ? [] : [{ state, where, record }]
    })
  const happened = sources.known.filter((source) => source.kind === 'date' && !source.foreign && source.record >= 0 && source.value !== null).flatMap((source): Known[] => {
    const key = source.where.split('.').at(-1) ?? ''
    if (!isTimeKey(key) || /promise|estimat|expect|latest|plan|eta|deadline|by$|承诺|预计|最晚/i.test(key)) return []
    const role = roleOfPath('date', key)
    return role === 'shipped' ? [{ state: 'shipped', where: source.where, record: source.record }] : role === 'arrives' ? [{ state: 'arrived', where: source.where, record: source.record }] : []
  })
  const all = [...named, ...happened]
  // A parcel that is out makes its order's own `paid` old news, and that of no other order.
  const out = all.filter(({ state }) => state === 'shipped' || state === 'moving' || state === 'arrived')
  const isOneOrder = (a: number, b: number): boolean => a === b || sources.groupOf(a) === null || sources.groupOf(b) === null || sources.groupOf(a) === sources.groupOf(b)
  return all.filter(({ state, record }) => state !== 'unshipped' || !out.some((other) => isOneOrder(other.record, record)))
}

/** Statements about the state of order, parcel and refund that the records contradict or do not make. */
export function wrongStates({ folded, sources, said }: Looked): Finding[] {
  const known = statesOf(sources)
  const arrived = known.some(({ state }) => state === 'arrived')
  return CLAIMS.flatMap(([state, form]) => [...folded.matchAll(form)].flatMap((match) => {
    const span = spanOf(match)
    if (UNSURE_BEFORE.test(folded.slice(Math.max(0, span.start - 16), span.start)) || UNSURE_BEHIND.test(folded.slice(span.end))) return []
    // A refund that is on its way is no parcel.
    if (state === 'moving' && /退款|refund/i.test(folded.slice(Math.max(0, span.start - 30), span.start))) return []
    const isTrue = known.some((one) => TRUE_OF[state].includes(one.state)) && !(state === 'moving' && arrived && !known.some((one) => one.state === 'moving'))
    if (isTrue || said.includes(span.text.toLowerCase())) return []
    const other = FURTHEST.map((one) => known.find(({ state: mine }) => mine === one)).find((one) => one !== undefined)
    const language = /\p{Script=Han}/u.test(span.text) ? 'zh' : 'en'
    return [finding(span, 'status', 'warning', other === undefined ? {} : { expected: SHOWN[other.state][language], source: other.where })]
  }))
}
